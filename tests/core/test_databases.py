from pathlib import Path

import pytest

from semailles.core.databases import NoServer, database_of

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

    assert asked == {"application_name": "semailles", "connect_timeout": "3", "sslmode": "verify-full"}


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
        ("postgresql://camille@base.exemple.test", "DATABASE_URL names no database: add it at the end, as in …:5432/semailles."),
    ],
)
def test_an_address_that_names_no_server_is_refused_without_its_password(address: str, sentence: str) -> None:
    with pytest.raises(NoServer) as refused:
        database_of(FOLDER, address)

    assert refused.value.sentence == sentence
