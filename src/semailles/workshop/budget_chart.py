"""The balance of the process as a drawing, and in one sentence: values and words for the chart, which knows neither."""

from django.utils.translation import gettext as _

from semailles.engines.budgeting import Balance
from semailles.engines.typesetting.charts.balance import Bars, Reading, pieces
from semailles.engines.typesetting.charts.looks import Role
from semailles.workshop.words import money


def balance_chart(balance: Balance) -> Bars | None:
    """The drawing of a balance, or None when no line has an amount."""
    if not (balance.needs or balance.hoped):
        return None
    readings = (
        Reading(_("Needs"), money(balance.needs), ((Role.NEED, balance.needs * 0, balance.needs),), is_strong=True),
        Reading(_("Confirmed"), money(balance.confirmed), pieces(balance.confirmed, balance.confirmed)),
        Reading(_("Hoped for"), money(balance.hoped), pieces(balance.confirmed, balance.hoped)),
        *_missing(balance),
    )
    return Bars(_("The balance of the process"), balance_words(balance), readings, balance.needs)


def _missing(balance: Balance) -> tuple[Reading, ...]:
    if balance.gap <= 0:
        return ()
    return (Reading(_("Gap"), money(balance.gap), ((Role.GAP, balance.confirmed, balance.needs),)),)


def balance_words(balance: Balance) -> str:
    """Where the money stands, in one sentence or two."""
    said = {"needs": money(balance.needs), "confirmed": money(balance.confirmed), "hoped": money(balance.hoped), "gap": money(balance.gap)}
    if balance.gap <= 0:
        return _("%(confirmed)s are confirmed for %(needs)s of needs: the budget balances.") % said
    if balance.hoped >= balance.needs:
        return (
            _("%(needs)s are needed, %(confirmed)s confirmed: the budget balances only with what is hoped for; %(gap)s are not secured.")
            % said
        )
    short = {**said, "short": money(balance.needs - balance.hoped)}
    return (
        _("%(needs)s are needed, %(confirmed)s confirmed: %(gap)s are missing, and even with what is hoped for %(short)s would be.") % short
    )
