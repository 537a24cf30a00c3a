"""What the frame is made of, as screens know it: for each kind of thing its fields, its actions, the page it is seen on."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from semailles.workshop import actions, entries, models
from semailles.workshop.ownership import Editable

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Sentence


@dataclass(frozen=True, slots=True)
class Kind:
    """`owner`: what a new one is added to, when it is not the initiative itself."""

    slug: str
    model: type[Editable]
    entry: type[Any]
    fields: tuple[str, ...]
    add: Callable[..., Any]
    describe: Callable[..., Any]
    page: str
    new: "Sentence"
    hint: "Sentence"
    owner: type[Editable] | None = None


_BODY = ("name", "kind", "purpose", "state")
_MANDATE = ("name", "actor", "college", "function", "designated_on", "by_which_act", "ceased_on")
_PHASE = ("name", "months", "starts_on", "ended_on")
_MILESTONE = ("label", "kind", "body", "planned_on", "happened_on", "minutes_on", "responsible", "phase", "note")
_MISSION = ("who", "deliverable", "projects", "fee", "tax_base", "cost", "due_on", "delivered_on", "paid_on")
_COST = ("item", "amount", "tax_base", "detail", "kind", "year", "real_amount")
_FUNDING = ("funder", "amount", "tax_base", "nature", "status", "source", "decided_on", "detail", "year", "expires_on", "earmark")

KINDS = {
    kind.slug: kind
    for kind in (
        Kind(
            "axes",
            models.Axis,
            entries.AxisEntry,
            ("text", "kind", "scale"),
            actions.add_axis,
            actions.describe_axis,
            "frame",
            _("Add an axis"),
            _("A line of the vision or of the strategy, at the scale where it makes sense."),
        ),
        Kind(
            "themes",
            models.Theme,
            entries.ThemeEntry,
            ("title", "words"),
            actions.add_theme,
            actions.describe_theme,
            "frame",
            _("Add a theme"),
            _("The words tell which ideas speak of it: « cantine, circuits courts, maraîchage ». They are used at the next reading."),
        ),
        Kind(
            "instances",
            models.Body,
            entries.BodyEntry,
            _BODY,
            actions.add_body,
            actions.describe_body,
            "frame",
            _("Add a body"),
            _("A steering committee, a working group, an assembly: who meets, and what for."),
        ),
        Kind(
            "mandats",
            models.Mandate,
            entries.MandateEntry,
            _MANDATE,
            actions.designate,
            actions.describe_mandate,
            "frame",
            _("Designate somebody"),
            _("Who sits there, for which college, by which act. The name stays in the workspace: it is printed only with their consent."),
            owner=models.Body,
        ),
        Kind(
            "missions",
            models.Mission,
            entries.MissionEntry,
            _MISSION,
            actions.add_mission,
            actions.describe_mission,
            "frame",
            _("Add a mission"),
            _("A person hired to shape projects: what they hand over, for which fee, until when."),
        ),
        Kind(
            "phases",
            models.Phase,
            entries.PhaseEntry,
            _PHASE,
            actions.add_phase,
            actions.describe_phase,
            "calendar",
            _("Add a phase"),
            _("It starts when the one before ends, unless you set a day."),
        ),
        Kind(
            "jalons",
            models.Milestone,
            entries.MilestoneEntry,
            _MILESTONE,
            actions.add_milestone,
            actions.describe_milestone,
            "calendar",
            _("Add a day that matters"),
            _("A milestone to reach, a meeting of a body, a deadline that comes from outside."),
        ),
        Kind(
            "depenses",
            models.ProcessCost,
            entries.CostEntry,
            _COST,
            actions.add_cost,
            actions.describe_cost,
            "budget",
            _("Add a cost"),
            _(
                "« 4 participants at 2 000 € » goes into the detail: it is no second cost. Without an amount, the line is kept and enters no total."
            ),
        ),
        Kind(
            "ressources",
            models.ProcessFunding,
            entries.FundingEntry,
            _FUNDING,
            actions.add_funding,
            actions.describe_funding,
            "budget",
            _("Add a resource"),
            _("Who pays or gives, and how sure it is. What is in kind is never added to the euros."),
        ),
    )
}


def slug_of(row: Editable) -> str:
    """The kind of a thing of the frame, as addresses say it."""
    return next(kind.slug for kind in KINDS.values() if isinstance(row, kind.model))
