"""What people do names who does it, and asks whether they may."""

import ast
from pathlib import Path


def unguarded(text: str) -> list[str]:
    """Public functions of an actions module that take no keyword `by` or check no permission."""
    found = []
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            found += [] if "by" in [one.arg for one in node.args.kwonlyargs] else [f"{node.lineno} {node.name}: no keyword « by »"]
            found += [] if _requires(node) else [f"{node.lineno} {node.name}: no require(…)"]
    return found


def _requires(function: ast.AST) -> bool:
    calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
    return any(isinstance(call.func, ast.Name) and call.func.id == "require" for call in calls)


def is_of_actions(path: Path) -> bool:
    """An app's actions.py, or any module of its package of actions."""
    return path.name == "actions.py" or (path.parent.name == "actions" and path.name != "__init__.py")


def writes_the_frame(text: str) -> bool:
    """A module that imports the way rows of the frame are written."""
    imports = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Import | ast.ImportFrom)]
    return any("semailles.workshop.editing" in f"{getattr(node, 'module', '')}.{alias.name}" for node in imports for alias in node.names)


def test_every_action_says_who_and_checks_the_right(source_files: list[Path]) -> None:
    actions = [path for path in source_files if is_of_actions(path)]

    assert {"actions.py", "commitments.py"} <= {path.name for path in actions}
    assert {str(path): found for path in actions if (found := unguarded(path.read_text()))} == {}


def test_an_action_that_checks_nothing_is_found() -> None:
    guarded = "def sign(thing, *, by):\n    require(may_sign(by), by=by)\n"
    faulty = "def sign(thing, by):\n    require(True, by=by)\n\ndef erase(thing, *, by):\n    thing.delete()\n\ndef _inner(): ...\n"

    assert (unguarded(guarded), unguarded(faulty)) == ([], ["1 sign: no keyword « by »", "4 erase: no require(…)"])


def test_a_module_of_a_package_of_actions_does_not_escape() -> None:
    paths = [Path("app/actions/__init__.py"), Path("app/actions/money.py"), Path("app/actions.py"), Path("app/queries/money.py")]

    assert [is_of_actions(path) for path in paths] == [False, True, True, False]


def test_only_actions_write_the_frame(source_files: list[Path]) -> None:
    assert [str(path) for path in source_files if writes_the_frame(path.read_text()) and not is_of_actions(path)] == []


def test_a_module_that_writes_the_frame_is_found() -> None:
    texts = (
        "from semailles.workshop import editing\n",
        "from semailles.workshop.editing import add\n",
        "import semailles.workshop.words\n",
    )

    assert [writes_the_frame(text) for text in texts] == [True, True, False]
