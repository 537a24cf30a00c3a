"""A workspace of before goes through every migration; a new one gets its tables at once, and they are the same."""

import uuid
from collections.abc import Iterator

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

FIRST = ("workshop", "0001_initiative_and_frame")
RULES = ("workshop", "0004_process_rules")


def clear() -> None:
    """No table is left."""
    with connection.constraint_checks_disabled(), connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            if not table.startswith("core_searchwords_"):  # they go with the index that they serve
                cursor.execute(f'DROP TABLE "{table}"{" CASCADE" if connection.vendor == "postgresql" else ""}')


@pytest.fixture
def cleared(transactional_db: None) -> Iterator[None]:
    clear()
    yield
    clear()
    call_command("migrate", verbosity=0)


# keys are as long as can be, but in a table of Django's that nobody uses
COLUMNS = """
    SELECT table_name, concat_ws(' ', column_name, replace(data_type, 'bigint', 'integer'), is_nullable, character_maximum_length)
    FROM information_schema.columns WHERE table_schema = 'public'
"""
CONDITIONS = "SELECT conrelid::regclass::text, pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace"
INDEXES = "SELECT tablename, replace(indexdef, indexname, '') FROM pg_indexes WHERE schemaname = 'public'"


def shape() -> dict[str, list[str]]:
    """Of each table, its columns and conditions; of each index, what it covers. In any order: a column added later comes last."""
    return shape_on_postgresql() if connection.vendor == "postgresql" else shape_on_sqlite()


def shape_on_postgresql() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    with connection.cursor() as cursor:
        for question in (COLUMNS, CONDITIONS, INDEXES):
            cursor.execute(question)
            for table, said in cursor.fetchall():
                found.setdefault(table, []).append(said)
    return {table: sorted(said) for table, said in found.items()}


def shape_on_sqlite() -> dict[str, list[str]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT tbl_name, name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        rows = cursor.fetchall()
    found: dict[str, list[str]] = {}
    for table, name, sql in rows:
        found.setdefault(table, []).extend(pieces(sql) if table == name else [sql.replace(name, "")])
    return {table: sorted(said) for table, said in found.items()}


def pieces(sql: str) -> list[str]:
    depth, found = 0, [""]
    for letter in sql[sql.find("(") + 1 : sql.rfind(")")]:
        depth += (letter == "(") - (letter == ")")
        if letter == "," and not depth:
            found.append("")
        else:
            found[-1] += letter
    return [piece.strip() for piece in found]


def test_a_workspace_of_before_keeps_its_frame_and_its_meetings(cleared: None) -> None:
    executor = MigrationExecutor(connection)
    latest = executor.loader.graph.leaf_nodes()
    executor.migrate([*(node for node in latest if node[0] == "core"), FIRST])
    before = executor.loader.project_state([FIRST]).apps
    initiative = before.get_model("workshop", "Initiative").objects.create(public_id=uuid.uuid4(), name="Vallée")
    for rank in range(2):
        before.get_model("workshop", "Phase").objects.create(initiative=initiative, name=f"Phase {rank}", months=1, rank=rank)
    meetings = ["lancement", "validation"]
    before.get_model("workshop", "Body").objects.create(initiative=initiative, name="Comité", kind="pilotage", meetings=meetings)

    executor = MigrationExecutor(connection)
    executor.migrate([RULES])

    now = executor.loader.project_state([RULES]).apps
    phases = now.get_model("workshop", "Phase").objects.all()
    milestones = now.get_model("workshop", "Milestone").objects.order_by("rank")
    assert [(phase.name, phase.frame_key) for phase in phases] == [("Phase 0", "phase: Phase 0"), ("Phase 1", "phase: Phase 1")]
    assert len({phase.public_id for phase in phases}) == len(phases)
    assert [(one.label, one.kind, one.body.name, one.frame_key) for one in milestones] == [
        ("lancement", "réunion", "Comité", "jalon: Comité : lancement"),
        ("validation", "réunion", "Comité", "jalon: Comité : validation"),
    ]


@pytest.mark.full
def test_a_new_workspace_gets_the_tables_that_the_migrations_make(cleared: None) -> None:
    executor = MigrationExecutor(connection)
    executor.migrate(executor.loader.graph.leaf_nodes())
    grown, told = shape(), set(executor.recorder.applied_migrations())
    clear()

    call_command("migrate", verbosity=0)

    assert shape() == grown
    assert set(MigrationExecutor(connection).recorder.applied_migrations()) == told
