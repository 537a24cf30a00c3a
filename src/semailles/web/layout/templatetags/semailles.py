"""What templates say in our own way: money, seeds, fields, numbers for drawings."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django import template
from django.forms import BoundField
from django.utils.formats import number_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from semailles.core.models import Person
from semailles.engines.typesetting.typography import euros as whole_euros
from semailles.engines.typesetting.typography import grouped
from semailles.web.layout.forms import summary
from semailles.workshop.calendar_words import day_words

register = template.Library()

HARD = "\u00a0"
STEP_ACROSS, STEP_DOWN = 11, 13  # units between two seeds
GROUP, BETWEEN_GROUPS = 5, 5
THOUSAND = 1000


@register.filter
def euros(amount: Decimal | float | None) -> str:
    """« 12 000 € »; cents only where there are some; « – » for what is not valued."""
    if amount is None:
        return "–"
    lang, value = get_language() or "fr", Decimal(amount)
    if value == value.to_integral_value():
        return whole_euros(int(value), lang)
    whole, cents = divmod(abs(value), 1)
    sign, spelled = "−" if value < 0 else "", f"{cents:.2f}"[2:]
    if lang == "fr":
        return f"{sign}{grouped(int(whole), lang)},{spelled}{HARD}€"
    return f"{sign}€{grouped(int(whole), lang)}.{spelled}"


@register.simple_tag
def colon() -> str:
    """Before what a word announces: French sets a space there, English none."""
    return f"{HARD}:" if (get_language() or "fr") == "fr" else ":"


@register.filter
def plain(number: float | Decimal) -> str:
    """A number as SVG reads it, whatever the language of the page."""
    return f"{number:g}"


@register.filter
def number(amount: Decimal) -> str:
    """« 12,5 »: as many decimals as there are, in the language of the page."""
    return number_format(Decimal(f"{amount.normalize():f}"), force_grouping=True)


@register.filter
def percent(share: Decimal) -> str:
    """« 40 % » of a whole that is 100."""
    space = HARD if (get_language() or "fr") == "fr" else ""
    return f"{number(share)}{space}%"


register.filter("summary", summary)


@register.filter
def described(field: BoundField) -> SafeString:
    """The field's own control, tied to its hint and its error."""
    said = [f"{field.id_for_label}-hint"] if field.help_text else []
    said += [f"{field.id_for_label}-error"] if field.errors else []
    attributes: dict[str, Any] = {"aria-describedby": " ".join(said)} if said and not field.use_fieldset else {}
    return field.as_widget(attrs={**attributes, **({"aria-invalid": "true"} if field.errors else {})})


@register.simple_tag(takes_context=True)
def turned(context: Mapping[str, Any], number: int) -> str:
    """The address of another page of the same list: what was asked stays asked."""
    asked = context["request"].GET.copy()
    asked["page"] = str(number)
    return f"?{asked.urlencode()}"


@register.filter
def counted(number: int) -> str:
    """« 12 000 »."""
    return grouped(number, get_language() or "fr")


@register.filter
def weight(size: int) -> str:
    """« 590 octets », « 68 Ko », « 1,2 Mo »."""
    if size < THOUSAND:
        return ngettext("%(n)s byte", "%(n)s bytes", size) % {"n": size}
    if size < THOUSAND**2:
        return _("%(n)s kB") % {"n": number_format(size / THOUSAND, 0)}
    return _("%(n)s MB") % {"n": number_format(size / THOUSAND**2, 1)}


@register.simple_tag
def seeds(full: int | str, none: int | str = 0, across: int | str = 5, pale: int | str = 0, scale: float | str = 1) -> SafeString:
    """Seeds in rows, by groups of five, from the ground up: `full` that are there, `pale` that are only suggested, `none` that are missing. A drawing; words beside it say the number."""
    kinds = [""] * int(full) + ["pale"] * int(pale) + ["none"] * int(none)
    wide, size = int(across), float(scale)
    rows = max(1, -(-len(kinds) // wide))
    places = ((kind, _across(rank % wide), (rows - 1 - rank // wide) * STEP_DOWN) for rank, kind in enumerate(kinds))
    uses = format_html_join(
        "", '<use href="#seed"{} x="{}" y="{}"/>', ((format_html(' class="{}"', kind) if kind else "", x, y) for kind, x, y in places)
    )
    width, height = _across(min(max(len(kinds), 1), wide) - 1) + STEP_ACROSS, rows * STEP_DOWN
    drawn = f"{width * size:g}", f"{height * size:g}"
    return format_html(
        '<svg class="seeds" width="{}" height="{}" viewBox="0 0 {} {}" aria-hidden="true">{}</svg>', *drawn, width, height, uses
    )


def _across(rank: int) -> int:
    return rank * STEP_ACROSS + rank // GROUP * BETWEEN_GROUPS


@register.filter
def length_in_months(months: Decimal) -> str:
    """« 3 mois », « 1,5 mois »."""
    whole = int(months)
    said = str(whole) if months == whole else number_format(months.normalize(), force_grouping=False)
    return ngettext("%(n)s month", "%(n)s months", 1 if months == 1 else 2) % {"n": said}


@register.filter
def amid(person: Person | None) -> str:
    """Who did it, in the middle of a sentence. The person of this machine has a name of no one, in the language of the page."""
    return _("somebody on this machine") if person and person.is_local else str(person or "")


@register.filter
def day(on: date | None) -> str:
    """« 1er juin 2015 »; nothing for no day."""
    return day_words(on) if on else ""
