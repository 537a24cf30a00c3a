"""How things and their fields are called on screen and in sentences, and how their values are shown."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from django.db import models
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext_lazy as _

NOTHING = "–"
KINDS = {
    "Initiative": _("initiative"),
    "Team": _("team"),
    "Theme": _("theme"),
    "Actor": _("actor"),
    "Contact": _("contact"),
    "Axis": _("axis"),
    "Body": _("body"),
    "Mandate": _("mandate"),
    "Phase": _("phase"),
    "Milestone": _("milestone"),
    "Mission": _("mission"),
    "ProcessCost": _("cost"),
    "ProcessFunding": _("resource"),
    "ProcessCommitment": _("commitment"),
    "ProjectMilestone": _("milestone of a project"),
    "Dependency": _("wait"),
}
FIELDS = {
    "acronym": _("acronym"),
    "actor": _("actor"),
    "amount": _("amount"),
    "body": _("body"),
    "before": _("waits for"),
    "by_which_act": _("by which act"),
    "ceased_on": _("ceased on"),
    "college": _("college"),
    "cost": _("cost line"),
    "deadline_on": _("deadline"),
    "deadline_reason": _("reason of the deadline"),
    "decided_on": _("decided on"),
    "deliverable": _("deliverable"),
    "delivered_on": _("delivered on"),
    "designated_on": _("designated on"),
    "detail": _("detail"),
    "due_on": _("due on"),
    "email": _("e-mail"),
    "ends_on": _("until"),
    "earmark": _("earmarked for"),
    "ended_on": _("ended on"),
    "expires_on": _("expires on"),
    "fee": _("fee"),
    "function": _("function"),
    "funder": _("funder"),
    "happened_on": _("held on"),
    "item": _("item"),
    "kind": _("kind"),
    "label": _("label"),
    "lag_days": _("days in between"),
    "lang": _("language"),
    "level": _("level"),
    "minutes_on": _("minutes adopted on"),
    "months": _("months"),
    "name": _("name"),
    "nature": _("nature"),
    "note": _("note"),
    "notice": _("notice"),
    "paid_on": _("paid on"),
    "phase": _("phase"),
    "phone": _("telephone"),
    "position": _("position"),
    "planned_on": _("planned on"),
    "projects": _("projects"),
    "purpose": _("purpose"),
    "real_amount": _("real amount"),
    "real_on": _("really reached on"),
    "regard": _("what the team looks at"),
    "responsible": _("responsible"),
    "role": _("role"),
    "scale": _("scale"),
    "scope": _("scope"),
    "source": _("source"),
    "starts_on": _("starts on"),
    "state": _("state"),
    "status": _("status"),
    "status_reason": _("reason"),
    "tax_base": _("tax base"),
    "territory": _("territory"),
    "text": _("text"),
    "time_zone": _("time zone"),
    "title": _("title"),
    "who": _("who"),
    "words": _("words"),
    "year": _("year"),
}


def called(row: models.Model) -> str:
    """A thing at the head of a sentence: « Travaux » (phase)."""
    return f"« {row} » ({KINDS[type(row).__name__]})"


def label_of(field: str) -> str:
    return str(FIELDS.get(field, field))


def shown(model: type[models.Model], field: str, value: object) -> str:
    """A value of a field as people read it."""
    if value is None or value in ("", []):
        return NOTHING
    choices = dict(getattr(model._meta.get_field(field), "flatchoices", ()))  # noqa: SLF001 - Django gives its description of a model no other name
    if value in choices.keys():  # noqa: SIM118 - a list of words is unhashable: asked of the view, not of the dictionary
        return str(choices[value])
    return _plain(value)


def _plain(value: object) -> str:
    if isinstance(value, date):
        return date_format(value)
    if isinstance(value, Decimal):
        whole = value == value.to_integral_value()
        return number_format(value.quantize(Decimal(1)) if whole else value, force_grouping=True)
    if isinstance(value, Iterable) and not isinstance(value, str):
        return ", ".join(str(one) for one in value)
    return str(value)
