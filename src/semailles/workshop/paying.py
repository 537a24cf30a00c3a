"""How sure a funding line is from now on, whoever owns it: what an action writes of it."""

from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from semailles.workshop.enums import FundingStatus
from semailles.workshop.errors import ReasonMissing
from semailles.workshop.money import FundingLine

DATED = (FundingStatus.DECIDED, FundingStatus.NOTIFIED, FundingStatus.PAID)


def how_sure(funding: FundingLine, status: FundingStatus, *, source: str, on: date) -> dict[str, Any]:
    """And what says so. Refusing goes through `refusal`, with its reason."""
    if status == FundingStatus.REFUSED:
        raise _without_reason(funding)
    said = source.strip() or funding.source
    return {"status": status, "decided_on": on if status in DATED else None, "status_reason": "", "source": said}


def refusal(funding: FundingLine, reason: str, *, on: date) -> dict[str, Any]:
    """The funder does not, or does not any more: the line stays with its reason, its euros leave every total, the gap opens."""
    if not reason.strip():
        raise _without_reason(funding)
    return {"status": FundingStatus.REFUSED, "status_reason": reason.strip(), "decided_on": on}


def _without_reason(funding: FundingLine) -> ReasonMissing:
    return ReasonMissing(_("Say why « %(funder)s » does not fund any more.") % {"funder": funding.funder})
