"""The house as these tests see it: where it stands and which files it is made of."""

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = (".ci", "bench", "deploy", "docs", "examples", "requirements", "script", "src", "tests")
PASSED_OVER = frozenset({"__pycache__", "work", ".git", "gathered"})  # « .git » is a file in a second work tree


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def python_files() -> list[Path]:
    """Our own code, tests and benchmarks; migrations are written by Django."""
    files = [path for folder in ("src", "tests", "bench") for path in (ROOT / folder).rglob("*.py")]
    return sorted(path for path in files if "migrations" not in path.parts and not PASSED_OVER.intersection(path.parts[len(ROOT.parts) :]))


@pytest.fixture(scope="session")
def source_files(python_files: list[Path]) -> list[Path]:
    return [path for path in python_files if path.is_relative_to(ROOT / "src")]


@pytest.fixture(scope="session")
def text_files() -> list[Path]:
    """Every file of the repository that is text: what somebody may read after us."""
    walked = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*")]
    files = [
        path
        for path in [*ROOT.glob("*"), *walked]
        if path.is_file() and path.name != ".git" and not PASSED_OVER.intersection(path.parts[len(ROOT.parts) :])
    ]
    return sorted(path for path in files if _is_text(path))


def _is_text(path: Path) -> bool:
    try:
        return "\0" not in path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return False


@pytest.fixture(scope="session")
def symbolic_links() -> list[Path]:
    return sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.is_symlink())
