"""Which database keeps the index."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from django.db import connection
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.backends.utils import CursorWrapper

from semailles.core.search import postgresql, sqlite
from semailles.core.search.statement import Conditions, Statement, Words
from semailles.core.search.terms import Sought


class Shelf(Protocol):
    """What each database does in its own words."""

    def create(self, editor: BaseDatabaseSchemaEditor) -> None: ...
    def drop(self, editor: BaseDatabaseSchemaEditor) -> None: ...
    def write(self, cursor: CursorWrapper, rows: Iterable[Words]) -> None: ...
    def erase(self, cursor: CursorWrapper, pks: Sequence[int]) -> None: ...
    def wipe(self, cursor: CursorWrapper) -> None: ...
    def matching(self, question: Sequence[Sought], conditions: Conditions) -> Statement: ...


SHELVES: dict[str, Shelf] = {"sqlite": sqlite, "postgresql": postgresql}


def shelf(vendor: str | None = None) -> Shelf:
    return SHELVES[vendor or connection.vendor]
