"""Two tabs, two persons, the same ideas: nothing counts twice, and no team loses its voice."""

import pytest

from semailles.core.models import Person
from semailles.intake.actions import (
    keep_ideas,
    mark_duplicates,
    put_off,
    receive_document,
    set_aside_ideas,
    split_idea,
    take_back_ideas,
    undo_last,
)
from semailles.intake.actions.wording import Part
from semailles.intake.errors import ChangedSince, StandsAsParts
from semailles.intake.marks import give_marks
from semailles.intake.models import Idea
from semailles.intake.readings import read_file
from semailles.workshop.models import Initiative, Membership

PATH = "rives/notes.md"
NOTES = (
    "- Créer une légumerie partagée pour les cantines.\n- Replanter des haies le long de la rivière.\n"
    "- Ouvrir un pédibus entre la gare et l’école.\n- Installer une légumerie commune pour les cantines de la vallée.\n"
)
LEGUMERIE, COMMUNE = 0, 3


@pytest.fixture
def ideas(initiative: Initiative, local: Person) -> list[Idea]:
    receive_document(initiative, PATH, NOTES.encode(), read_file(PATH, NOTES.encode(), known=()), by=local)
    give_marks(initiative, by=local)
    return list(Idea.objects.of(initiative).order_by("number"))


def _states(initiative: Initiative) -> list[str]:
    return list(Idea.objects.of(initiative).order_by("number").values_list("state", flat=True))


def test_what_was_split_in_another_tab_does_not_count_twice(initiative: Initiative, local: Person, ideas: list[Idea]) -> None:
    split_idea(ideas[LEGUMERIE], [Part("Une légumerie"), Part("Des cantines")], by=local)

    for gesture in (keep_ideas, put_off, take_back_ideas):
        with pytest.raises(StandsAsParts):
            gesture([ideas[LEGUMERIE]], by=local)
    with pytest.raises(StandsAsParts):
        mark_duplicates([ideas[LEGUMERIE]], of=ideas[COMMUNE], by=local)

    assert Idea.objects.of(initiative).get(pk=ideas[LEGUMERIE].pk).state == "split"


def test_the_duplicates_of_what_is_split_are_to_be_sorted_again(initiative: Initiative, local: Person, ideas: list[Idea]) -> None:
    mark_duplicates([ideas[COMMUNE]], of=ideas[LEGUMERIE], by=local)

    split_idea(ideas[LEGUMERIE], [Part("Une légumerie"), Part("Des cantines")], by=local)
    split = (_states(initiative)[COMMUNE], Idea.objects.of(initiative).voiced().count())
    undo_last(initiative, by=local)

    assert (split, _states(initiative)[COMMUNE]) == (("suggested", 5), "merged")


def test_nothing_is_undone_under_the_duplicates_that_came_since(initiative: Initiative, local: Person, ideas: list[Idea]) -> None:
    other = Person.objects.create(name="Anouk")
    Membership.objects.create(initiative=initiative, person=other, role="coordinator")
    set_aside_ideas([ideas[LEGUMERIE]], "existe déjà", by=local)
    keep_ideas([ideas[LEGUMERIE]], by=local)
    mark_duplicates([ideas[COMMUNE]], of=ideas[LEGUMERIE], by=other)

    with pytest.raises(ChangedSince):
        undo_last(initiative, by=local)

    assert _states(initiative)[LEGUMERIE] == "kept"
