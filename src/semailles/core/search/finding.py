"""Asking the index. A reader never learns that something of a narrower circle exists."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db import connection

from semailles.core.audience import Audience
from semailles.core.models import SearchEntry
from semailles.core.search.entries import Found, Match
from semailles.core.search.marking import places
from semailles.core.search.shelves import shelf
from semailles.core.search.statement import Conditions
from semailles.core.search.terms import Sought, sought

MOST_MATCHES = 20_000  # things counted for one question: beyond, nobody reads on


def find(
    initiative_id: UUID,
    question: str,
    *,
    reader: Audience,
    kinds: Iterable[str] | None = None,
    facets: Mapping[str, str] | None = None,
    limit: int = 20,
) -> list[Found]:
    """What holds all words of the question, best first; the last word may be the beginning of one. Any question is allowed."""
    words = sought(question)
    conditions = _conditions(initiative_id, reader, kinds, facets or {}, limit)
    return _opened(initiative_id, _matching(words, conditions), words)


def matches(
    initiative_id: UUID, question: str, *, reader: Audience, kinds: Iterable[str] | None = None, limit: int = MOST_MATCHES
) -> list[Match]:
    """All that holds the words, best first, without their texts: to be counted, narrowed, cut into pages. In one query."""
    return _matching(sought(question), _conditions(initiative_id, reader, kinds, {}, limit))


def opened(initiative_id: UUID, question: str, some: Sequence[Match]) -> list[Found]:
    """The texts of some matches, in their order, with where the words stand. In one query."""
    return _opened(initiative_id, some, sought(question))


def readable(initiative_id: UUID, kind: str, keys: Iterable[str], *, reader: Audience) -> set[str]:
    """Of these things, those that this reader may know of."""
    rows = SearchEntry.objects.of(initiative_id).filter(kind=kind, key__in=list(keys), audience__gte=reader)
    return set(rows.values_list("key", flat=True))


def _matching(words: tuple[Sought, ...], conditions: Conditions) -> list[Match]:
    if not words:
        return []
    sql, values = shelf().matching(words, conditions)
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return [Match(pk, kind, json.loads(facets) if isinstance(facets, str) else facets) for pk, kind, facets in cursor.fetchall()]


def _opened(initiative_id: UUID, some: Sequence[Match], words: tuple[Sought, ...]) -> list[Found]:
    rows = SearchEntry.objects.of(initiative_id).in_bulk([one.pk for one in some]) if some else {}
    return [_found(rows[one.pk], words) for one in some if one.pk in rows]


def _conditions(initiative_id: UUID, reader: Audience, kinds: Iterable[str] | None, facets: Mapping[str, str], limit: int) -> Conditions:
    sql = ["entry.initiative_id = %s", "entry.audience >= %s"]
    values: list[Any] = [initiative_id if connection.features.has_native_uuid_field else initiative_id.hex, int(reader)]
    if kinds is not None:
        wanted = list(kinds)
        sql.append(f"entry.kind IN ({', '.join(['%s'] * len(wanted))})" if wanted else "1 = 0")
        values += wanted
    for name in facets:
        if not name.isidentifier():
            raise ValueError(name)
    return Conditions(sql, values, list(facets.items()), limit)


def _found(row: SearchEntry, words: tuple[Sought, ...]) -> Found:
    ranges = places(row.title, words, row.lang), places(row.body, words, row.lang)
    return Found(row.kind, row.key, row.title, row.body, row.facets, *ranges)
