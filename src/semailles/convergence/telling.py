"""A correction in words, without who made it: the journal and the log say the same."""

from django.utils.translation import gettext as _

from semailles.convergence.journal_words import VERBS
from semailles.convergence.models import Correction


class _Said(dict[str, object]):
    def __missing__(self, name: str) -> str:
        return "–"


def told(correction: Correction) -> str:
    return str(VERBS[correction.verb]) % _Said(correction.words)


def told_with_reason(correction: Correction) -> str:
    if not correction.reason:
        return told(correction)
    return _("%(gesture)s: “%(reason)s”") % {"gesture": told(correction), "reason": correction.reason}
