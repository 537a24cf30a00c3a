"""The day it is where the initiative is: the only clock of the pages."""

from datetime import date
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import timezone

from semailles.workshop.models import Initiative


def today(initiative: Initiative) -> date:
    """`SEMAILLES_TODAY` when it is set, for a demonstration or a test; else the calendar's day in the initiative's time zone."""
    return settings.TODAY or timezone.localtime(timezone=ZoneInfo(initiative.time_zone)).date()
