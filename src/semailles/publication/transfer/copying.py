"""The rows of an initiative, written in another database as they are. One transaction there: all of them or none."""

from collections.abc import Generator
from contextlib import closing
from itertools import islice
from typing import Any
from uuid import UUID

from django.core.management.color import no_style
from django.db import connections, transaction

from semailles.core.models import Person
from semailles.core.search import write_words
from semailles.publication.transfer.belonging import Belonging, belongings
from semailles.publication.transfer.renumbering import Renumbering

AT_ONCE = 500
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
    connection = connections[target]
    quote = connection.ops.quote_name
    columns, places = ", ".join(quote(str(field.column)) for field in one.fields), ", ".join("%s" for _ in one.fields)
    insert = f"INSERT INTO {quote(one.table)} ({columns}) VALUES ({places})"  # noqa: S608  # names of our own tables
    with closing(_read(one, initiative, source)) as read, connection.cursor() as cursor:
        rows = (new.row(one, values) for values in read)
        while some := [_prepared(one, row, connection) for row in islice(rows, AT_ONCE)]:
            cursor.executemany(insert, some)
        for statement in connection.ops.sequence_reset_sql(no_style(), [one.model]):
            cursor.execute(statement)


def _read(one: Belonging, initiative: UUID, source: str) -> Generator[tuple[Any, ...], None, None]:
    yield from one.rows(initiative, using=source).values_list(*(field.attname for field in one.fields)).iterator(AT_ONCE)


def _prepared(one: Belonging, row: list[Any], connection: Any) -> list[Any]:
    """Past what a save would change: a row keeps the moment at which people last wrote it."""
    return [field.get_db_prep_save(value, connection) for field, value in zip(one.fields, row, strict=True)]
