"""Keeping the index true. It is drawn from the other tables: nobody writes in it, it can be thrown away and filled again."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar
from uuid import UUID

from django.db import connection, connections, transaction

from semailles.core.models import SearchEntry
from semailles.core.search.entries import Entry
from semailles.core.search.shelves import shelf
from semailles.core.search.statement import Words
from semailles.core.search.terms import words_and_stems

AT_ONCE = 500
T = TypeVar("T")


@transaction.atomic
def index(initiative_id: UUID, entries: Iterable[Entry]) -> int:
    """Make these things findable as they are now. Twice is once. Gives the number of those that had changed."""
    wanted = {(entry.kind, entry.key): entry for entry in entries}
    rows = SearchEntry.objects.of(initiative_id).filter(kind__in={kind for kind, _ in wanted})
    known = {(kind, key): (pk, digest) for kind, key, pk, digest in rows.values_list("kind", "key", "pk", "digest")}
    fresh = [_row(initiative_id, entry) for entry in wanted.values()]
    changed = [row for row in fresh if known.get((row.kind, row.key), (0, ""))[1] != row.digest]
    _erase([known[row.kind, row.key][0] for row in changed if (row.kind, row.key) in known])
    for some in _batches(changed):
        _write(some)
    return len(changed)


@transaction.atomic
def forget(initiative_id: UUID, kind: str, keys: Iterable[str]) -> None:
    found: list[int] = []
    for some in _batches(list(keys)):
        found += SearchEntry.objects.of(initiative_id).filter(kind=kind, key__in=some).values_list("pk", flat=True)
    _erase(found)


@transaction.atomic
def reindex(initiative_id: UUID, entries: Iterable[Entry]) -> int:
    """These things and no others. Gives the number of those that had changed."""
    wanted = list(entries)
    names = {(entry.kind, entry.key) for entry in wanted}
    rows = SearchEntry.objects.of(initiative_id).values_list("kind", "key", "pk")
    _erase([pk for kind, key, pk in rows if (kind, key) not in names])
    return index(initiative_id, wanted)


def write_words(initiative_id: UUID, *, using: str) -> None:
    """Make findable the entries whose rows came from another database."""
    pks = list(SearchEntry.objects.using(using).filter(initiative_id=initiative_id).values_list("pk", flat=True))
    for some in _batches(pks):
        with connections[using].cursor() as cursor:
            rows = SearchEntry.objects.using(using).filter(pk__in=some)
            shelf(connections[using].vendor).write(cursor, (_words(row) for row in rows))


def wipe() -> None:
    """No word of what was erased is left in the index: slow, for when somebody has their name erased."""
    with connection.cursor() as cursor:
        shelf().wipe(cursor)


def _batches(things: Sequence[T]) -> Iterator[Sequence[T]]:
    """No statement takes more values than the smallest database allows."""
    return (things[start : start + AT_ONCE] for start in range(0, len(things), AT_ONCE))


def _erase(pks: Sequence[int]) -> None:
    for some in _batches(pks):
        with connection.cursor() as cursor:
            shelf().erase(cursor, some)
        SearchEntry.objects.filter(pk__in=some).delete()


def _write(rows: Sequence[SearchEntry]) -> None:
    kept = SearchEntry.objects.bulk_create(rows)
    with connection.cursor() as cursor:
        shelf().write(cursor, (_words(row) for row in kept))


def _row(initiative_id: UUID, entry: Entry) -> SearchEntry:
    texts = {"title": _storable(entry.title), "body": _storable(entry.body)}
    said = {"kind": entry.kind, "key": entry.key, "lang": entry.lang, **texts}
    facets = {name: list(values) for name, values in entry.facets.items()}
    return SearchEntry(initiative_id=initiative_id, facets=facets, audience=entry.audience, digest=entry.digest, **said)


def _storable(text: str) -> str:
    """PostgreSQL keeps no NUL; a space takes its place, so that what follows stands where it stood."""
    return text.replace("\0", " ")


def _words(row: SearchEntry) -> Words:
    title, title_stems = words_and_stems(row.title, row.lang)
    body, body_stems = words_and_stems(row.body, row.lang)
    return Words(row.pk, title, body, title_stems, body_stems)
