"""Every row of a database, written in another that has the same tables and no row: to go from one kind of database to the other."""

from collections.abc import Generator
from contextlib import closing
from typing import Any

from django.apps import apps
from django.db import connections, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from semailles.core.search import write_words
from semailles.publication.transfer.belonging import Belonging, Model, described
from semailles.publication.transfer.copying import AT_ONCE, write_rows
from semailles.workshop.models import Initiative


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
    with target.cursor() as cursor:
        cursor.execute(f"DELETE FROM {target.ops.quote_name(one.table)}")  # noqa: S608  # what laying the tables may have written
    with closing(_read(one, source)) as read:
        write_rows(one, read, target)


def _read(one: Belonging, source: str) -> Generator[tuple[Any, ...], None, None]:
    yield from one.all(using=source).order_by("pk").values_list(*(field.attname for field in one.fields)).iterator(AT_ONCE)
