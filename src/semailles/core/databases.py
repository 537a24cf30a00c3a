"""Where rows are kept: in the folder of the workspace or of the instance, or on the PostgreSQL server that an instance's host names."""

import os
from gettext import gettext as _
from pathlib import Path
from typing import Any

from semailles.core.errors import Refusal

SCHEMES = ("postgresql://", "postgres://")
BUSY = 20  # seconds for which who writes waits for the one who is writing
KEPT_OPEN = 600  # seconds: meeting a server costs more than opening a file
GONE = 10  # seconds after which a server that does not answer is not there
LOOKS = {  # the same for a line that is open: without them, a page waits two hours for a server whose cable was cut
    "connect_timeout": GONE,
    "keepalives_idle": GONE,
    "keepalives_interval": GONE // 2,
    "keepalives_count": 2,
    "tcp_user_timeout": BUSY * 1000,
}


class NoServer(Refusal):
    """`DATABASE_URL` names no server that Semailles knows how to ask."""


def server() -> str:
    return os.environ.get("DATABASE_URL", "").strip()


def database_of(folder: Path, server: str = "") -> dict[str, Any]:
    """As Django's settings say it. `server`: the address of a PostgreSQL database; « »: a SQLite file in the folder."""
    return _on_server(server) if server else _in(folder)


def _in(folder: Path) -> dict[str, Any]:
    """Kept whole whatever happens to the machine: each gesture is on the disk before it is answered."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": folder / "semailles.sqlite3",
        "ATOMIC_REQUESTS": False,
        "OPTIONS": {
            "timeout": BUSY,
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
        },
        "TEST": {"NAME": ":memory:"},
    }


def _on_server(address: str) -> dict[str, Any]:
    told = _told(address)
    names = {"NAME": "dbname", "USER": "user", "PASSWORD": "password", "HOST": "host", "PORT": "port"}
    return {
        "ENGINE": "semailles.core.postgresql",
        **{name: str(told.pop(parameter, "")) for name, parameter in names.items()},
        "ATOMIC_REQUESTS": False,
        "CONN_MAX_AGE": KEPT_OPEN,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"application_name": "semailles", **LOOKS, **told},
    }


def _told(address: str) -> dict[str, Any]:
    """What the address says, as the server's own library reads it."""
    if not address.startswith(SCHEMES):
        raise NoServer(
            _("%(name)s must begin with postgresql://, as in postgresql://name:password@host:5432/database: correct it.")
            % {"name": "DATABASE_URL"}
        )
    from psycopg import ProgrammingError
    from psycopg.conninfo import conninfo_to_dict

    try:
        told = dict(conninfo_to_dict(address))
    except ProgrammingError:  # its words may hold the password
        raise _unreadable() from None
    if any("@" in host[1:] for host in str(told.get("host", "")).split(",")):  # the end of a password; one first names a socket
        raise _unreadable()
    if not told.get("dbname"):
        raise NoServer(_("%(name)s names no database: add it at the end, as in …:5432/semailles.") % {"name": "DATABASE_URL"})
    return told


def _unreadable() -> NoServer:
    return NoServer(
        _("%(name)s cannot be read: a sign such as @, / or # in the password is written %%40, %%2F or %%23.") % {"name": "DATABASE_URL"}
    )
