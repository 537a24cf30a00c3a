"""Semailles calls nobody, and writes tables through the two writers that make formulas harmless."""

import ast
from pathlib import Path

CALLING = frozenset(
    {
        "socket",
        "ssl",
        "http.client",
        "urllib.request",
        "urllib3",
        "requests",
        "httpx",
        "aiohttp",
        "ftplib",
        "smtplib",
        "telnetlib",
        "websockets",
    }
)
ANSWERING = frozenset({"src/semailles/cli/serve.py"})  # looks for a free port of this machine, and whether its own server is there
WRITERS = frozenset({"src/semailles/engines/exchange/plain.py", "src/semailles/engines/exchange/workbook.py"})
NOT_SHOWN = frozenset({"src/semailles/engines/extracting/training.py"})  # a table of weights, read by the program only


def named(source: str) -> set[str]:
    """Every module that is imported, every attribute that is asked for."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Attribute):
            found.add(ast.unparse(node))
    return found


def naming(words: frozenset[str], files: list[Path], root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in files if words & named(path.read_text(encoding="utf-8"))}


def test_no_module_calls_outside(root: Path, source_files: list[Path]) -> None:
    assert naming(CALLING, source_files, root) == ANSWERING


def test_tables_are_written_where_formulas_are_made_harmless(root: Path, source_files: list[Path]) -> None:
    written = naming(frozenset({"csv.writer", "csv.DictWriter", "xlsxwriter", "xlsxwriter.Workbook"}), source_files, root)

    assert written == WRITERS | NOT_SHOWN


def test_a_call_is_found_however_it_is_imported() -> None:
    for source in ("import urllib.request", "from http import client", "from urllib import request as r", "from socket import socket"):
        assert CALLING & named(source)
