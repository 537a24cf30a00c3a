"""Bodies, who sits in them, and their meetings."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from semailles.workshop.models import Body, Initiative, Mandate, Milestone


@dataclass(frozen=True, slots=True)
class BodyView:
    body: Body
    sitting: tuple[Mandate, ...]
    ceased: tuple[Mandate, ...]
    meetings: tuple[Milestone, ...]


def bodies_with_mandates(initiative: Initiative, *, on: date) -> list[BodyView]:
    """Three queries, however many bodies there are."""
    bodies = (
        Body.objects.of(initiative)
        .standing()
        .prefetch_related(Prefetch("mandates", Mandate.objects.select_related("actor__merged_into")), "meetings")
    )
    return [_view(body, on) for body in bodies]


def _view(body: Body, on: date) -> BodyView:
    mandates = [mandate for mandate in body.mandates.all() if mandate.is_standing]
    sitting = tuple(mandate for mandate in mandates if mandate.ceased_on is None or mandate.ceased_on > on)
    ceased = tuple(mandate for mandate in mandates if mandate not in sitting)
    meetings = sorted(
        (one for one in body.meetings.all() if one.is_standing), key=lambda one: (one.happened_on or one.planned_on or date.max, one.rank)
    )
    return BodyView(body, sitting, ceased, tuple(meetings))
