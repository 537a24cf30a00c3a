"""The day it is for an initiative, and the refusal of what is said to have happened after it."""

from datetime import date
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from semailles.workshop.calendar_words import day_words
from semailles.workshop.errors import NotYet
from semailles.workshop.models import Initiative


def today(initiative: Initiative) -> date:
    """`SEMAILLES_TODAY` when it is set, for a demonstration or a test; else the calendar's day in the initiative's time zone."""
    return settings.TODAY or timezone.localtime(timezone=ZoneInfo(initiative.time_zone)).date()


def require_come(initiative: Initiative, *days: date | None) -> None:
    """What happened did so today or before."""
    ahead = next((day for day in days if day is not None and day > today(initiative)), None)
    if ahead is not None:
        raise NotYet(_("%(day)s is still to come: give the day it happened, today at the latest.") % {"day": day_words(ahead)})
