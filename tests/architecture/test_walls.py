"""The house has one direction, and names that say something."""

import os
import subprocess
import sys
from pathlib import Path

EMPTY_NAMES = frozenset(
    {"utils", "util", "helpers", "helper", "common", "manager", "managers", "data", "misc", "info", "process", "handle"}
)
FAULTY_HOUSE = """
[importlinter]
root_package = house
[importlinter:contract:floors]
name = The cellar does not know the roof
type = layers
layers =
    house.roof
    house.cellar
"""


def lint(folder: Path, *options: str, path: str) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache", *options]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONPATH": path})


def empty_names(paths: list[Path]) -> list[str]:
    """Modules and packages whose name says nothing of what they hold."""
    return [str(path) for path in paths if EMPTY_NAMES.intersection(part.removesuffix(".py").strip("_") for part in path.parts)]


def test_every_import_goes_down(root: Path) -> None:
    done = lint(root, path=str(root / "src"))

    assert done.returncode == 0, done.stdout + done.stderr


def test_an_import_that_goes_up_is_found(tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "__init__.py").touch()
    (tmp_path / "house" / "roof.py").write_text("TILES = 3\n")
    (tmp_path / "house" / "cellar.py").write_text("from house.roof import TILES\n")
    (tmp_path / ".importlinter").write_text(FAULTY_HOUSE)

    done = lint(tmp_path, path=str(tmp_path))

    assert (done.returncode, "The cellar does not know the roof BROKEN" in done.stdout) == (1, True)


def test_every_module_has_a_name_that_says_something(root: Path, python_files: list[Path]) -> None:
    assert empty_names([path.relative_to(root) for path in python_files]) == []


def test_a_name_that_says_nothing_is_found() -> None:
    assert empty_names([Path("src/core/utils.py"), Path("src/common/words.py"), Path("src/core/database.py")]) == [
        "src/core/utils.py",
        "src/common/words.py",
    ]
