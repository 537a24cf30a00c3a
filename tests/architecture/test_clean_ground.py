"""Nothing of the machine it was made on; nothing installed that was not pinned by its content."""

import json
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import SchemaError

REGISTRY = re.compile(
    r"pypi\.org|pythonhosted\.org|npmjs\.(?:org|com)|yarnpkg\.com|crates\.io|proxy\.golang\.org|(?:extra-)?index[-]url|find[-]links|https?://[^\s\"')]*/simple\b"
)
SOMEBODYS_FOLDER = re.compile(r"(?<![\w./~-])/(?:home|Users|root|work)/\w|\b[A-Z]:\\Users\\")
PIN = re.compile(r"^[A-Za-z0-9][\w.\[\]-]*\s*==\s*\S+.*?(?=^\S|\Z)", re.DOTALL | re.MULTILINE)


def lines_with(pattern: re.Pattern[str], text: str) -> list[int]:
    return [number for number, line in enumerate(text.splitlines(), start=1) if pattern.search(line)]


def unhashed(text: str) -> list[str]:
    """Pinned lines without --hash, and lines that pin nothing."""
    loose = [line for line in text.splitlines() if re.match(r"[A-Za-z0-9]", line) and "==" not in line]
    return loose + [pin.group().split()[0] for pin in PIN.finditer(text) if "--hash=sha256:" not in pin.group()]


def test_no_file_names_a_package_registry(text_files: list[Path]) -> None:
    assert {str(path): found for path in text_files if (found := lines_with(REGISTRY, path.read_text()))} == {}


def test_a_registry_is_found() -> None:
    text = "pip install x\n--index" + "-url http://mirror\nhttps://py" + "pi.org/x\nhttp://cache:3141/simp" + "le/\nsimply simple\n"

    assert lines_with(REGISTRY, text) == [2, 3, 4]


def leaving(root: Path, links: Iterable[Path]) -> list[str]:
    """Links to what a clone does not hold."""
    return [link.name for link in links if not link.resolve().is_relative_to(root.resolve()) or not link.exists()]


def test_no_link_leads_out_of_the_repository(root: Path, symbolic_links: list[Path]) -> None:
    assert leaving(root, symbolic_links) == []


def test_a_link_that_leads_out_is_found(tmp_path: Path) -> None:
    held = tmp_path / "held"
    held.mkdir()
    for name, target in (("out", tmp_path), ("nowhere", held / "absent"), ("in", held)):
        (held / name).symlink_to(target)

    assert leaving(held, sorted(held.iterdir())) == ["nowhere", "out"]


def test_every_requirement_is_pinned_by_its_content(root: Path) -> None:
    pinned = sorted((root / "requirements").glob("*.txt"))

    assert pinned != []
    assert {path.name: found for path in pinned if (found := unhashed(path.read_text()))} == {}


def test_a_requirement_without_hash_is_found() -> None:
    text = "a==1 \\\n    --hash=sha256:00\n    # via b\nb==2\n    # via c\nc>=3\nd==4 --hash=sha256:00\n"

    assert unhashed(text) == ["c>=3", "b==2"]


def test_no_file_holds_a_path_of_somebodys_machine(text_files: list[Path]) -> None:
    assert {str(path): found for path in text_files if (found := lines_with(SOMEBODYS_FOLDER, path.read_text()))} == {}


def test_a_path_of_somebodys_machine_is_found() -> None:
    text = "/ho" + "me/jo/x\ncd /wo" + "rk/main\nC:\\Us" + "ers\\jo\n./bench/work/x\nhttps://a.example/home/x\n"

    assert lines_with(SOMEBODYS_FOLDER, text) == [1, 2, 3]


def test_every_published_schema_is_itself_a_schema(root: Path) -> None:
    schemas = sorted((root / "src").rglob("*.schema.json"))

    assert schemas != []
    for path in schemas:
        Draft202012Validator.check_schema(json.loads(path.read_text()))


def test_a_schema_that_is_none_is_found() -> None:
    with pytest.raises(SchemaError):
        Draft202012Validator.check_schema({"type": "sentence"})
