"""Answers to a few typed words."""

from collections.abc import Mapping

import pytest
from tests.web.scene import Scene, erase, settle

from semailles.core.audience import Audience
from semailles.core.models import Person
from semailles.core.search import THING, Piece
from semailles.intake.actions import keep_ideas, mark_duplicates, set_idea_aside
from semailles.intake.models import Idea
from semailles.publication.answering import Answer
from semailles.publication.finding import Looked, answers, look
from semailles.publication.indexing import index_workspace
from semailles.workshop.models import Initiative


@pytest.fixture
def scene(initiative: Initiative, local: Person) -> Scene:
    found = settle(initiative, by=local)
    index_workspace(initiative)
    return found


def asked(scene: Scene, question: str, *, limit: int = 50, reader: Audience = Audience.FACILITATOR) -> tuple[Answer, ...]:
    return answers(scene.initiative, question, reader=reader, limit=limit).answers


def looked(
    scene: Scene, question: str, chosen: Mapping[str, str] | None = None, *, reader: Audience = Audience.FACILITATOR, page: int = 1
) -> Looked:
    return look(scene.initiative, question, chosen or {}, reader=reader, page=page, per_page=2)


def _said(pieces: tuple[Piece, ...]) -> str:
    return "".join(piece.text for piece in pieces)


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


def test_what_is_called_so_on_paper_stands_apart_on_the_first_page_only(scene: Scene) -> None:
    assert [[one.beside for one in found.called] for found in (looked(scene, "A1"), looked(scene, "A1", {"team": "B"}))] == [["A1"], []]


def test_one_kind_may_be_asked_for(scene: Scene) -> None:
    assert {one.kind for one in looked(scene, "légumerie", {THING: "idea"}).answers} == {"idea"}


def test_a_passage_says_its_file(scene: Scene) -> None:
    found = looked(scene, "pédibus", {THING: "passage"}).answers

    assert [(one.extract, one.letter) for one in found] == [((Piece("releve.txt", is_found=False),), "B")]


def test_what_is_left_out_is_counted(scene: Scene) -> None:
    found = answers(scene.initiative, "légumerie", reader=Audience.FACILITATOR, limit=2)

    assert (len(found.answers), found.total) == (2, len(asked(scene, "légumerie")))


def test_pages_follow_one_another_and_lose_nothing(scene: Scene) -> None:
    total = looked(scene, "légumerie").total
    pages = [looked(scene, "légumerie", page=number) for number in range(1, -(-total // 2) + 1)]

    assert [one for found in pages for one in found.answers] == list(asked(scene, "légumerie"))
    assert looked(scene, "légumerie", page=99) == pages[-1]


def test_each_choice_says_how_many_answer_it(scene: Scene) -> None:
    every = looked(scene, "légumerie")

    for facet, counts in every.counts.items():
        for value, count in counts.items():
            assert looked(scene, "légumerie", {facet: value}).total == count, (facet, value)


def test_a_choice_leaves_the_others_of_its_list_open(scene: Scene) -> None:
    chosen = looked(scene, "légumerie", {"team": "A"})

    assert chosen.counts["team"] == looked(scene, "légumerie").counts["team"]
    assert chosen.counts[THING].total() == chosen.total


def test_an_idea_set_aside_is_found_and_says_why(scene: Scene, local: Person) -> None:
    idea = Idea.objects.of(scene.initiative).get(title__startswith="Replanter")
    set_idea_aside(idea, "Un exemple venu d’ailleurs", by=local)
    index_workspace(scene.initiative)

    [found] = looked(scene, "haie", {THING: "idea"}).answers

    assert (found.state, found.reason, _said(found.title)) == ("set_aside", "Un exemple venu d’ailleurs", idea.title)
    assert looked(scene, "haie").counts["state"] == {"set_aside": 1}


def test_a_duplicate_is_found_and_says_of_what(scene: Scene, local: Person) -> None:
    ideas = Idea.objects.of(scene.initiative).select_related("team")
    told, other = ideas.get(team__letter="A", number=1), ideas.get(title__startswith="Replanter")
    mark_duplicates([other], of=told, by=local)
    index_workspace(scene.initiative)

    [found] = looked(scene, "haie", {"state": "merged"}).answers

    assert (found.state, found.told_by) == ("merged", "A1")


def test_who_may_not_read_a_passage_neither_finds_nor_counts_it(scene: Scene, local: Person) -> None:
    keep_ideas(list(Idea.objects.of(scene.initiative).filter(title__startswith="Replanter")), by=local)
    index_workspace(scene.initiative)

    all_of_it, working = looked(scene, "haie"), looked(scene, "haie", reader=Audience.WORKING)

    assert (dict(all_of_it.counts[THING]), dict(working.counts[THING])) == ({"idea": 1, "passage": 1}, {"idea": 1})
    assert (working.total, looked(scene, "haie", reader=Audience.PUBLIC).total) == (1, 0)


def test_a_mark_says_nothing_to_who_may_not_read_its_idea(scene: Scene, local: Person) -> None:
    keep_ideas([scene.idea], by=local)
    index_workspace(scene.initiative)

    found = {mark: [asked(scene, mark, reader=reader)[:1] != () for reader in Audience] for mark in ("A1", "A3")}
    assert found == {"A1": [True, True, False], "A3": [True, False, False]}


def test_a_reason_that_names_a_contact_keeps_the_idea_among_facilitators(scene: Scene, local: Person) -> None:
    idea = Idea.objects.of(scene.initiative).get(title__startswith="Replanter")
    set_idea_aside(idea, "Voir avec haies@vallee.example", by=local)
    index_workspace(scene.initiative)

    assert [looked(scene, "haie", {THING: "idea"}, reader=reader).total for reader in Audience] == [1, 0, 0]


def test_what_is_gone_since_it_was_indexed_is_no_answer(scene: Scene) -> None:
    erase(scene.project)

    assert [one for one in asked(scene, "légumerie") if one.kind == "project"] == []
