"""Of each thing: who did what, when."""

import re
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.utils import translation
from pytest_django import DjangoAssertNumQueries
from tests.web.pages.test_journal import lines
from tests.web.scene import Scene

from semailles.core.journal import record
from semailles.core.models import Person
from semailles.intake.actions import set_idea_aside
from semailles.projects.actions import drop_project
from semailles.workshop.actions import open_initiative
from semailles.workshop.models import ProcessCommitment

QUERIES = 8


def history(browser: Client, kind: str, public_id: UUID, **asked: str) -> str:
    return browser.get(f"/journal/{kind}/{public_id}/", asked).content.decode()


def said(page: str) -> list[str]:
    return [re.sub(r"\s+", " ", line) for line in lines(page)]


def typeset(thing: object) -> str:
    return str(thing).replace("'", "’")


def test_an_idea_has_its_own_lines_and_no_others(scene: Scene, browser: Client, local: Person) -> None:
    set_idea_aside(scene.idea, "Dit deux fois.", by=local)

    assert said(history(browser, "idee", scene.idea.public_id)) == [f"local set “{scene.idea.title}” (idea) aside"]


def test_a_project_has_the_lines_of_what_belongs_to_it(scene: Scene, browser: Client, local: Person) -> None:
    actor = typeset(scene.holder.actor)
    drop_project(scene.project, "personne ne paie", by=local)

    found = said(history(browser, "projet", scene.project.public_id))

    assert found[:2] == [
        f"local dropped “{typeset(scene.project)}” (project): personne ne paie",
        f"local added “{actor} (carries)” (commitment)",
    ]


def test_an_actor_has_the_lines_of_its_commitments(scene: Scene, browser: Client) -> None:
    found = said(history(browser, "acteur", scene.commitment.actor.public_id))

    assert any("noted a step of the commitment" in line for line in found)


@pytest.mark.parametrize(
    "path",
    ["idea", "document", "family", "commitment.actor", "commitment", "group"],
)
def test_each_thing_leads_to_its_history(scene: Scene, browser: Client, path: str) -> None:
    thing, pages = scene, {"idea": "idee", "document": "document", "family": "convergence", "commitment": "engagement", "group": "groupe"}
    for name in path.split("."):
        thing = getattr(thing, name)
    kind = "acteur" if path.endswith("actor") else pages[path]
    page = history(browser, kind, thing.public_id)  # type: ignore[attr-defined]  # every thing of the scene has one
    back = re.search(r'class="eyebrow"><a href="([^"]+)"', page)
    assert back

    assert f'href="/journal/{kind}/{thing.public_id}/"' in browser.get(back[1]).content.decode()  # type: ignore[attr-defined]  # the same


def test_what_is_not_there_or_elsewhere_has_no_history(scene: Scene, browser: Client, local: Person) -> None:
    other = open_initiative("Plateau", by=local)
    elsewhere = ProcessCommitment.objects.create(initiative=other, actor=scene.actor, role="finance")

    asked = [("engagement", elsewhere.public_id), ("idee", uuid4()), ("rien", scene.idea.public_id)]

    assert [browser.get(f"/journal/{kind}/{public_id}/").status_code for kind, public_id in asked] == [404, 404, 404]


def test_a_long_history_is_read_page_after_page(scene: Scene, browser: Client, local: Person) -> None:
    for _rank in range(60):
        record("followed", scene.idea, by=local, initiative=scene.initiative)
    first = history(browser, "idee", scene.idea.public_id)
    older = re.search(r'rel="next" href="\?avant=([^"]+)"', first)
    assert older

    second = browser.get(f"/journal/idee/{scene.idea.public_id}/?avant={older[1]}").content.decode()

    assert (len(lines(first)), len(lines(second))) == (50, 10)


@pytest.mark.parametrize("size", [1, 3])
def test_more_lines_ask_no_more_queries(
    scene: Scene, browser: Client, local: Person, django_assert_num_queries: DjangoAssertNumQueries, size: int
) -> None:
    for rank in range(size):
        record("dropped project", scene.project, by=local, initiative=scene.initiative, reason=str(rank))
    history(browser, "projet", scene.project.public_id)

    with django_assert_num_queries(QUERIES):
        history(browser, "projet", scene.project.public_id)


def test_whoever_has_no_name_is_somebody_in_the_language_of_the_page(scene: Scene, browser: Client, local: Person) -> None:
    Person.objects.update(name="Quelqu’un sur cette machine")
    set_idea_aside(scene.idea, "Dit deux fois.", by=local)

    page = history(browser, "idee", scene.idea.public_id)
    with translation.override("fr"):
        in_french = str(Person.objects.get(is_local=True))

    assert (said(page)[0].split(" set ")[0], in_french) == ("Somebody on this machine", "Quelqu’un sur cette machine")
