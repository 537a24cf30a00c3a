"""What is written about the house is true of the house."""

import ast
import re
from pathlib import Path

from django.apps import apps

from semailles.workshop.framing import TABLES, TOP, read_framing

ROW = re.compile(r"^\| (?P<word>[^|]+) \| `(?P<code>\w+)` \| (?P<definition>[^|]+) \|$", re.MULTILINE)
VARIABLE = re.compile(r"^\| `([A-Z][A-Z0-9_]+)` \|", re.MULTILINE)
KEY = re.compile(r"^\| `([a-z]+)` \|", re.MULTILINE)
SHORTEST_DEFINITION = 20


def glossary(text: str) -> dict[str, tuple[str, str]]:
    """Code name → French word and definition, of the glossary's chapter about models."""
    chapter = text.partition("## Ce que la base de données connaît")[2].partition("\n## ")[0]
    return {row["code"]: (row["word"].strip(), row["definition"].strip()) for row in ROW.finditer(chapter)}


def variables_read(text: str) -> set[str]:
    """Names of the environment that a module reads; writing one is no reading."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Load) and ast.unparse(node.value) == "os.environ":
            found.add(_literal(node.slice))
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"os.environ.get", "os.getenv"}:
            found.add(_literal(node.args[0]))
    return found


def _literal(node: ast.expr) -> str:
    return str(ast.literal_eval(node)) if isinstance(node, ast.Constant) else ast.unparse(node)


def test_the_glossary_names_every_model_and_no_other(root: Path) -> None:
    written = glossary((root / "docs/glossaire.md").read_text())

    ours = (model for model in apps.get_models() if model.__module__.startswith("semailles."))

    assert sorted(written) == sorted(model.__name__ for model in ours if not model._meta.auto_created)


def test_every_word_of_the_glossary_is_defined(root: Path) -> None:
    written = glossary((root / "docs/glossaire.md").read_text())

    assert [code for code, (word, definition) in written.items() if not word or len(definition) < SHORTEST_DEFINITION] == []


def test_the_glossary_is_read_from_its_own_chapter() -> None:
    text = "## Ce que la base de données connaît\n| idée | `Idea` | Ce qui se propose. |\n| ` | Bad |\n## Autres mots\n| porteur | `Holder` | … |\n"

    assert glossary(text) == {"Idea": ("idée", "Ce qui se propose.")}


def test_every_variable_of_the_environment_is_described_and_read(root: Path, source_files: list[Path]) -> None:
    described = set(VARIABLE.findall((root / "docs/settings.md").read_text()))

    assert described == set().union(*(variables_read(path.read_text()) for path in source_files))


def test_a_variable_that_is_read_is_found() -> None:
    text = 'import os\na = os.environ["A"]\nb = os.environ.get("B", "")\nc = os.getenv("C")\nos.environ["D"] = "written"\n'

    assert variables_read(text) == {"A", "B", "C"}


def test_every_key_of_the_frame_is_described(root: Path) -> None:
    described = set(KEY.findall((root / "docs/settings.md").read_text()))

    assert described == {*TOP, *TABLES, *(key for table in TABLES.values() for key in table)}


def test_every_other_word_of_the_glossary_is_a_class_of_the_code(root: Path, source_files: list[Path]) -> None:
    others = (root / "docs/glossaire.md").read_text().partition("## Autres mots")[2]
    classes = set(re.findall(r"^class (\w+)", "\n".join(path.read_text() for path in source_files), re.MULTILINE))

    assert {row["code"] for row in ROW.finditer(others)} - classes == set()


def test_the_frame_shown_in_the_readme_is_understood(root: Path) -> None:
    (shown,) = re.findall(r"^```toml\n(.*?)^```", (root / "README.md").read_text(), re.DOTALL | re.MULTILINE)

    assert read_framing(shown.encode()).warnings == ()


def test_every_document_that_is_named_exists(root: Path) -> None:
    written = "\n".join(path.read_text() for path in [*root.glob("*.md"), *(root / "docs").rglob("*.md")])
    named = set(re.findall(r"(?:docs|tests|src|script)/[\w./-]*\w", written)) - {"docs/images/page.png"}

    assert sorted(name for name in named if not (root / name).exists()) == []
