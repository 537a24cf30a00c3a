"""The story and the page for someone in a hurry: what is told first, what is not told at all."""

from dataclasses import replace

import pytest

from semailles.engines.typesetting import tree
from semailles.publication.roadmap.front import essential
from semailles.publication.roadmap.narrative import narrative
from semailles.publication.views import DocumentView, ExcerptView, FamilyView, Frame, IdeaView, Snapshot, TeamView, ThemeView

PAPER = DocumentView("d", "equipe/notes.txt", "0" * 64, "A", "txt", "fr", 0, "read", "", {})


def idea(mark: str, text: str, score: float) -> IdeaView:
    quote = ExcerptView(PAPER, {"paragraph": 1}, 0, len(text), text)
    return IdeaView(
        mark, mark, mark[0], text, text, "proposition", "fr", score, (), is_validated=False, sources=(quote,), actors=(), places=()
    )


def family(title: str, strength: str, *marks: str) -> FamilyView:
    return FamilyView(title, title, "t", marks[0], marks, tuple(sorted({mark[0] for mark in marks})), (), 0, 0, strength)


SAID = (
    idea("A1", "Elle demande un préau", 0.95),
    idea("A2", "Ouvrir une légumerie pour les cantines", 0.7),
    idea("A3", "Sans elle, nous ne ferions rien du tout", 0.99),
    idea("B1", "Une légumerie au service des cantines", 0.7),
    idea("B2", "Vendre le préau", 0.8),
)


def snapshot(*families: FamilyView) -> Snapshot:
    teams = (TeamView("A", "a", "a", "Rives"), TeamView("B", "b", "b", "Plateau"))
    theme = ThemeView("t", "Manger", tuple(one.id for one in SAID))
    frame = Frame("Vallée", "", "fr", "", None, None, "")
    return Snapshot(frame, teams, (PAPER,), SAID, (theme,), families, (), (), (), (), by_id={one.id: one for one in SAID})


def quoted(part: tree.Titled) -> list[str]:
    return [mark for paragraph in part.paragraphs for statement in paragraph for mark in statement.ideas]


def test_a_team_is_first_told_by_what_another_team_shares_and_reads_well_alone() -> None:
    told = narrative(snapshot(family("Légumerie", "forte", "A2", "B1"), family("Seule", "", "A1"), family("Autre", "", "A3")))

    assert quoted(told.sections[0]) == ["A2", "B1"]


def test_a_weak_convergence_is_not_told_and_is_counted() -> None:
    full = snapshot(family("Préau", "faible", "A1", "B2"))

    assert [part.title for part in narrative(full).sections if "meet" in part.title] == []
    assert essential(full).points[0].paragraphs[0][0].text == "1 convergence brings ideas near on little evidence: to be read side by side."


def test_without_any_sheet_nobody_is_asked_to_read_them() -> None:
    page = essential(snapshot(family("Préau", "faible", "A1", "B2")))

    assert page.asks[0].text == "Read the convergences side by side and say which ones deserve a working group."
    assert page.points[2].paragraphs[0][0].text == "No convergence has evidence and words enough for a draft sheet."


@pytest.mark.parametrize(
    ("kept", "note", "told"),
    [
        (0, "to be validated", "Nothing here is decided: it is for people to keep, correct and carry."),
        (2, "kept by people: 2", "Kept by people: 2; the others are for them to keep, correct and carry."),
        (5, "all kept by people", "People have kept them all: they are there to be carried."),
    ],
)
def test_the_first_page_counts_as_kept_what_people_kept(kept: int, note: str, told: str) -> None:
    ideas = tuple(replace(one, is_validated=rank < kept) for rank, one in enumerate(SAID))

    page = essential(replace(snapshot(), ideas=ideas))

    assert (page.counts[1].note, page.lead.split("where they meet. ")[1]) == (note, told)
