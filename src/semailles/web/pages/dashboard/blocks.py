"""What blocks: things that go no further until somebody says or gives something, with what would free them."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles.engines.budgeting import Status
from semailles.publication.board.standing import Board, Near
from semailles.publication.contradictions import Contradiction
from semailles.publication.reasons import unreadable_words
from semailles.publication.words import capitalised, level_words, listed, printable
from semailles.web.layout.links import to_document, to_project
from semailles.web.pages.dashboard.targets import address, named
from semailles.workshop.budget_words import amount_words
from semailles.workshop.queries import Severity, Where

MOST_FILES = 3


@dataclass(frozen=True, slots=True)
class Block:
    """`state` is a word with its shape (`kind`: no, half); `freed`: what would let it go on."""

    title: str
    url: str
    kind: str
    state: str
    freed: str
    aside: str = ""
    near: tuple[tuple[str, str], ...] = ()


def blocks(board: Board) -> tuple[Block, ...]:
    return (*_without_holder(board), *map(_opposed, board.contradictions), *_of_process(board), *_refused(board), *_unread(board))


def _without_holder(board: Board) -> Iterator[Block]:
    count = board.funnel.alone
    if count:
        title = ngettext("A project", "%(n)d projects", count) % {"n": count}
        freed = _("They go on when one actor says yes, by word of mouth at least, to carrying each.")
        yield Block(title, reverse("projects"), "no", _("without anybody to carry them"), freed, near=tuple(map(_near, board.nearest)))


def _near(commitment: Near) -> tuple[str, str]:
    said = {"actor": capitalised(commitment.actor.name), "level": level_words(commitment.level), "number": commitment.project.number}
    return _("%(actor)s, %(level)s (sheet %(number)d)") % said, to_project(commitment.project)


def _opposed(found: Contradiction) -> Block:
    levels = [f"« {level_words(level)} »" for level in found.levels]
    freed = _("The sources say %(levels)s. Freed when somebody asks and writes down the answer.") % {"levels": listed(levels)}
    url = reverse("actor", kwargs={"public_id": found.actor.id})
    return Block(capitalised(found.actor.name), url, "half", _("two sources disagree"), freed, _("to be established"))


def _refused(board: Board) -> Iterator[Block]:
    for row in board.lines:
        if row.counts_as == Status.REFUSED:
            reason = row.line.status_reason or _("No reason was written.")
            aside = amount_words(row.line.amount) if row.line.amount is not None else ""
            yield Block(row.line.funder, reverse("budget"), "no", level_words(row.counts_as), reason, aside)


def _of_process(board: Board) -> Iterator[Block]:
    """What blocks the process itself, but for its deadline, which is the first thing to do, and for money refused, told with its reason."""
    told = {row.line.public_id for row in board.lines if row.counts_as == Status.REFUSED}
    for point in board.points:
        if point.severity is Severity.BLOCKS and point.target.kind is not Where.CALENDAR and point.target.public_id not in told:
            yield Block(named(point.target), address(point.target), "no", _("blocks"), point.sentence)


def _unread(board: Board) -> Iterator[Block]:
    for version in board.unreadable[:MOST_FILES]:
        name = printable(version.document.path.rpartition("/")[2])
        yield Block(name, to_document(version.document), "no", _("unreadable"), unreadable_words(version.reason, version.detail))
