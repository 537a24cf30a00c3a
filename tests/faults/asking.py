"""What a workspace says of itself, read beside whoever works in it."""

import sqlite3
from pathlib import Path
from typing import Any

DATABASE = "semailles.sqlite3"


def rows(workspace: Path, question: str, *values: object) -> list[Any]:
    connection = sqlite3.connect(workspace / DATABASE, timeout=20, isolation_level=None)
    try:
        return connection.execute(question, values).fetchall()
    finally:
        connection.close()


def is_sound(workspace: Path) -> bool:
    return rows(workspace, "PRAGMA integrity_check") == [("ok",)]


def names(workspace: Path, begins: str) -> list[str]:
    """Of the actors whose name begins so."""
    return [name for (name,) in rows(workspace, "SELECT name FROM workshop_actor WHERE name LIKE ? ORDER BY name", f"{begins}%")]


def remarks(workspace: Path, begins: str) -> list[str]:
    return [text for (text,) in rows(workspace, "SELECT text FROM projects_comment WHERE text LIKE ? ORDER BY text", f"{begins}%")]
