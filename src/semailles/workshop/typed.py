"""What people type → values: amounts, days, months, years. What cannot be read is refused in one sentence that shows how to write it."""

import calendar
import re
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from semailles.engines.euros import euros
from semailles.engines.words import fold
from semailles.workshop.errors import Mistyped

CENT, TENTH = Decimal("0.01"), Decimal("0.1")
MOST_EUROS = Decimal(10) ** 10
MOST_MONTHS = 120
FIRST_YEAR, LAST_YEAR = 1900, 2199
WRITTEN_DAY = re.compile(r"(?P<day>\d{1,2})(?:er|st|nd|rd|th)?[\s./-]+(?P<month>\d{1,2}|[a-z]+)\.?[\s./-]+(?P<year>\d{4}|\d{2})")
ISO_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
MONTHS = (
    ("janvier", "january"),
    ("fevrier", "february"),
    ("mars", "march"),
    ("avril", "april"),
    ("mai", "may"),
    ("juin", "june"),
    ("juillet", "july"),
    ("aout", "august"),
    ("septembre", "september"),
    ("octobre", "october"),
    ("novembre", "november"),
    ("decembre", "december"),
)
SHORTEST_MONTH = 3  # letters: « mar », « sep »; « jui » is two months, hence none


def typed_amount(text: str) -> Decimal | None:
    """Euros: « 12 000 », « 12.000,50 », « 4 k€ »; nothing typed is no amount."""
    if not text.strip():
        return None
    amount = euros(text)
    if amount is None:
        raise Mistyped(_("« %(text)s » is no amount. Write for instance 12000, 12 000,50 or 4 k€.") % {"text": text.strip()})
    if amount < 0:
        sentence = _("« %(text)s »: an amount is never negative. What comes in is a resource, what goes out is a cost.")
        raise Mistyped(sentence % {"text": text.strip()})
    if amount != amount.quantize(CENT):
        raise Mistyped(_("« %(text)s » is finer than a cent: write two decimals at most.") % {"text": text.strip()})
    if amount >= MOST_EUROS:
        raise Mistyped(_("« %(text)s » is more than a budget can hold: write fewer than ten billion euros.") % {"text": text.strip()})
    return amount.quantize(CENT)


def typed_quantity(text: str) -> Decimal | None:
    """A plain number, below zero too: « 1 200,5 », « -3 »."""
    bare = re.sub(r"[\s\u00a0\u202f]", "", text).replace(",", ".").replace("\u2212", "-")
    if not bare:
        return None
    if not re.fullmatch(r"-?\d{1,12}(\.\d{1,3})?", bare):
        sentence = _("« %(text)s » is no number. Write for instance 1 200 or 0,5; the unit goes into its own field.")
        raise Mistyped(sentence % {"text": text.strip()})
    return Decimal(bare)


def typed_day(text: str) -> date | None:
    """« 2015-02-28 », « 28/02/2015 », « 28 février 2015 »; nothing typed is no day."""
    bare = fold(text).strip()
    if not bare:
        return None
    found = ISO_DAY.fullmatch(bare) or WRITTEN_DAY.fullmatch(bare)
    month = _month(found["month"]) if found else None
    if found is None or month is None:
        raise Mistyped(_("« %(text)s » is no day. Write for instance 28/02/2015 or 28 février 2015.") % {"text": text.strip()})
    year = int(found["year"]) + (2000 if len(found["year"]) == 2 else 0)  # noqa: PLR2004 - two figures of a year
    return _existing_day(_known_year(year, text), month, int(found["day"]), text)


def typed_months(text: str) -> Decimal | None:
    """A length in months: « 3 », « 1,5 », « 3 mois »."""
    bare = re.sub(r"\s*(?:mois|months?)$", "", text.strip().lower()).replace(",", ".")
    if not bare:
        return None
    if not re.fullmatch(r"\d{1,3}(\.\d+)?", bare) or not TENTH <= Decimal(bare).quantize(TENTH) <= MOST_MONTHS:
        sentence = _("« %(text)s » is no length in months. Write for instance 3 or 1,5, and %(most)d at most.")
        raise Mistyped(sentence % {"text": text.strip(), "most": MOST_MONTHS})
    return Decimal(bare).quantize(TENTH)


def typed_year(text: str) -> int | None:
    if not text.strip():
        return None
    if not re.fullmatch(r"\d{4}", text.strip()):
        raise Mistyped(_("« %(text)s » is no year. Write for instance 2015.") % {"text": text.strip()})
    return _known_year(int(text), text)


def _month(written: str) -> int | None:
    if written.isdigit():
        return int(written)
    if len(written) < SHORTEST_MONTH:
        return None
    found = [rank for rank, names in enumerate(MONTHS, start=1) if any(name.startswith(written) for name in names)]
    return found[0] if len(found) == 1 else None


def _known_year(year: int, text: str) -> int:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Mistyped(
            _("« %(text)s »: the year is between %(first)d and %(last)d.") % {"text": text.strip(), "first": FIRST_YEAR, "last": LAST_YEAR}
        )
    return year


def _existing_day(year: int, month: int, day: int, text: str) -> date:
    if not 1 <= month <= len(MONTHS):
        raise Mistyped(
            _("« %(text)s »: there is no month %(month)d. Write the day first, then the month.") % {"text": text.strip(), "month": month}
        )
    last = calendar.monthrange(year, month)[1]
    if not 1 <= day <= last:
        sentence = _("« %(text)s » does not exist: that month of %(year)d has %(last)d days.")
        raise Mistyped(sentence % {"text": text.strip(), "year": year, "last": last})
    return date(year, month, day)
