"""What the verification of the chain says."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from semailles.core.seals.verifying import Break, Fault, Verdict

FAULTS = {
    Fault.MISSING: gettext_lazy("it is missing"),
    Fault.LINK: gettext_lazy("it does not follow from the one before: a seal was changed, added or taken out"),
    Fault.CONTENT: gettext_lazy("what it says was changed after it was set"),
    Fault.ROW: gettext_lazy("its date, its author or its subject was changed after it was set"),
    Fault.VALUE: gettext_lazy("a value was changed after it was set (%(value)s)"),
    Fault.ERASED: gettext_lazy("a value is gone (%(value)s), and no seal says that it was erased"),
}


def verdict_in_words(verdict: Verdict) -> str:
    """One sentence: whether the chain holds, and where it breaks first."""
    if not verdict.seals:
        return _("Nothing was sealed yet.")
    if verdict.holds:
        return ngettext("The chain holds: %(count)s seal.", "The chain holds: %(count)s seals.", verdict.seals) % {"count": verdict.seals}
    first = verdict.breaks[0]
    return _("The chain breaks at seal %(rank)s: %(why)s.") % {"rank": first.rank, "why": fault_in_words(first)}


def fault_in_words(broken: Break) -> str:
    return str(FAULTS[broken.fault]) % {"value": broken.value} if broken.value else str(FAULTS[broken.fault])
