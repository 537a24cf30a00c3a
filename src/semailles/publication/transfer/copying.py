"""The rows of an initiative, written in another database as they are. One transaction there: all of them or none."""

import re
from collections.abc import Generator, Iterable, Sequence
from contextlib import closing
from itertools import islice
from typing import Any
from uuid import UUID

from django.core.management.color import no_style
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from semailles.core.models import Person
from semailles.core.search import write_words
from semailles.publication.transfer.belonging import Belonging, belongings
from semailles.publication.transfer.renumbering import Renumbering

AT_ONCE = 500
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
OF_A_PERSON = ("public_id", "name")  # all that leaves with somebody: no address, no password, no right


def copy_rows(initiative: UUID, *, source: str, target: str) -> None:
    """`source`, `target`: names of databases. Persons keep their public id: one who is known there is the same one."""
    with transaction.atomic(using=target):
        people = _carry_people(initiative, source, target)
        new = Renumbering(initiative, people, source=source, target=target)
        for one in belongings():
            _carry(one, initiative, new, source, target)
        write_words(initiative, using=target)


def people_of(initiative: UUID, *, using: str) -> set[Any]:
    """Keys of whoever a row of the initiative names."""
    return {
        key
        for one in belongings()
        for field in one.named_by(Person)
        for key in one.rows(initiative, using=using).order_by().values_list(field.attname, flat=True).distinct()
        if key is not None
    }


def _carry_people(initiative: UUID, source: str, target: str) -> dict[Any, Any]:
    known = dict(Person.objects.using(target).values_list("public_id", "pk"))
    found = {}
    for key in sorted(people_of(initiative, using=source)):
        row = Person.objects.using(source).values(*OF_A_PERSON).get(pk=key)
        found[key] = known.get(row["public_id"]) or Person.objects.using(target).create(**row).pk
    return found


def _carry(one: Belonging, initiative: UUID, new: Renumbering, source: str, target: str) -> None:
    with closing(_read(one, initiative, source)) as read:
        write_rows(one, (new.row(one, values) for values in read), connections[target])


def _read(one: Belonging, initiative: UUID, source: str) -> Generator[tuple[Any, ...], None, None]:
    yield from one.rows(initiative, using=source).values_list(*(field.attname for field in one.fields)).iterator(AT_ONCE)


def write_rows(one: Belonging, rows: Iterable[Sequence[Any]], target: BaseDatabaseWrapper) -> None:
    """As they are, keys included: who comes later is numbered after them."""
    quote = target.ops.quote_name
    columns, places = ", ".join(quote(str(field.column)) for field in one.fields), ", ".join("%s" for _ in one.fields)
    insert = f"INSERT INTO {quote(one.table)} ({columns}) VALUES ({places})"  # noqa: S608  # names of our own tables
    read = iter(rows)
    with target.cursor() as cursor:
        while some := [_prepared(one, row, target) for row in islice(read, AT_ONCE)]:
            cursor.executemany(insert, some)
        for statement in target.ops.sequence_reset_sql(no_style(), [one.model]):
            cursor.execute(statement)


def _prepared(one: Belonging, row: Sequence[Any], target: BaseDatabaseWrapper) -> list[Any]:
    """Past what a save would change: a row keeps the moment at which people last wrote it."""
    values = map(_storable, row) if target.vendor == "postgresql" else row
    return [field.get_db_prep_save(value, target) for field, value in zip(one.fields, values, strict=True)]


def _storable(value: Any) -> Any:
    """PostgreSQL keeps no NUL and no half of a pair, in a text nor within a JSON value; what follows stands where it stood."""
    if isinstance(value, str):
        return _UNSTORABLE.sub(lambda found: " " if found[0] == "\0" else "\N{REPLACEMENT CHARACTER}", value)
    if isinstance(value, dict):
        return {_storable(key): _storable(kept) for key, kept in value.items()}
    return [_storable(kept) for kept in value] if isinstance(value, list) else value
