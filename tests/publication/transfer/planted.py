"""Two rows of every table that belongs to an initiative, whatever the tables are: what a new model holds is carried too, or a test fails."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from django.db import connections
from django.db.models import UniqueConstraint

from semailles.core.files import keep
from semailles.core.models import Person
from semailles.publication.transfer.belonging import Belonging, Field, belongings
from semailles.workshop.models import Initiative

ROWS = (1, 2)
Key = Callable[[str, int], int]  # of the nth row of a table

BY_TYPE: dict[str, Callable[[Field, int], Any]] = {
    "BigAutoField": lambda _field, n: n,
    "BigIntegerField": lambda _field, n: n,
    "BooleanField": lambda _field, n: n == 1,
    "CharField": lambda field, n: "fr" if field.max_length == 2 else f"{n} {field.model.__name__} {field.name}"[: field.max_length],
    "DateField": lambda _field, n: date(2027, 3, n),
    "DateTimeField": lambda _field, n: datetime(2027, 3, n, 9, 30, 15, 120_000, UTC),
    "DecimalField": lambda _field, n: Decimal(n) + Decimal("0.5"),
    "EmailField": lambda _field, n: f"{n}@example.org",
    "FloatField": lambda _field, n: n + 1 / 3,
    "IntegerField": lambda _field, n: n,
    "JSONField": lambda _field, n: {"kept": [n, None, "é"]},
    "PositiveBigIntegerField": lambda _field, n: n,
    "PositiveIntegerField": lambda _field, n: n,
    "PositiveSmallIntegerField": lambda _field, n: n,
    "SlugField": lambda _field, n: f"slug-{n}",
    "SmallIntegerField": lambda _field, n: n,
    "TextField": lambda field, n: f"{field.model.__name__} « {field.name} » {n}\n",
    "TimeField": lambda _field, n: datetime(2027, 3, n, 9, 30, tzinfo=UTC).time(),
    "URLField": lambda _field, n: f"https://example.org/{n}",
    "UUIDField": lambda field, n: uuid5(NAMESPACE_URL, f"{field.model._meta.label}.{field.name}.{n}"),
}


def _kept_family(n: int, key: Key) -> dict[str, Any]:
    return {"f": {"title": "T", "seats": {}, "theme": key("workshop.Theme", n), "validated_by": None}}


def _sorted(n: int, key: Key) -> dict[str, Any]:
    return {str(key("intake.Idea", n)): {"state": "merged", "merged_into_id": key("intake.Idea", 3 - n)}}


WITHIN: dict[str, Callable[[int, Key], Any]] = {
    "intake.Gesture.before": _sorted,
    "intake.Gesture.after": _sorted,
    "intake.Gesture.born": lambda n, key: [key("intake.Idea", n)],
    "convergence.Correction.before": _kept_family,
    "convergence.Correction.after": _kept_family,
    "projects.Absorption.ideas": lambda n, key: [[key("intake.Idea", n), "reason"]],
    "projects.Absorption.families": lambda n, key: [key("convergence.Family", n)],
    "projects.Absorption.rows": lambda n, key: {
        "ProjectCost": [key("projects.ProjectCost", n)],
        "ProjectStep": [[key("projects.ProjectStep", n), key("projects.ProjectCommitment", n)]],
        "SheetStatement": [key("projects.SheetStatement", n)],
        "ProjectLink.other": [key("projects.ProjectLink", n)],
    },
}


def key_planted(label: str, n: int) -> int:
    """No two tables number their rows alike, and none without gaps."""
    place = next(place for place, one in enumerate(belongings()) if one.label == label)
    return 1000 + 10 * place + 3 * n


def plant(initiative: Initiative, by: Person) -> None:
    for one in belongings():
        if one.model is not Initiative:
            for n in ROWS[: most(one)]:
                insert(one, {field.attname: value_of(field, n, initiative, by, key_planted) for field in one.fields})


def most(one: Belonging) -> int:
    """Rows of a table that an initiative may have: one, where its tables say so."""
    rules = [rule for rule in one.model._meta.constraints if isinstance(rule, UniqueConstraint) and rule.condition is None]
    return 1 if any(set(rule.fields) == {"initiative"} for rule in rules) else len(ROWS)


def value_of(field: Field, n: int, initiative: Initiative, by: Person, key: Key) -> Any:
    """`key`: of the nth row of a table, in the database where this row stands."""
    if field.primary_key:
        return key(field.model._meta.label, n)
    if field.name == "initiative_id":
        return initiative.public_id
    if field.is_relation:
        return {Initiative: initiative.pk, Person: by.pk}.get(field.related_model) or key(field.related_model._meta.label, n)
    return _said(field, n, key)


def _said(field: Field, n: int, key: Key) -> Any:
    label = f"{field.model._meta.label}.{field.name}"
    if label in WITHIN:
        return WITHIN[label](n, key)
    if field.name == "photo" or field.name.endswith("sha256"):
        return keep(label.encode())
    return BY_TYPE[field.get_internal_type()](field, n)


def insert(one: Belonging, values: dict[str, Any], *, using: str = "default") -> None:
    connection = connections[using]
    columns = ", ".join(connection.ops.quote_name(field.column) for field in one.fields)
    prepared = [field.get_db_prep_save(values[field.attname], connection) for field in one.fields]
    places = ", ".join("%s" for _ in prepared)
    with connection.cursor() as cursor, whatever_is_written(cursor, connection.vendor):
        cursor.execute(f"INSERT INTO {one.table} ({columns}) VALUES ({places})", prepared)  # noqa: S608  # names of our own tables


CONDITIONS = "SELECT conrelid::regclass::text, conname FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace"


@contextmanager
def whatever_is_written(cursor: Any, vendor: str) -> Iterator[None]:
    """Other tests lean on this connection's refusals. PostgreSQL takes its conditions back with the test that took them away."""
    if vendor == "postgresql":
        for table, condition in cursor.execute(CONDITIONS).fetchall():
            cursor.execute(f'ALTER TABLE {table} DROP CONSTRAINT "{condition}"')
        yield
        return
    before = cursor.execute("PRAGMA ignore_check_constraints").fetchone()[0]
    cursor.execute("PRAGMA ignore_check_constraints = ON")
    yield
    cursor.execute(f"PRAGMA ignore_check_constraints = {before}")
