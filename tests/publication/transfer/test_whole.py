"""An initiative goes from one database to another and comes back: every row of every table."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.core.management import call_command
from django.db import connections, transaction
from django.db.backends.signals import connection_created
from tests.publication.transfer.planted import ROWS, insert, most, plant, value_of

from semailles.core.models import Person
from semailles.publication.transfer.belonging import Field, belongings
from semailles.publication.transfer.copying import copy_rows
from semailles.publication.transfer.databases import opened
from semailles.workshop.models import Initiative

Rows = dict[str, list[tuple[Any, ...]]]


@pytest.fixture(autouse=True)
def _any_value() -> Iterator[None]:
    """What is planted is no true story: only what the tables are made of counts here."""

    def let(connection: Any, **_: object) -> None:
        if connection.vendor == "sqlite":
            connection.cursor().execute("PRAGMA ignore_check_constraints = ON")

    connection_created.connect(let)
    yield
    connection_created.disconnect(let)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Callable[[str], str]]:
    """An empty one, by name."""
    with ExitStack() as stack:

        def made(name: str) -> str:
            stack.enter_context(opened(tmp_path / f"{name}.sqlite3", name))
            call_command("migrate", database=name, verbosity=0)
            return name

        yield made


def rows_of(database: str) -> Rows:
    """All that it holds of people, as it is kept; the tables behind the index are SQLite's own, and which versions opened it is its own story."""
    with connections[database].cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        tables = [name for (name,) in cursor.fetchall() if not name.startswith(("sqlite_", "django_", "core_release", "core_searchwords_"))]
        return {table: list(cursor.execute(f"SELECT rowid, * FROM {table} ORDER BY rowid").fetchall()) for table in tables}  # noqa: S608  # our own tables


def neighbour(database: str) -> Initiative:
    """Another initiative, that has the first keys of every table."""
    with transaction.atomic(using=database):
        return _neighbour(database)


def _neighbour(database: str) -> Initiative:
    other = Initiative.objects.using(database).create(public_id="00000000-0000-4000-8000-000000000001", name="Plateau")
    by = Person.objects.using(database).create(name="somebody else")
    for one in belongings()[1:]:
        for n in ROWS[: most(one)]:
            values = {field.attname: value_of(field, n, other, by, lambda _label, n: n) for field in one.fields}
            values |= {field.attname: f"{n:032d}" for field in one.fields if _is_its_own(field)}
            insert(one, values, using=database)
    return other


def _is_its_own(field: Field) -> bool:
    """Of this row, and of no other in the world."""
    return field.name != "initiative_id" and (
        field.get_internal_type() == "UUIDField" or (field.unique and not field.is_relation and not field.primary_key)
    )


def test_every_row_comes_back_as_it_left(initiative: Initiative, local: Person, database: Callable[[str], str]) -> None:
    plant(initiative, local)
    first, among_others, last = database("first"), database("among_others"), database("last")
    neighbour(among_others)

    copy_rows(initiative.public_id, source="default", target=first)
    copy_rows(initiative.public_id, source=first, target=among_others)
    copy_rows(initiative.public_id, source=among_others, target=last)

    assert rows_of(last) == rows_of(first)


def test_what_was_there_before_is_left_as_it_was(initiative: Initiative, local: Person, database: Callable[[str], str]) -> None:
    plant(initiative, local)
    target = database("target")
    other = neighbour(target)
    before = {one.label: list(one.rows(other.public_id, using=target).values()) for one in belongings()}

    copy_rows(initiative.public_id, source="default", target=target)

    assert {one.label: list(one.rows(other.public_id, using=target).values()) for one in belongings()} == before


def test_every_table_holds_what_was_planted_under_its_new_keys(
    initiative: Initiative, local: Person, database: Callable[[str], str]
) -> None:
    plant(initiative, local)
    target = database("target")

    copy_rows(initiative.public_id, source="default", target=target)

    there, by = Initiative.objects.using(target).get(), Person.objects.using(target).get()
    stood = {one.label: one.rows(initiative.public_id, using=target).count() - most(one) for one in belongings()}
    for one in belongings()[1:]:
        found = list(one.rows(initiative.public_id, using=target).values_list(*(field.attname for field in one.fields)))
        wanted = [
            tuple(value_of(field, n, there, by, lambda label, n: stood[label] + n) for field in one.fields) for n in ROWS[: most(one)]
        ]
        assert found[stood[one.label] :] == wanted, one.label


def test_somebody_leaves_with_a_name_and_nothing_else(initiative: Initiative, local: Person, database: Callable[[str], str]) -> None:
    """No address, no password, no right: only what a new person of this name and this id would have."""
    plant(initiative, local)
    target = database("target")

    copy_rows(initiative.public_id, source="default", target=target)

    found = Person.objects.using(target).values().get()
    new = Person(pk=found["id"], public_id=local.public_id, name=local.name)
    assert found == {field.attname: getattr(new, field.attname) for field in Person._meta.concrete_fields}


def test_who_is_known_there_is_the_same_person(initiative: Initiative, local: Person, database: Callable[[str], str]) -> None:
    plant(initiative, local)
    target = database("target")
    known = Person.objects.using(target).create(name="Claire", public_id=local.public_id)

    copy_rows(initiative.public_id, source="default", target=target)

    assert [(one.pk, one.name) for one in Person.objects.using(target).all()] == [(known.pk, "Claire")]


def test_a_sign_that_a_server_does_not_keep_becomes_a_space_there(initiative: Initiative, database: Callable[[str], str]) -> None:
    there, other = database("there"), UUID(int=170)
    copy_rows(initiative.public_id, source="default", target=there)
    frame = {"a": ["Val\0lée", "moitié \ud83c"]}  # the second: half of a pair, as a tool that cuts texts leaves it
    Initiative.objects.using(there).update(public_id=other, slug="autre", name="Val\0lée", taken_frame=frame)

    copy_rows(other, source=there, target="default")

    found = Initiative.objects.get(public_id=other)
    on_server = connections["default"].vendor == "postgresql"
    assert (found.name, found.taken_frame) == (("Val lée", {"a": ["Val lée", "moitié \ufffd"]}) if on_server else ("Val\0lée", frame))
