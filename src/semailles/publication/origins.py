"""Where an idea stood before, in words. What a platform counted is told with its day: it decides nothing here."""

from dataclasses import dataclass
from datetime import date

from django.utils.dateparse import parse_datetime
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles.intake.models import Origin

COUNTED = ("supports", "endorsements", "votes", "agree", "disagree", "likes", "followers", "comments")


@dataclass(frozen=True, slots=True)
class OriginLine:
    """`author` is for those who coordinate; `counted`: by day, latest first."""

    platform: str
    number: str
    url: str
    author: str
    written: str
    facts: tuple[tuple[str, str], ...]
    counted: tuple[tuple[date, str], ...]


def origin_line(origin: Origin) -> OriginLine:
    point = f"{origin.latitude:.5f}, {origin.longitude:.5f}" if origin.point else ""
    facts = (
        (_("Theme there"), origin.theme),
        (_("Place there"), " · ".join(filter(None, (origin.place, point)))),
        (_("State there"), _state(origin.state)),
    )
    return OriginLine(
        str(origin.get_platform_display()),
        origin.external_id if origin.external_id != origin.url else "",
        origin.url,
        origin.author,
        _written(origin.written_at),
        tuple(fact for fact in facts if fact[1]),
        tuple((date.fromisoformat(day), counted_words(counts)) for day, counts in reversed(origin.counts)),
    )


def counted_words(counts: dict[str, int]) -> str:
    """« 41 supports, 3 comments »: what most commits first. A database may keep them in any order."""
    return ", ".join(_one(name, counts[name]) for name in COUNTED if name in counts)


def _one(name: str, count: int) -> str:
    words = {
        "supports": ngettext("%(n)d support", "%(n)d supports", count),
        "endorsements": ngettext("%(n)d endorsement", "%(n)d endorsements", count),
        "comments": ngettext("%(n)d comment", "%(n)d comments", count),
        "followers": ngettext("%(n)d follower", "%(n)d followers", count),
        "agree": ngettext("%(n)d agrees", "%(n)d agree", count),
        "disagree": ngettext("%(n)d disagrees", "%(n)d disagree", count),
        "votes": ngettext("%(n)d vote", "%(n)d votes", count),
        "likes": ngettext("%(n)d like", "%(n)d likes", count),
    }
    return words[name] % {"n": count}


def _state(said: str) -> str:
    """In words, when the platform says it in a code."""
    words = {
        "accepted": _("accepted"),
        "rejected": _("turned down"),
        "refused": _("turned down"),
        "evaluating": _("being looked at"),
        "withdrawn": _("withdrawn by its author"),
        "not_answered": _("not answered"),
        "not reviewed": _("not reviewed"),
    }
    return words.get(said, said)


def _written(said: str) -> str:
    """The day, when the platform writes it as machines do; its own words otherwise."""
    try:
        moment = parse_datetime(said.replace(" UTC", "Z"))
    except ValueError:
        moment = None
    return date_format(moment, "DATE_FORMAT") if moment else said
