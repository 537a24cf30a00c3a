"""Saying no with words. Read before Django is set up: no model is imported here."""

from datetime import timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
LONGEST_IN_MINUTES = timedelta(minutes=90)


class Refusal(Exception):
    """A broken rule: one translated sentence that names the thing and the way out. Bugs raise ordinary exceptions."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class NotAllowed(Refusal):
    """The person may not do this here."""


class TooMany(Refusal):
    def __init__(self, wait: timedelta) -> None:
        super().__init__(self.sentence_for(_said(wait)))
        self.wait = wait

    @staticmethod
    def sentence_for(wait: str) -> str:
        return _("That is too often from here: come back in %(wait)s.") % {"wait": wait}


def _said(wait: timedelta) -> str:
    """Rounded up, so that coming back then is never too early."""
    if wait <= LONGEST_IN_MINUTES:
        minutes = max(-(-wait // MINUTE), 1)
        return ngettext("%(n)s minute", "%(n)s minutes", minutes) % {"n": minutes}
    hours = -(-wait // HOUR)
    return ngettext("%(n)s hour", "%(n)s hours", hours) % {"n": hours}
