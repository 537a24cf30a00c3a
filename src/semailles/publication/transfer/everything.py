"""Every row of a database, written in another that has the same tables and no row: to go from one kind of database to the other."""

from collections.abc import Generator, Iterable
from contextlib import closing
from typing import Any

from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from semailles.core.search import write_words
from semailles.publication.transfer.belonging import Belonging, Model
from semailles.publication.transfer.copying import AT_ONCE, write_rows
from semailles.publication.transfer.laying import models_of
from semailles.workshop.models import Initiative


def copy_everything(source: str, target: str, *, models: Iterable[Model] | None = None) -> None:
    """`source`, `target`: names of databases; `models`: of their tables, when these are of an earlier version. Keys stay what they are. One transaction there: all of it or nothing."""
    with transaction.atomic(using=target):
        for model in models or models_of():
            _carry(Belonging(model, ""), source, connections[target])
        for initiative in Initiative.objects.using(target).values_list("public_id", flat=True):
            write_words(initiative, using=target)


def _carry(one: Belonging, source: str, target: BaseDatabaseWrapper) -> None:
    """In whatever order the tables come: what leads where is looked at when the transaction ends."""
    with target.cursor() as cursor:
        cursor.execute(f"DELETE FROM {target.ops.quote_name(one.table)}")  # noqa: S608  # what laying the tables may have written
    with closing(_read(one, source)) as read:
        write_rows(one, read, target)


def _read(one: Belonging, source: str) -> Generator[tuple[Any, ...], None, None]:
    yield from one.all(using=source).order_by("pk").values_list(*(field.attname for field in one.fields)).iterator(AT_ONCE)
