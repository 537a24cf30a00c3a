"""Bodies with their meetings, each meeting with its day or the day that the calendar suggests."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles.engines.scheduling import MeetingState, Plan, PlannedMeeting
from semailles.workshop.calendar_words import day_words
from semailles.workshop.models import Milestone
from semailles.workshop.queries import BodyView


@dataclass(frozen=True, slots=True)
class Sitting:
    """`when`: in words, or « » without any day. `minutes`: the day they were adopted, in words; `are_due`: held, and no minutes yet."""

    meeting: Milestone
    when: str
    state: str
    kind: str
    minutes: str
    are_due: bool


@dataclass(frozen=True, slots=True)
class Seated:
    view: BodyView
    sittings: tuple[Sitting, ...]


def seated(bodies: Sequence[BodyView], plan: Plan) -> tuple[Seated, ...]:
    planned = {held.meeting.key: held for held in plan.meetings}
    return tuple(Seated(body, tuple(_sitting(one, planned.get(str(one.public_id))) for one in body.meetings)) for body in bodies)


def lede(bodies: Sequence[Seated]) -> str:
    """How many bodies and meetings, how many held, how many without a day."""
    sittings = [one for body in bodies for one in body.sittings]
    held = sum(1 for one in sittings if one.meeting.happened_on)
    said = [
        ngettext("%(n)d body,", "%(n)d bodies,", len(bodies)) % {"n": len(bodies)},
        ngettext("%(n)d meeting,", "%(n)d meetings,", len(sittings)) % {"n": len(sittings)},
        ngettext("%(n)d held.", "%(n)d held.", held) % {"n": held} if held else _("none held yet."),
    ]
    undated = sum(1 for one in sittings if one.kind == "undated")
    if undated:
        said.append(
            ngettext("%(n)d still has no day that people agreed on.", "%(n)d still have no day that people agreed on.", undated)
            % {"n": undated}
        )
    return " ".join(said)


def _sitting(meeting: Milestone, held: PlannedMeeting | None) -> Sitting:
    minutes = day_words(meeting.minutes_on) if meeting.minutes_on else ""
    if meeting.happened_on:
        return Sitting(meeting, day_words(meeting.happened_on), _("held"), "yes", minutes, not minutes)
    if meeting.planned_on:
        missed = held is not None and held.state is MeetingState.MISSED
        return Sitting(
            meeting,
            day_words(meeting.planned_on),
            _("was it held?") if missed else _("planned"),
            "no" if missed else "half",
            "",
            are_due=False,
        )
    if held and held.on:
        return Sitting(meeting, day_words(held.on), _("suggested date"), "undated", "", are_due=False)
    return Sitting(meeting, "", _("to be dated"), "undated", "", are_due=False)
