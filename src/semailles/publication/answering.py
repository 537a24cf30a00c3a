"""An answer to a few typed words, with what the index does not hold beside it: marks, numbers, files, what was decided."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from semailles.core.search import Found, Piece, extract, pieces
from semailles.intake.models import Document, Idea
from semailles.projects.models import Project
from semailles.workshop.models import Initiative

KINDS = ("project", "convergence", "idea", "actor", "document", "theme", "passage")
EXTRACT = 150  # signs of a text around the words found


@dataclass(frozen=True, slots=True)
class Answer:
    """`key`: a public id; of a project, its number; of a passage, « document/rank ». `beside`: its mark, its number.

    Of an idea: `state`, the `reason` for which it was set aside, the mark (`told_by`) of the idea that says the same.
    """

    kind: str
    key: str
    title: tuple[Piece, ...]
    extract: tuple[Piece, ...] = ()
    beside: str = ""
    letter: str = ""
    state: str = ""
    reason: str = ""
    told_by: str = ""


def plain(text: str) -> tuple[Piece, ...]:
    return (Piece(text, is_found=False),)


def sheet_answer(project: Project, title: tuple[Piece, ...], body: tuple[Piece, ...] = ()) -> Answer:
    return Answer("project", str(project.number), title, body, str(project.number))


def idea_answer(idea: Idea, title: tuple[Piece, ...], body: tuple[Piece, ...] = ()) -> Answer:
    said = {"state": idea.state, "reason": idea.set_aside_reason, "told_by": _mark(idea.merged_into) if idea.merged_into else ""}
    return Answer("idea", str(idea.public_id), title, body, _mark(idea), idea.team.letter, **said)


def _mark(idea: Idea) -> str:
    return f"{idea.team.letter}{idea.number}" if idea.number else ""


class Beside:
    """What stands beside each of the things found; one query a kind."""

    def __init__(self, initiative: Initiative, found: Sequence[Found]) -> None:
        keys: Mapping[str, list[str]] = {kind: [one.key for one in found if one.kind == kind] for kind in KINDS}
        rows = Idea.objects.of(initiative).select_related("team", "merged_into__team")
        ideas = rows.filter(public_id__in=keys["idea"]) if keys["idea"] else ()
        self.ideas = {str(idea.public_id): idea for idea in ideas}
        projects = Project.objects.of(initiative).filter(public_id__in=keys["project"]) if keys["project"] else ()
        self.projects = {str(project.public_id): project for project in projects}
        self.documents = _documents(initiative, [*keys["document"], *(key.partition("/")[0] for key in keys["passage"])])

    def told(self, one: Found) -> Answer | None:
        """None for what is gone since it was indexed."""
        title, body = tuple(pieces(one.title, one.in_title)), _said_beyond_title(one)
        if one.kind == "idea":
            idea = self.ideas.get(one.key)
            return idea_answer(idea, title, body) if idea else None
        if one.kind == "project":
            project = self.projects.get(one.key)
            return sheet_answer(project, title, body) if project else None
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
        return Answer(one.kind, one.key, words, plain(document.path.rpartition("/")[2]), "", letter)


def _said_beyond_title(one: Found) -> tuple[Piece, ...]:
    """The words around those found, unless the title already holds as many."""
    return tuple(extract(one.body, one.in_body, length=EXTRACT)) if len(one.in_body) > len(one.in_title) else ()


def _documents(initiative: Initiative, keys: Iterable[str]) -> dict[str, Document]:
    wanted = {UUID(key) for key in keys}
    rows = Document.objects.of(initiative).filter(public_id__in=wanted).select_related("team") if wanted else ()
    return {str(document.public_id): document for document in rows}
