"""What a balance says, in words: the same on screen and in print. Translated when called."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from semailles.engines.budgeting import Balance, Line
from semailles.engines.typesetting.charts.balance import Bars, Reading, pieces
from semailles.engines.typesetting.charts.looks import Role
from semailles.engines.typesetting.typography import euros

_MOST_APART = 3


@dataclass(frozen=True, slots=True)
class ReadingRow:
    """One of the three readings. `gap`: what it leaves of the needs, or a word for what is apart."""

    label: str
    amount: str
    gap: str
    is_missing: bool = False


def amount_words(amount: Decimal) -> str:
    """« 12 000 € », « 12 000,50 € »."""
    return euros(amount, "fr" if (get_language() or "fr").startswith("fr") else "en")


def gap_words(balance: Balance, unsaid: str = "") -> str:
    """The one sentence of a budget: is it covered? `unsaid`: what is said when there is no need yet, unless it is that of the process."""
    said = {"gap": amount_words(abs(balance.gap)), "needs": amount_words(balance.needs)}
    if balance.needs == 0:
        return unsaid or _("Nobody has said yet what the process costs.")
    if balance.gap > 0:
        return _("%(gap)s are not secured, out of %(needs)s needed.") % said
    if balance.gap < 0:
        return _("What is confirmed covers the %(needs)s needed, and leaves %(gap)s.") % said
    return _("What is confirmed covers the %(needs)s needed.") % said


def hope_words(balance: Balance) -> tuple[str, ...]:
    """What would change if what is hoped for comes, and what makes the sums unsure."""
    return tuple(_hopes(balance))


def _hopes(balance: Balance) -> Iterator[str]:
    left = balance.needs - balance.hoped
    if balance.gap > 0 and balance.hoped > balance.confirmed:
        if left > 0:
            yield _("If everything hoped for comes, %(left)s will still be missing.") % {"left": amount_words(left)}
        else:
            yield _("If everything hoped for comes, the needs are covered.")
    if balance.mixes_tax_bases:
        yield _("Some lines are before tax and others tax included: they do not compare exactly.")


def three_readings(balance: Balance) -> tuple[ReadingRow, ...]:
    """Of the same budget: confirmed; confirmed and hoped for; in kind, apart."""
    rows = [
        _reading(_("Confirmed"), balance.confirmed, balance.needs),
        _reading(_("Hoped for (confirmed included)"), balance.hoped, balance.needs),
    ]
    if balance.in_kind:
        rows.append(ReadingRow(_("In kind"), _in_kind(balance.in_kind), _("apart")))
    return tuple(rows)


def _reading(label: str, amount: Decimal, needs: Decimal) -> ReadingRow:
    gap = amount - needs
    return ReadingRow(label, amount_words(amount), amount_words(gap), is_missing=gap < 0)


def _in_kind(lines: tuple[Line, ...]) -> str:
    """The amount of a single line that has one; of several, how many: they are never added."""
    if len(lines) == 1 and lines[0].amount is not None:
        return amount_words(Decimal(lines[0].amount))
    return ngettext("%(n)d contribution", "%(n)d contributions", len(lines)) % {"n": len(lines)}


def in_kind_words(line: Line) -> str:
    """« CAUE : stagiaire (1 800 €) »."""
    said = _("%(who)s: %(what)s") % {"who": line.label, "what": line.detail} if line.detail else line.label
    return f"{said} ({amount_words(Decimal(line.amount))})" if line.amount is not None else said


def balance_chart(balance: Balance, title: str = "") -> Bars | None:
    """The drawing of a balance, or None when no sum was written."""
    if balance.needs == 0 and balance.hoped == 0:
        return None
    zero = Decimal(0)
    rows = [
        Reading(_("Needs"), amount_words(balance.needs), ((Role.NEED, zero, balance.needs),)),
        Reading(_("Confirmed"), amount_words(balance.confirmed), ((Role.HAVE, zero, balance.confirmed),)),
        Reading(_("Hoped for (confirmed included)"), amount_words(balance.hoped), pieces(balance.confirmed, balance.hoped)),
    ]
    if balance.gap > 0:
        rows.append(Reading(_("Gap"), amount_words(balance.gap), ((Role.GAP, balance.confirmed, balance.needs),), is_strong=True))
    valued = [line for line in balance.in_kind if line.amount is not None][:_MOST_APART]
    rows += [_apart(line) for line in valued]
    told = " ".join((*(f"{one.label} {one.amount}." for one in rows), gap_words(balance)))
    return Bars(title or _("Budget of the process"), told, tuple(rows), balance.needs)


def _apart(line: Line) -> Reading:
    amount = Decimal(line.amount or 0)
    return Reading(_("In kind: %(who)s") % {"who": line.label}, amount_words(amount), ((Role.APART, Decimal(0), amount),), is_apart=True)
