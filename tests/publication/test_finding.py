"""Answers to a few typed words."""

import pytest
from tests.web.scene import Scene, settle

from semailles.core.audience import Audience
from semailles.core.models import Person
from semailles.core.search import Piece
from semailles.publication.finding import Answer, answers
from semailles.publication.indexing import index_workspace
from semailles.workshop.models import Initiative


@pytest.fixture
def scene(initiative: Initiative, local: Person) -> Scene:
    found = settle(initiative, by=local)
    index_workspace(initiative)
    return found


def asked(scene: Scene, question: str, *, kind: str = "", limit: int = 50) -> tuple[Answer, ...]:
    return answers(scene.initiative, question, reader=Audience.FACILITATOR, kind=kind, limit=limit).answers


def test_what_was_typed_is_marked_in_the_title(scene: Scene) -> None:
    [answer] = [one for one in asked(scene, "hai") if one.kind == "idea"]

    assert [piece for piece in answer.title if piece.is_found] == [Piece("haies", is_found=True)]


def test_every_kind_of_thing_is_found(scene: Scene) -> None:
    assert {one.kind for word in ("légumerie", "Orve", "notes", "alimentation") for one in asked(scene, word)} >= {
        *("project", "convergence", "idea", "actor", "document", "theme", "passage")
    }


@pytest.mark.parametrize("written", ["A1", "a 1", " A1 "])
def test_a_mark_noted_on_paper_leads_to_its_idea_first(scene: Scene, written: str) -> None:
    assert (asked(scene, written)[0].kind, asked(scene, written)[0].beside) == ("idea", "A1")


@pytest.mark.parametrize("written", ["1", "fiche 1", "Sheet 1"])
def test_a_number_leads_to_its_sheet_first(scene: Scene, written: str) -> None:
    assert (asked(scene, written)[0].kind, asked(scene, written)[0].key) == ("project", str(scene.project.number))


def test_one_kind_may_be_asked_for(scene: Scene) -> None:
    assert {one.kind for one in asked(scene, "légumerie", kind="idea")} == {"idea"}


def test_a_passage_says_its_file(scene: Scene) -> None:
    found = asked(scene, "pédibus", kind="passage")

    assert [(one.extract, one.letter) for one in found] == [((Piece("releve.txt", is_found=False),), "B")]


def test_what_is_left_out_is_said(scene: Scene) -> None:
    found = answers(scene.initiative, "légumerie", reader=Audience.FACILITATOR, limit=2)

    assert (len(found.answers), found.is_more) == (2, True)


def test_what_is_gone_since_it_was_indexed_is_no_answer(scene: Scene) -> None:
    scene.project.delete()

    assert [one for one in asked(scene, "légumerie") if one.kind == "project"] == []
