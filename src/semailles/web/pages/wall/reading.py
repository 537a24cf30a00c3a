"""What was typed, against the map: groups with their ideas, and in words what was not understood."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from django.utils.translation import gettext as _

from semailles.convergence.queries.wall import PlannedWall, ideas_on_the_map, planned_wall
from semailles.convergence.wall import WallGroup
from semailles.core.errors import Refusal
from semailles.engines.exchange.typed_wall import Fault, Trouble, TypedWall, read_wall
from semailles.intake.enums import IdeaState
from semailles.intake.models import Idea
from semailles.intake.queries.sorting import ideas_called
from semailles.workshop.models import Initiative

MOST_TOLD = 50  # faults
WIDEST = 100  # signs of what is quoted in a sentence


@dataclass(frozen=True, slots=True)
class Misread:
    """A line that was not understood whole, and why."""

    line: int
    sentence: str


@dataclass(frozen=True, slots=True)
class ReadWall:
    """`misread`: the first of the faults. `plan`: what keeping it would change; none when it is refused, for the reason `refused`."""

    groups: tuple[WallGroup, ...]
    misread: tuple[Misread, ...]
    faults: int
    plan: PlannedWall | None = None
    refused: str = ""

    @property
    def seen(self) -> str:
        """Tells whether the map, or the wall, is another one since it was shown."""
        return sha256(repr(self.plan).encode()).hexdigest()

    @property
    def more_misread(self) -> int:
        return self.faults - len(self.misread)

    @property
    def cards(self) -> int:
        return sum(len(group.ideas) for group in self.groups)


def read_typed(initiative: Initiative, typed: str) -> ReadWall:
    ideas = ideas_on_the_map(initiative)
    wall = read_wall(typed, ideas)
    groups = _groups(wall, ideas)
    misread = _misread(initiative, wall.faults[:MOST_TOLD])
    if not groups:
        return ReadWall((), misread, len(wall.faults), refused=_nothing_read(wall))
    try:
        return ReadWall(groups, misread, len(wall.faults), planned_wall(initiative, groups))
    except Refusal as refusal:
        return ReadWall(groups, misread, len(wall.faults), refused=refusal.sentence)


def _nothing_read(wall: TypedWall) -> str:
    if any(fault.kind is Trouble.NEVER_CLOSED for fault in wall.faults):
        return _("A cell of this table has no end: what follows would be lost in it.")
    return _("No mark of the map was read: one line a group, « Title: A3, B7 ».")


def _groups(wall: TypedWall, ideas: Mapping[str, Idea]) -> tuple[WallGroup, ...]:
    together = (WallGroup(group.title, tuple(ideas[mark] for mark in group.marks)) for group in wall.groups)
    return (*together, *(WallGroup("", (ideas[mark],)) for mark in wall.alone))


def _misread(initiative: Initiative, faults: Sequence[Fault]) -> tuple[Misread, ...]:
    ideas = ideas_called(initiative, {fault.words for fault in faults if fault.kind is Trouble.UNKNOWN})
    return tuple(Misread(fault.line, _sentence(fault, ideas.get(fault.words))) for fault in faults)


def _sentence(fault: Fault, idea: Idea | None) -> str:
    said = {"words": fault.words if len(fault.words) <= WIDEST else f"{fault.words[:WIDEST]}…", "other": fault.other}
    if fault.kind is Trouble.UNKNOWN:
        return _unknown(idea, said)
    return {
        Trouble.TWICE: _("%(words)s stands on line %(other)s too: it is taken there. Take it off one of the two."),
        Trouble.NO_MARK: _("No mark after « %(words)s »: write those of its cards."),
        Trouble.NOT_A_MARK: _("« %(words)s » is no mark: write each one, « A3, A4, A5 »."),
        Trouble.NEVER_CLOSED: _('A quotation mark is opened there and not closed: close it, or double those inside a title ("").'),
    }[fault.kind] % said


def _unknown(idea: Idea | None, said: Mapping[str, object]) -> str:
    """Why an idea that exists is not on the map."""
    if idea is None:
        return _("No idea bears the mark %(words)s: look at the card again.") % said
    if idea.state == IdeaState.MERGED and idea.merged_into:
        other = f"{idea.merged_into.team.letter}{idea.merged_into.number}"
        return _("%(words)s is a duplicate of %(other)s, and goes where that one goes: write %(other)s.") % {**said, "other": other}
    if idea.state in (IdeaState.SET_ASIDE, IdeaState.SPLIT):
        return _("%(words)s was set aside or split since: take it back first, or leave its card out.") % said
    return _("%(words)s is not on the map yet: bring the ideas together first.") % said
