"""Engines: values in, values out. They import without Django and reach for nothing outside."""

import ast
import os
import subprocess
import sys
from pathlib import Path

OUTSIDE = frozenset({"django", "sqlite3", "socket", "ssl", "http", "urllib.request", "requests", "httpx", "ftplib", "smtplib"})
CLOCKS = frozenset({"datetime.now", "datetime.today", "datetime.utcnow", "date.today", "time.time", "time.monotonic", "timezone.now"})
IMPORT_ALL = """
import importlib, pkgutil, sys
class Wall:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "django":
            raise ImportError("behind the wall: " + name)
sys.meta_path.insert(0, Wall())
package = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    importlib.import_module(module.name)
    print(module.name)
"""


def imported_behind_the_wall(folder: Path, package: str) -> subprocess.CompletedProcess[str]:
    """Import every module of a package, found in `folder`, by a Python that has no Django."""
    command = [sys.executable, "-c", IMPORT_ALL, package]
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


def reaches(text: str) -> list[str]:
    """What a module imports or calls that an engine may not, as « line: name »."""
    found = []
    for node in ast.walk(ast.parse(text)):
        names = (
            _imported(node)
            if isinstance(node, ast.Import | ast.ImportFrom)
            else [ast.unparse(node.func)]
            if isinstance(node, ast.Call)
            else []
        )
        found += [f"{node.lineno}: {name}" for name in names if _is_outside(name, node)]
    return found


def _imported(node: ast.Import | ast.ImportFrom) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)]


def _is_outside(name: str, node: ast.AST) -> bool:
    if isinstance(node, ast.Call):
        is_unseeded = name.rpartition(".")[2] in {"Random", "default_rng"} and not node.args and not node.keywords
        return is_unseeded or any(name == clock or name.endswith("." + clock) for clock in CLOCKS)
    return name.partition(".")[0] in OUTSIDE or name in OUTSIDE


def test_every_engine_imports_without_django(root: Path) -> None:
    done = imported_behind_the_wall(root / "src", "semailles.engines")

    assert (done.returncode, done.stderr) == (0, "")
    assert "semailles.engines.reading" in done.stdout.splitlines()


def test_an_engine_that_imports_django_is_found(tmp_path: Path) -> None:
    (tmp_path / "faulty").mkdir()
    (tmp_path / "faulty" / "__init__.py").touch()
    (tmp_path / "faulty" / "engine.py").write_text("import django.db\n")

    done = imported_behind_the_wall(tmp_path, "faulty")

    assert (done.returncode, done.stderr.splitlines()[-1]) == (1, "ImportError: behind the wall: django")


def test_engines_reach_for_no_database_no_network_no_clock_no_chance(root: Path) -> None:
    engines = sorted((root / "src/semailles/engines").rglob("*.py"))

    assert {str(path): found for path in engines if (found := reaches(path.read_text()))} == {}


def test_an_engine_that_reaches_outside_is_found() -> None:
    faulty = "import sqlite3\nfrom urllib import request\nfrom random import Random\nnow = datetime.datetime.now()\ndice = Random()\nfair = Random(7)\n"

    assert sorted(reaches(faulty)) == ["1: sqlite3", "2: urllib.request", "4: datetime.datetime.now", "5: Random"]
