"""What people decide about an idea stays, whatever the machine reads later."""

import pytest
from django.db.models import F

from semailles.core.errors import NotAllowed
from semailles.core.models import Event, Person
from semailles.intake.actions import keep_idea, receive_document, set_idea_aside, take_back
from semailles.intake.enums import IdeaState
from semailles.intake.models import Idea
from semailles.intake.readings import read_file
from semailles.workshop.errors import ReasonMissing
from semailles.workshop.models import Initiative

PATH = "rives/notes.md"
NOTES = "- Créer une légumerie partagée pour les cantines.\n- Replanter des haies le long de la rivière.\n"


def _receive(initiative: Initiative, text: str, by: Person) -> None:
    receive_document(initiative, PATH, text.encode(), read_file(PATH, text.encode(), known=()), by=by)


@pytest.fixture
def ideas(initiative: Initiative, local: Person) -> list[Idea]:
    _receive(initiative, NOTES, local)
    return list(Idea.objects.of(initiative))


def _states(initiative: Initiative) -> dict[str, tuple[str, str]]:
    return {idea.title.split()[0]: (idea.state, idea.set_aside_reason) for idea in Idea.objects.of(initiative)}


def test_a_choice_survives_a_new_version_of_the_document(initiative: Initiative, local: Person, ideas: list[Idea]) -> None:
    keep_idea(ideas[0], by=local)
    set_idea_aside(ideas[1], "déjà fait en 2019", by=local)

    _receive(initiative, NOTES + "- Ouvrir un pédibus entre la gare et l’école.\n", local)

    assert _states(initiative) == {"Créer": ("kept", ""), "Replanter": ("set_aside", "déjà fait en 2019"), "Ouvrir": ("suggested", "")}


def test_what_is_set_aside_leaves_the_list_and_comes_back(initiative: Initiative, local: Person, ideas: list[Idea]) -> None:
    set_idea_aside(ideas[1], "hors du périmètre", by=local)
    without = list(Idea.objects.of(initiative).current())
    take_back(ideas[1], by=local)

    assert (without, list(Idea.objects.of(initiative).current().order_by("pk"))) == ([ideas[0]], ideas)


def test_a_kept_idea_stands_when_the_document_says_it_no_more(initiative: Initiative, local: Person, ideas: list[Idea]) -> None:
    keep_idea(ideas[1], by=local)

    _receive(initiative, NOTES.splitlines()[0], local)

    assert list(Idea.objects.of(initiative).current().order_by("pk")) == ideas


def test_nothing_is_set_aside_without_a_word_of_why(local: Person, ideas: list[Idea]) -> None:
    with pytest.raises(ReasonMissing) as caught:
        set_idea_aside(ideas[0], "  ", by=local)

    ideas[0].refresh_from_db()
    assert (caught.value.sentence, ideas[0].state) == ("Say in a few words why this is set aside.", IdeaState.SUGGESTED)


def test_each_choice_is_one_line_of_the_journal_and_a_double_click_adds_none(local: Person, ideas: list[Idea]) -> None:
    for _ in range(2):
        keep_idea(ideas[0], by=local)
    set_idea_aside(ideas[0], "doublon", by=local)
    take_back(ideas[0], by=local)

    lines = Event.objects.filter(subject_kind="Idea", subject_id=ideas[0].public_id).values_list(
        "verb", F("detail__before"), F("detail__reason")
    )
    assert list(lines) == [("kept", "suggested", ""), ("set aside", "kept", "doublon"), ("taken back", "set_aside", "")]


def test_a_stranger_decides_nothing(ideas: list[Idea]) -> None:
    stranger = Person.objects.create(name="passante")
    for decide in (keep_idea, take_back):
        with pytest.raises(NotAllowed):
            decide(ideas[0], by=stranger)
    with pytest.raises(NotAllowed):
        set_idea_aside(ideas[0], "pour rien", by=stranger)

    assert list(Event.objects.filter(subject_kind="Idea")) == []
