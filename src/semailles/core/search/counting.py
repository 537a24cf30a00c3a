"""What answers, narrowed by choices, and the number that stands beside each choice. Touches no database."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from semailles.core.search.entries import Match


def narrowed(answering: Iterable[Match], chosen: Mapping[str, str]) -> list[Match]:
    """Those that have every chosen value. An empty choice chooses nothing."""
    return [one for one in answering if not _missed(one, chosen)]


def counted(answering: Iterable[Match], chosen: Mapping[str, str], facets: Sequence[str]) -> dict[str, Counter[str]]:
    """By facet, how many would answer under each of its values, the choices of the other facets standing."""
    found: dict[str, Counter[str]] = {facet: Counter() for facet in facets}
    for one in answering:
        missed = _missed(one, chosen)
        for facet in facets:
            if not missed or missed == [facet]:
                found[facet].update(set(one.values(facet)))
    return found


def _missed(one: Match, chosen: Mapping[str, str]) -> list[str]:
    return [facet for facet, value in chosen.items() if value and value not in one.values(facet)]
