"""The frame of the process, as one page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from semailles.workshop.models import Axis, Initiative, Milestone, Mission, Phase, Team, Theme
from semailles.workshop.ownership import Editable
from semailles.workshop.queries.bodies import BodyView, bodies_with_mandates

Row = TypeVar("Row", bound=Editable)


@dataclass(frozen=True, slots=True)
class FrameView:
    """What stands, in its order; what was set aside, kind by kind, with its reason."""

    teams: tuple[Team, ...]
    axes: tuple[Axis, ...]
    themes: tuple[Theme, ...]
    found_themes: tuple[Theme, ...]
    bodies: tuple[BodyView, ...]
    missions: tuple[Mission, ...]
    set_aside: tuple[Editable, ...]


def frame_view(initiative: Initiative, *, on: date) -> FrameView:
    """A fixed number of queries, however much there is."""
    axes, themes = list(Axis.objects.of(initiative)), list(Theme.objects.of(initiative))
    missions = list(Mission.objects.of(initiative).select_related("cost"))
    return FrameView(
        teams=tuple(Team.objects.of(initiative).order_by("letter", "folder")),
        axes=_standing(axes),
        themes=tuple(theme for theme in _standing(themes) if theme.is_given),
        found_themes=tuple(theme for theme in _standing(themes) if not theme.is_given),
        bodies=tuple(bodies_with_mandates(initiative, on=on)),
        missions=_standing(missions),
        set_aside=tuple(row for row in (*axes, *themes, *missions) if not row.is_standing),
    )


def _standing(rows: Sequence[Row]) -> tuple[Row, ...]:
    return tuple(row for row in rows if row.is_standing)


@dataclass(frozen=True, slots=True)
class CalendarView:
    phases: tuple[Phase, ...]
    milestones: tuple[Milestone, ...]
    set_aside: tuple[Editable, ...]


def calendar_view(initiative: Initiative) -> CalendarView:
    """The lines that people write about time; the plan that follows from them is `process_calendar`."""
    phases = list(Phase.objects.of(initiative))
    milestones = list(Milestone.objects.of(initiative).select_related("body", "phase"))
    set_aside = tuple(row for row in (*phases, *milestones) if not row.is_standing)
    return CalendarView(_standing(phases), _standing(milestones), set_aside)
