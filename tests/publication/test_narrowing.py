"""The mask of screens: as that of print, made again when a name moves."""

import pytest
from tests.web.scene import Scene, settle

from semailles.core.audience import Audience, read_by, reading
from semailles.core.models import Person
from semailles.intake.models import Idea, Origin, Welcome
from semailles.projects.models import Project
from semailles.publication.narrowing import narrowing
from semailles.workshop.actions import name_actor
from semailles.workshop.models import Actor, Initiative


@pytest.fixture
def scene(initiative: Initiative, local: Person) -> Scene:
    return settle(initiative, by=local)


def _person(initiative: Initiative, name: str, *, by: Person) -> None:
    actor = name_actor(initiative, name, by=by)
    Actor.objects.filter(pk=actor.pk).update(kind="person")


def test_a_person_named_since_is_masked_at_once(scene: Scene, local: Person) -> None:
    before = narrowing(scene.initiative)("Voir Odette Fauvel, ou Odette.")
    _person(scene.initiative, "Odette Fauvel", by=local)

    assert (before, narrowing(scene.initiative)("Voir Odette Fauvel, ou Odette.")) == (
        "Voir Odette Fauvel, ou Odette.",
        "Voir [a person], ou [a person].",
    )


def test_the_mask_is_not_made_again_for_nothing(scene: Scene) -> None:
    assert narrowing(scene.initiative) is narrowing(scene.initiative)


def test_who_signed_an_idea_elsewhere_is_masked(scene: Scene, local: Person) -> None:
    Origin.objects.create(initiative=scene.initiative, idea=scene.idea, platform="decidim", author="Basile Quentric")
    name_actor(scene.initiative, "Moulin d'Orve", by=local)  # whatever is done is written in the journal

    assert narrowing(scene.initiative)("Basile Quentric et Quentric") == "[a person] et [a person]"


def test_the_contacts_that_people_wrote_for_everybody_stay(scene: Scene, local: Person) -> None:
    Project.objects.filter(pk=scene.project.pk).update(public_contact="Odette, legumerie@orve.example")
    Welcome.objects.create(initiative=scene.initiative, words="Le 01 02 03 04 05 répond à tous.")
    name_actor(scene.initiative, "Moulin d'Orve", by=local)

    told = narrowing(scene.initiative)("legumerie@orve.example, 01 02 03 04 05, o.fauvel@orve.example, 01 02 03 04 06")

    assert told == "legumerie@orve.example, 01 02 03 04 05, [contact], [contact]"


def test_a_member_who_asks_first_gets_the_same_mask(scene: Scene, local: Person) -> None:
    _person(scene.initiative, "Odette Fauvel", by=local)

    with read_by(Audience.WORKING):
        mask = narrowing(scene.initiative)

    assert mask is narrowing(scene.initiative)


def test_members_read_what_people_kept_and_who_leads_reads_everything(scene: Scene) -> None:
    Idea.objects.filter(pk=scene.idea.pk).update(state="kept")
    of = Idea.objects.of

    with read_by(Audience.WORKING):
        kept = [(idea.pk, reading()) for idea in of(scene.initiative)]

    assert kept == [(scene.idea.pk, Audience.WORKING)]
    assert (of(scene.initiative).count() > 1, reading()) == (True, Audience.FACILITATOR)
