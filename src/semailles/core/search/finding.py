"""Asking the index. A reader never learns that something of a narrower circle exists."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.db import connection

from semailles.core.audience import Audience
from semailles.core.models import SearchEntry
from semailles.core.search.entries import Found
from semailles.core.search.marking import places
from semailles.core.search.shelves import shelf
from semailles.core.search.statement import Conditions
from semailles.core.search.terms import Sought, sought


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
    if not words:
        return []
    conditions = _conditions(initiative_id, reader, kinds, facets or {}, limit)
    sql, values = shelf().matching(words, conditions)
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        pks = [pk for (pk,) in cursor.fetchall()]
    rows = SearchEntry.objects.of(initiative_id).in_bulk(pks)
    return [_found(rows[pk], words) for pk in pks]


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
