"""The effects of a project as a printed line: what changes, how much between its bounds, counted how and from which source."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles.projects.enums import TimeBase
from semailles.projects.models import Effect
from semailles.publication.words import capitalised
from semailles.workshop.words import shown


def effect_row(one: Effect) -> tuple[str, str, str]:
    kind = capitalised(str(one.get_kind_display()))
    label = _("%(label)s: %(said)s") % {"label": kind, "said": one.indicator} if one.indicator else kind
    return label, _how_much(one), " ".join(f"{capitalised(said).rstrip('.')}." for said in _ground(one))


def _how_much(one: Effect) -> str:
    """« 22 – 36 – 55 MWh par an »."""
    if one.central is None:
        return _("not quantified: %(reason)s") % {"reason": one.unquantified_reason} if one.unquantified_reason else ""
    figures = " – ".join(
        shown(Effect, "central", figure) for figure in dict.fromkeys((one.low, one.central, one.high)) if figure is not None
    )
    return " ".join(filter(None, (figures, one.unit, _time(one))))


def _time(one: Effect) -> str:
    if one.base == TimeBase.LIFETIME and one.lifetime_years:
        return ngettext("over %(n)s year", "over %(n)s years", one.lifetime_years) % {"n": one.lifetime_years}
    return str(one.get_base_display()) if one.base else ""


def _ground(one: Effect) -> Iterator[str]:
    if one.confidence:
        yield str(one.get_confidence_display())
    if one.perimeter:
        yield str(one.get_perimeter_display())
    yield from filter(None, (one.reference, one.method, one.source))
