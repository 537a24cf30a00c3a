from pathlib import Path

import psycopg
import pytest
from psycopg import IsolationLevel

from semailles.core.databases import LOOKS, NoServer, database_of
from semailles.core.postgresql.base import DatabaseWrapper

FOLDER = Path("/srv/semailles")


def test_a_workspace_keeps_its_rows_in_its_own_folder() -> None:
    told = database_of(FOLDER)

    assert (told["ENGINE"], told["NAME"]) == ("django.db.backends.sqlite3", FOLDER / "semailles.sqlite3")


@pytest.mark.parametrize(
    ("address", "told"),
    [
        (
            "postgresql://camille:mot%40cl%C3%A9@base.exemple.test:5433/semailles",
            ("semailles", "camille", "mot@clé", "base.exemple.test", "5433"),
        ),
        ("postgres:///semailles", ("semailles", "", "", "", "")),
        ("postgresql:///semailles?host=/run/postgresql", ("semailles", "", "", "/run/postgresql", "")),
        ("postgresql://[::1]/semailles", ("semailles", "", "", "::1", "")),
    ],
)
def test_an_address_says_where_the_server_is(address: str, told: tuple[str, ...]) -> None:
    found = database_of(FOLDER, address)

    assert tuple(found[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")) == told


def test_what_else_an_address_says_goes_to_the_server_as_it_is() -> None:
    asked = database_of(FOLDER, "postgresql://base.exemple.test/semailles?sslmode=verify-full&connect_timeout=3")["OPTIONS"]

    assert asked == {"application_name": "semailles", **LOOKS, "connect_timeout": "3", "sslmode": "verify-full"}


def test_no_line_waits_for_ever_and_whoever_is_gone_holds_nobody_back(postgresql_database: str) -> None:
    """Neither here, for a server that is gone, nor there, for a host that is. A copy of one moment writes nothing, and may take its time."""
    told = database_of(FOLDER, postgresql_database)
    asked = {"TIME_ZONE": "UTC", "AUTOCOMMIT": True, "CONN_HEALTH_CHECKS": True}
    of_one_moment = {"OPTIONS": {**told["OPTIONS"], "isolation_level": IsolationLevel.REPEATABLE_READ}}
    said = {}
    for name, line in {"writes": DatabaseWrapper({**asked, **told}), "copies": DatabaseWrapper({**asked, **told, **of_one_moment})}.items():
        with psycopg.connect(**{**line.get_connection_params(), "context": None, "cursor_factory": psycopg.Cursor}) as open_line:
            said[name] = [open_line.execute(f"SHOW {wait}").fetchone() for wait in ("lock_timeout", "idle_in_transaction_session_timeout")]  # type: ignore[call-overload]  # our own question

    assert said == {"writes": [("20s",), ("5min",)], "copies": [("20s",), ("0",)]}
    assert {"keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 2, "tcp_user_timeout": 20_000}.items() <= told[
        "OPTIONS"
    ].items()


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        (
            "mysql://base.exemple.test/semailles",
            "DATABASE_URL must begin with postgresql://, as in postgresql://name:password@host:5432/database: correct it.",
        ),
        ("semailles", "DATABASE_URL must begin with postgresql://, as in postgresql://name:password@host:5432/database: correct it."),
        (
            "postgresql://camille:mot/cle@base.exemple.test:x/semailles?y",
            "DATABASE_URL cannot be read: a sign such as @, / or # in the password is written %40, %2F or %23.",
        ),
        (
            "postgresql://camille:mot@cle@base.exemple.test/semailles",
            "DATABASE_URL cannot be read: a sign such as @, / or # in the password is written %40, %2F or %23.",
        ),
        ("postgresql://camille@base.exemple.test", "DATABASE_URL names no database: add it at the end, as in …:5432/semailles."),
    ],
)
def test_an_address_that_names_no_server_is_refused_without_its_password(address: str, sentence: str) -> None:
    with pytest.raises(NoServer) as refused:
        database_of(FOLDER, address)

    assert refused.value.sentence == sentence
