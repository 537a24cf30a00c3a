"""The list of documents: what its address asks for, what may be chosen, how many answer each choice."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import QueryDict
from django.utils.translation import gettext as _

from semailles.core.search import THING, Match, counted, narrowed
from semailles.intake.enums import ReadStatus
from semailles.intake.queries.shelving import WAITING, DocumentLine, in_order
from semailles.web.layout.choices import Choice

NAMES = {"team": "equipe", "state": "etat", THING: "genre"}  # in the address
ORDERS = ("ideas", "date")
NO_KIND = "-"


@dataclass(frozen=True, slots=True)
class Listed:
    """Documents that answer, in order; `waiting`: how many files have no document yet."""

    lines: tuple[DocumentLine, ...]
    choices: tuple[Choice, ...]
    is_narrowed: bool
    order: str
    shows_waiting: bool


def listed(lines: Sequence[DocumentLine], query: QueryDict, *, waiting: int) -> Listed:
    chosen = {facet: query.get(name, "")[:40] for facet, name in NAMES.items()}
    order = query.get("tri", "") if query.get("tri") in ORDERS else ""
    every = [Match(rank, _kind_of(line), _facets(line)) for rank, line in enumerate(lines)]
    counts = counted(every, chosen, tuple(NAMES))
    if not chosen["team"] and not chosen[THING] and waiting:
        counts["state"][WAITING] += waiting
    found = in_order((lines[one.pk] for one in narrowed(every, chosen)), order)
    return Listed(
        tuple(found),
        (*_choices(lines, chosen, counts), _order(order)),
        any(chosen.values()),
        order,
        shows_waiting=chosen["state"] in ("", WAITING) and not chosen["team"] and not chosen[THING],
    )


def _facets(line: DocumentLine) -> Mapping[str, Sequence[str]]:
    return {"team": [line.document.team.letter], "state": [line.standing]}


def _choices(lines: Sequence[DocumentLine], chosen: Mapping[str, str], counts: "Mapping[str, Counter[str]]") -> tuple[Choice, ...]:
    teams = {letter: f"{letter} · {line.document.team}" for line in in_order(lines, "") if (letter := line.document.team.letter)}
    states = {str(ReadStatus.READ): _("read"), str(ReadStatus.UNREADABLE): _("refused"), WAITING: _("waiting to be read")}
    kinds = {_kind_of(line): line.version.kind or _("none was recognised") for line in sorted(lines, key=_kind_of)}
    lists = (
        ("team", _("Team"), _("all teams"), teams),
        ("state", _("State"), _("all states"), states),
        (THING, _("Format"), _("all formats"), kinds),
    )
    return tuple(
        Choice(NAMES[facet], label, any_of, _options(names, counts[facet], chosen[facet]), chosen[facet])
        for facet, label, any_of, names in lists
    )


def _options(names: Mapping[str, str], counts: "Counter[str]", chosen: str) -> tuple[tuple[str, str], ...]:
    return tuple((value, f"{name} ({counts[value]})") for value, name in names.items() if counts[value] or value == chosen)


def _kind_of(line: DocumentLine) -> str:
    return line.version.kind or NO_KIND


def _order(order: str) -> Choice:
    return Choice("tri", _("Order"), _("by team"), (("ideas", _("the most ideas first")), ("date", _("the last received first"))), order)
