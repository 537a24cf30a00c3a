"""How things and their fields are called on screen and in sentences, and how their values are shown."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, cast

from django.db import models
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext_lazy as _

from semailles.engines.locating import shape_text

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
    "ProjectPlace": _("place of a project"),
    "Obstacle": _("obstacle and lever"),
    "Example": _("example"),
    "Effect": _("effect"),
    "ProjectLink": _("link between projects"),
    "Picture": _("picture"),
    "Comment": _("remark"),
    "Question": _("question or remark"),
    "ProjectCommitment": _("commitment"),
    "Offer": _("offer of help"),
    "SupportNeed": _("need for help"),
    "WorkTask": _("task"),
    "GroupNote": _("note of a group"),
    "ProjectCost": _("cost of a project"),
    "ProjectFunding": _("resource of a project"),
    "Welcome": _("public page"),
}
FIELDS = {
    "shape": _("line or area"),
    "insee_year": _("year of the list of communes"),
    "precision": _("precision"),
    "longitude": _("longitude"),
    "latitude": _("latitude"),
    "insee": _("INSEE code"),
    "acronym": _("acronym"),
    "actor": _("actor"),
    "alt": _("what it shows"),
    "amount": _("amount"),
    "author": _("who estimated it"),
    "axis": _("axis"),
    "base": _("counted over"),
    "body": _("body"),
    "before": _("waits for"),
    "by_which_act": _("by which act"),
    "caption": _("caption"),
    "central": _("central figure"),
    "ceased_on": _("ceased on"),
    "confidence": _("how reliable"),
    "college": _("college"),
    "competent_body": _("body that decides"),
    "contact": _("contact"),
    "cost": _("cost line"),
    "credit": _("credit"),
    "deadline_on": _("deadline"),
    "deadline_reason": _("reason of the deadline"),
    "decided_on": _("decided on"),
    "deliverable": _("deliverable"),
    "delivered_on": _("delivered on"),
    "designated_on": _("designated on"),
    "detail": _("detail"),
    "done_on": _("done on"),
    "due_on": _("due on"),
    "earmark": _("earmarked for"),
    "email": _("e-mail"),
    "emerged_on": _("emerged on"),
    "effort": _("work, not valued"),
    "effort_unit": _("counted in"),
    "estimated_on": _("estimated on"),
    "ended_on": _("ended on"),
    "ends_on": _("until"),
    "expires_on": _("expires on"),
    "facilitator": _("who leads it"),
    "fee": _("fee"),
    "function": _("function"),
    "funder": _("funder"),
    "group": _("working group"),
    "high": _("highest figure"),
    "happened_on": _("held on"),
    "ideas_from": _("ideas taken from"),
    "ideas_until": _("ideas taken until"),
    "indicator": _("what changes"),
    "intended_form": _("intended form"),
    "is_open": _("page open to all"),
    "item": _("item"),
    "keywords": _("keywords"),
    "kind": _("kind"),
    "label": _("label"),
    "lag_days": _("days in between"),
    "lang": _("language"),
    "lead_months": _("months before it starts"),
    "level": _("level"),
    "lever": _("lever"),
    "licence": _("licence"),
    "lifetime_years": _("years of life"),
    "low": _("lowest figure"),
    "lifted_on": _("lifted on"),
    "method": _("method and hypotheses"),
    "minutes_on": _("minutes adopted on"),
    "months": _("months"),
    "most_ideas": _("at most"),
    "name": _("name"),
    "nature": _("nature"),
    "next_review_on": _("next review on"),
    "not_quantified_reason": _("why it is not quantified"),
    "note": _("note"),
    "notice": _("notice"),
    "obstacle": _("obstacle"),
    "on": _("day"),
    "other": _("other project"),
    "owner": _("who sees to it"),
    "paid_on": _("paid on"),
    "participation": _("participation of citizens"),
    "perimeter": _("perimeter"),
    "phase": _("phase"),
    "phone": _("telephone"),
    "planned_on": _("planned on"),
    "position": _("position"),
    "project": _("project"),
    "projects": _("projects"),
    "proof_sha256": _("attached document"),
    "public_contact": _("public contact"),
    "purpose": _("purpose"),
    "question": _("question to the public"),
    "real_amount": _("real amount"),
    "real_on": _("really reached on"),
    "reference": _("compared with"),
    "regard": _("what the team looks at"),
    "remind_on": _("reminder"),
    "responsible": _("responsible"),
    "result": _("result"),
    "role": _("role"),
    "scale": _("scale"),
    "scope": _("scope"),
    "share": _("share"),
    "source": _("source"),
    "sphere": _("field of action"),
    "starts_on": _("starts on"),
    "state": _("state"),
    "status": _("status"),
    "status_reason": _("reason"),
    "strategy_verb": _("verb of the strategy"),
    "tagline": _("tagline"),
    "takes_ideas": _("takes ideas"),
    "tax_base": _("tax base"),
    "territory": _("territory"),
    "text": _("text"),
    "themes": _("themes"),
    "time_zone": _("time zone"),
    "title": _("title"),
    "unit": _("unit"),
    "unquantified_reason": _("or why there is no figure"),
    "unblocked_when": _("what would unblock it"),
    "what": _("what"),
    "where": _("where"),
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
    if field == "shape":
        return shape_text(cast("Mapping[str, Any]", value))
    described = model._meta.get_field(field)  # noqa: SLF001 - Django gives its description of a model no other name
    label = next((label for key, label in getattr(described, "flatchoices", ()) if key == value), None)
    if label is not None:
        return str(label)
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
