"""The path of the seven verbs, with where the work stands on each."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles.core.audience import Audience, reading, reads_everything
from semailles.core.models import Event
from semailles.publication.progress import Advance, advances
from semailles.workshop.models import Initiative


@dataclass(frozen=True, slots=True)
class Step:
    """One verb of the path. `percent` of its furrow is sown; `said` says it in words."""

    verb: str
    url: str
    said: str
    percent: float
    is_current: bool


_last: dict[tuple[str, Audience], tuple[int, Mapping[str, Advance]]] = {}


def steps(initiative: Initiative, path: str) -> tuple[Step, ...]:
    known = _advances(initiative)
    leads = _PREFIXES if reads_everything() else _PREFIXES | {"gather": "ideas"}  # documents stay in the workspace
    here = next((name for name in leads if path.startswith(reverse(leads[name]))), "")
    return tuple(
        Step(_verb(name), reverse(url), _said(name, known[name]), known[name].percent, name == here) for name, url in leads.items()
    )


# Where each verb leads; the start of the address says on which one a page stands.
_PREFIXES = {
    "gather": "documents",
    "converge": "convergences",
    "carry": "projects",
    "govern": "governance",
    "measure": "measure",
    "publish": "publish",
    "sow": "sow",
}


def _advances(initiative: Initiative) -> Mapping[str, Advance]:
    """Counted again only when the journal has grown: whatever changes is journalled."""
    key = (str(initiative.public_id), reading())
    last = Event.objects.filter(initiative_id=initiative.public_id).order_by("-id").values_list("id", flat=True).first() or 0
    if _last.get(key, (-1, {}))[0] != last:
        _last[key] = (last, advances(initiative))
    return _last[key][1]


def _verb(name: str) -> str:
    return {
        "gather": _("Gather"),
        "converge": _("Converge"),
        "carry": _("Carry"),
        "govern": _("Govern"),
        "measure": _("Measure"),
        "publish": _("Publish"),
        "sow": _("Sow on"),
    }[name]


def _said(name: str, advance: Advance) -> str:
    """What was done out of what there is; where nobody could do anything yet, what there is."""
    done, total = {"done": advance.done, "total": advance.total}, advance.total
    return {
        "gather": _("%(done)s / %(total)s sorted") % done,
        "converge": _read(advance),
        "carry": _("%(done)s / %(total)s carried") % done,
        "govern": _("%(done)s / %(total)s meetings held") % done if total else _("no meeting yet"),
        "measure": _("nothing quantified"),
        "publish": ngettext("%(total)s page to proofread", "%(total)s pages to proofread", total) % done if total else _("nothing printed"),
        "sow": _("after the roadmap"),
    }[name]


def _read(advance: Advance) -> str:
    """« 6 à lire », then « 1 validée, 5 à lire », then « 6 validées »."""
    left = advance.total - advance.done
    validated = ngettext("%(n)s validated", "%(n)s validated", advance.done) % {"n": advance.done}
    if not advance.total:
        return _("nothing yet")
    if not left:
        return validated
    to_read = ngettext("%(total)s to read", "%(total)s to read", left) % {"total": left}
    return f"{validated}, {to_read}" if advance.done else to_read
