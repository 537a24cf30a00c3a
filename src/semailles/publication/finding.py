"""Answers to a few typed words: what holds them, what is called so on paper, and what stands beside each answer."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from semailles.core.audience import Audience
from semailles.core.search import Found, Piece, extract, find, pieces
from semailles.intake.models import Document, Idea
from semailles.projects.models import Project
from semailles.workshop.models import Initiative

KINDS = ("project", "convergence", "idea", "actor", "document", "theme", "passage")
MARK, SHEET = (
    re.compile(r"\s*([a-z]{1,3})\s?(\d{1,5})\s*", re.IGNORECASE),
    re.compile(r"\s*(?:fiche|sheet|projet|project)?\s*(\d{1,4})\s*", re.IGNORECASE),
)
EXTRACT = 150  # signs of a text around the words found


@dataclass(frozen=True, slots=True)
class Answer:
    """`key`: a public id; of a project, its number; of a passage, « document/rank ». `beside`: its mark, its number."""

    kind: str
    key: str
    title: tuple[Piece, ...]
    extract: tuple[Piece, ...] = ()
    beside: str = ""
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Answers:
    """`is_more`: there are others that were not asked for."""

    answers: tuple[Answer, ...]
    is_more: bool


def answers(initiative: Initiative, question: str, *, reader: Audience, kind: str = "", limit: int) -> Answers:
    """What is called so on paper (« A12 », « fiche 4 ») comes first, then what holds the words, best first."""
    called = [] if kind else _called(initiative, question)
    found = find(initiative.public_id, question, reader=reader, kinds=[kind] if kind else KINDS, limit=limit + 1)
    beside = _Beside(initiative, found)
    told = [*called, *(answer for one in found if (answer := beside.told(one)) and answer.key not in {known.key for known in called})]
    return Answers(tuple(told[:limit]), len(told) > limit)


def _called(initiative: Initiative, question: str) -> list[Answer]:
    ideas = Idea.objects.of(initiative).select_related("team")
    if mark := MARK.fullmatch(question):
        rows = ideas.filter(team__letter=mark[1].upper(), number=int(mark[2]))
        return [
            Answer("idea", str(idea.public_id), _plain(idea.title), (), f"{idea.team.letter}{idea.number}", idea.team.letter)
            for idea in rows
        ]
    if sheet := SHEET.fullmatch(question):
        return [_sheet(project) for project in Project.objects.of(initiative).filter(number=int(sheet[1]))]
    return []


def _sheet(project: Project) -> Answer:
    return Answer("project", str(project.number), _plain(project.title), (), str(project.number))


def _plain(text: str) -> tuple[Piece, ...]:
    return (Piece(text, is_found=False),)


class _Beside:
    """What the index does not hold: marks, numbers, files; one query a kind."""

    def __init__(self, initiative: Initiative, found: Sequence[Found]) -> None:
        keys: Mapping[str, list[str]] = {kind: [one.key for one in found if one.kind == kind] for kind in KINDS}
        ideas = Idea.objects.of(initiative).filter(public_id__in=keys["idea"]).select_related("team") if keys["idea"] else ()
        self.ideas = {str(idea.public_id): idea for idea in ideas}
        projects = Project.objects.of(initiative).filter(public_id__in=keys["project"]) if keys["project"] else ()
        self.projects = {str(project.public_id): project for project in projects}
        self.documents = _documents(initiative, [*keys["document"], *(key.partition("/")[0] for key in keys["passage"])])

    def told(self, one: Found) -> Answer | None:
        """None for what is gone since it was indexed."""
        title, body = tuple(pieces(one.title, one.in_title)), _said_beyond_title(one)
        if one.kind == "idea":
            idea = self.ideas.get(one.key)
            return Answer(one.kind, one.key, title, body, f"{idea.team.letter}{idea.number}", idea.team.letter) if idea else None
        if one.kind == "project":
            project = self.projects.get(one.key)
            return Answer(one.kind, str(project.number), title, body, str(project.number)) if project else None
        if one.kind in {"document", "passage"}:
            return self._of_document(one, title, body)
        return Answer(one.kind, one.key, title, body)

    def _of_document(self, one: Found, title: tuple[Piece, ...], body: tuple[Piece, ...]) -> Answer | None:
        document = self.documents.get(one.key.partition("/")[0])
        if document is None:
            return None
        letter = document.team.letter
        if one.kind == "document":
            return Answer(one.kind, one.key, title, body, "", letter)
        words = tuple(extract(one.body, one.in_body, length=EXTRACT))
        return Answer(one.kind, one.key, words, _plain(document.path.rpartition("/")[2]), "", letter)


def _said_beyond_title(one: Found) -> tuple[Piece, ...]:
    """The words around those found, unless the title already holds as many."""
    return tuple(extract(one.body, one.in_body, length=EXTRACT)) if len(one.in_body) > len(one.in_title) else ()


def _documents(initiative: Initiative, keys: Iterable[str]) -> dict[str, Document]:
    wanted = {UUID(key) for key in keys}
    rows = Document.objects.of(initiative).filter(public_id__in=wanted).select_related("team") if wanted else ()
    return {str(document.public_id): document for document in rows}
