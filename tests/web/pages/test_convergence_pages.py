"""Where the teams meet, one convergence, one theme."""

from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.web.scene import Scene
from tests.web.seen import links, text

from semailles.convergence.actions import validate_family
from semailles.convergence.models import Family, FamilyMember
from semailles.core.models import Person
from semailles.projects.models import Project
from semailles.web.layout.links import to_idea, to_passage
from semailles.workshop.actions import open_initiative
from semailles.workshop.models import Theme

LIST_QUERIES = 18


def test_a_convergence_says_its_coverage_its_strength_and_the_project_drawn_from_it(scene: Scene, browser: Client) -> None:
    page = browser.get("/converger/")

    seen = text(page.content)
    assert "1 convergence: 1 strong one. 3 things were seen by one team only: they stay in sight below." in seen
    assert "Créer une légumerie partagée pour les cantines de la vallée strong 3 ideas draft sheet 1 A B 2 teams out of 2 (A and B)" in seen
    assert {f"/converger/{scene.family.public_id}/", "/porter/1/"} <= set(links(page.content))


def test_a_convergence_that_people_validated_is_marked_and_counted_wherever_one_looks(scene: Scene, local: Person, browser: Client) -> None:
    validate_family(scene.family, by=local)

    seen = text(browser.get("/converger/").content)

    assert "1 convergence: 1 strong one. All of them are validated. 3 things were seen by one team only" in seen
    assert "strong 3 ideas validated draft sheet 1 A B" in seen
    assert "Converge 1 validated Carry" in seen
    assert "corrected once" not in text(browser.get(f"/converger/{scene.family.public_id}/").content)


def test_a_project_that_people_took_up_is_a_sheet_and_no_draft(scene: Scene, browser: Client) -> None:
    Project.objects.of(scene.initiative).update(taken_up_on=date(2027, 3, 10))

    assert "strong 3 ideas sheet 1 A B" in text(browser.get("/converger/").content)
    assert "Open the sheet 1" in text(browser.get(f"/converger/{scene.family.public_id}/").content)


def test_what_one_team_said_stands_below_with_the_place_where_it_was_said(scene: Scene, browser: Client) -> None:
    page = browser.get("/converger/")

    seen = text(page.content)
    assert "Replanter des haies le long de l'Orve notes.md, § 4 Biodiversité A B 1 team out of 2 (A)" in seen
    family = Family.objects.of(scene.initiative).get(title__startswith="Replanter")
    source = family.ideas.get().sources.get()
    assert to_passage(source) in links(page.content)


def test_a_filter_keeps_what_was_asked_and_says_when_nothing_answers(scene: Scene, browser: Client) -> None:
    page = browser.get("/converger/", {"q": "péniche", "equipe": ["A", "B"], "force": "forte", "theme": "sans"})

    seen = text(page.content)
    assert "No convergence answers." in seen
    assert "What one team alone saw" not in seen
    assert page.context["form"].asked.words == "péniche"
    assert 'value="péniche"' in page.content.decode()


@pytest.mark.parametrize("asked", ["theme=no-such", "theme=00000000-0000-0000-0000-000000000000", "force=immense", "equipe=Z", "page=x"])
def test_an_unknown_filter_is_passed_over(scene: Scene, browser: Client, asked: str) -> None:
    page = browser.get(f"/converger/?{asked}")

    assert [group.lines[0].family for group in page.context["groups"]] == [scene.family]


def test_all_that_one_team_said_has_its_own_list(scene: Scene, browser: Client) -> None:
    page = browser.get("/converger/?vue=seules&equipe=B")

    assert [(group.letter, len(group.lines)) for group in page.context["alone"]] == [("B", 1)]


def test_without_any_family_the_page_says_where_to_go(scene: Scene, browser: Client) -> None:
    Family.objects.of(scene.initiative).update(is_current=False)

    page = browser.get("/converger/")

    assert "Nothing was grouped yet" in text(page.content)
    assert "/recueillir/" in links(page.content)


def test_one_convergence_shows_its_evidence_two_by_two_with_shared_words_marked(scene: Scene, browser: Client) -> None:
    page = browser.get(f"/converger/{scene.family.public_id}/")

    seen = text(page.content)
    assert "2 teams out of 2, 3 ideas. Nearest pair: A2 and B1, which share: légumes, scolaires, cantines, maraîchers." in seen
    assert "1 Very near each other (0.55) shared words: légumes, scolaires, cantines, maraîchers" in seen
    assert (
        "pour fournir les <mark>cantines</mark> <mark>scolaires</mark> en <mark>légumes</mark> des <mark>maraîchers</mark>"
        in page.content.decode()
    )
    assert "Of 100 handfuls of 3 ideas drawn at random among all, 20 would come from fewer teams than these." in seen


def test_every_idea_leads_to_its_passage(scene: Scene, browser: Client) -> None:
    page = browser.get(f"/converger/{scene.family.public_id}/")

    wanted = set()
    for idea in scene.family.ideas.all():
        source = idea.sources.get()
        wanted |= {to_idea(idea), to_passage(source)}
    assert wanted <= set(links(page.content))


def test_a_thing_that_one_team_said_shows_what_the_other_says_near_it(scene: Scene, browser: Client) -> None:
    family = Family.objects.of(scene.initiative).get(title__startswith="Le Fonds")

    seen = text(browser.get(f"/converger/{family.public_id}/").content)

    assert "Team A alone says it: 1 idea. It may be what the others did not see." in seen
    assert "What the other teams say near it Team B Les bourgs It has 2 ideas on the theme" in seen
    assert "The nearest by its words: légumerie." in seen


def test_a_theme_shows_its_convergences_and_who_is_silent(scene: Scene, browser: Client) -> None:
    green = Theme.objects.of(scene.initiative).get(title="Biodiversité")

    seen = text(browser.get(f"/converger/themes/{green.public_id}/").content)

    assert "1 idea, 0 convergences and 1 thing seen by one team only." in seen
    assert "Blind spot: team B says nothing of it." in seen


def test_a_theme_of_which_nobody_spoke_says_so(scene: Scene, browser: Client) -> None:
    bare = Theme.objects.create(initiative=scene.initiative, title="Fret", is_given=True)

    assert "for every team it is a blind spot" in text(browser.get(f"/converger/themes/{bare.public_id}/").content)


def test_another_initiative_has_no_such_page(scene: Scene, local: Person, browser: Client) -> None:
    other = open_initiative("Ailleurs", by=local)
    family = Family.objects.create(initiative=other, public_id="7176da82-0000-4000-8000-000000000001", title="Ailleurs")
    theme = Theme.objects.create(initiative=other, title="Ailleurs")

    answers = [browser.get(f"/converger/{family.public_id}/"), browser.get(f"/converger/themes/{theme.public_id}/")]

    assert [answer.status_code for answer in answers] == [404, 404]


@pytest.mark.parametrize("more", [0, 3])
def test_more_families_ask_no_more_queries(
    scene: Scene, browser: Client, django_assert_num_queries: DjangoAssertNumQueries, more: int
) -> None:
    browser.get("/converger/")
    for rank in range(more):
        copy = Family.objects.create(
            initiative=scene.initiative, public_id=f"7176da82-0000-4000-8000-00000000000{rank}", title=f"Copie {rank}", strength="faible"
        )
        FamilyMember.objects.create(initiative=scene.initiative, family=copy, idea=scene.idea)

    with django_assert_num_queries(LIST_QUERIES):
        page = browser.get("/converger/")

    assert page.context["page"].paginator.count == 1 + more


@pytest.mark.parametrize(("title", "queries"), [("Créer une légumerie", 21), ("Le Fonds des Moulins", 22)], ids=["three ideas", "one idea"])
def test_a_family_is_read_in_a_fixed_number_of_queries_with_two_for_silent_teams_and_one_for_holders(
    scene: Scene, browser: Client, django_assert_num_queries: DjangoAssertNumQueries, title: str, queries: int
) -> None:
    family = Family.objects.of(scene.initiative).get(title__startswith=title)
    browser.get("/converger/")

    with django_assert_num_queries(queries):
        browser.get(f"/converger/{family.public_id}/")
