"""Every row of a database, written in another that has the same tables and no row: to go from one kind of database to the other."""

from collections.abc import Generator
from contextlib import closing
from itertools import islice
from typing import Any

from django.apps import apps
from django.core.management.color import no_style
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from semailles.core.search import write_words
from semailles.publication.transfer.belonging import Belonging, Model, described
from semailles.workshop.models import Initiative

AT_ONCE = 500


def copy_everything(source: str, target: str) -> None:
    """`source`, `target`: names of databases. Keys stay what they are. One transaction there: all of it or nothing."""
    with transaction.atomic(using=target):
        for model in _models():
            _carry(Belonging(model, ""), source, connections[target])
        for initiative in Initiative.objects.using(target).values_list("public_id", flat=True):
            write_words(initiative, using=target)


def _models() -> list[Model]:
    return [model for model in apps.get_models(include_auto_created=True) if described(model).managed and not described(model).proxy]


def _carry(one: Belonging, source: str, target: BaseDatabaseWrapper) -> None:
    """In whatever order the tables come: what leads where is looked at when the transaction ends."""
    quote = target.ops.quote_name
    columns, places = ", ".join(quote(str(field.column)) for field in one.fields), ", ".join("%s" for _ in one.fields)
    insert = f"INSERT INTO {quote(one.table)} ({columns}) VALUES ({places})"  # noqa: S608  # names of our own tables
    with target.cursor() as cursor, closing(_read(one, source)) as read:
        cursor.execute(f"DELETE FROM {quote(one.table)}")  # noqa: S608  # what laying the tables may have written
        while some := [_prepared(one, row, target) for row in islice(read, AT_ONCE)]:
            cursor.executemany(insert, some)
        for statement in target.ops.sequence_reset_sql(no_style(), [one.model]):
            cursor.execute(statement)


def _read(one: Belonging, source: str) -> Generator[tuple[Any, ...], None, None]:
    yield from one.all(using=source).order_by("pk").values_list(*(field.attname for field in one.fields)).iterator(AT_ONCE)


def _prepared(one: Belonging, row: tuple[Any, ...], target: BaseDatabaseWrapper) -> list[Any]:
    values = (field.get_db_prep_save(value, target) for field, value in zip(one.fields, row, strict=True))
    return [_storable(value) for value in values] if target.vendor == "postgresql" else list(values)


def _storable(value: Any) -> Any:
    """PostgreSQL keeps no NUL; a space takes its place, so that what follows stands where it stood."""
    return value.replace("\0", " ") if isinstance(value, str) else value
