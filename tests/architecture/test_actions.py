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


def test_every_action_says_who_and_checks_the_right(source_files: list[Path]) -> None:
    actions = [path for path in source_files if path.name == "actions.py"]

    assert actions != []
    assert {str(path): found for path in actions if (found := unguarded(path.read_text()))} == {}


def test_an_action_that_checks_nothing_is_found() -> None:
    guarded = "def sign(thing, *, by):\n    require(may_sign(by), by=by)\n"
    faulty = "def sign(thing, by):\n    require(True, by=by)\n\ndef erase(thing, *, by):\n    thing.delete()\n\ndef _inner(): ...\n"

    assert (unguarded(guarded), unguarded(faulty)) == ([], ["1 sign: no keyword « by »", "4 erase: no require(…)"])
