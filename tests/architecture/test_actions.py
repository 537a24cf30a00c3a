"""What people do names who does it, and asks whether they may do it to this very thing, before anything else."""

import ast
from collections.abc import Iterable
from pathlib import Path

WITHOUT_A_THING = frozenset(
    {"open_initiative", "open_for_somebody", "describe_oneself"}
)  # there is none yet to ask about, or it is who asks


def unguarded(text: str) -> list[str]:
    """Public functions of an actions module that take no keyword `by`, check no permission, check it late, or check it of nothing that they are given."""
    found = []
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            found += [] if "by" in [one.arg for one in node.args.kwonlyargs] else [f"{node.lineno} {node.name}: no keyword « by »"]
            found += [f"{node.lineno} {node.name}: {said}" for said in _lacking(node)]
    return found


def _lacking(function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[str]:
    """Before the check only names are given to what the thing holds: `initiative = initiative_of(link)`."""
    body = [one for one in function.body if not (isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant))]
    ranks = [rank for rank, one in enumerate(body) if _is_check(one)]
    if not ranks:
        return ["no require(…)"]
    before, check = body[: ranks[0]], body[ranks[0]]
    if not all(isinstance(one, ast.Assign | ast.AnnAssign) for one in before):
        return ["something is done before require(…)"]
    about = _about_its_thing(function, before)
    asked = _names([check]) - {"require"}
    return [] if function.name in WITHOUT_A_THING or ("by" in asked and asked & about) else ["require(…) asks nothing of its thing"]


def _about_its_thing(function: ast.FunctionDef | ast.AsyncFunctionDef, before: Iterable[ast.stmt]) -> set[str]:
    """The first argument, and the names that are given to what it holds."""
    about = {one.arg for one in function.args.args[:1]}
    for one in before:
        if isinstance(one, ast.Assign | ast.AnnAssign) and one.value and _names([one.value]) & about:
            targets = one.targets if isinstance(one, ast.Assign) else [one.target]
            about |= _names(targets)
    return about


def _names(nodes: Iterable[ast.AST]) -> set[str]:
    return {node.id for top in nodes for node in ast.walk(top) if isinstance(node, ast.Name)}


def _is_check(statement: ast.stmt) -> bool:
    call = statement.value if isinstance(statement, ast.Expr) else None
    return isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "require"


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
    guarded = "def sign(thing, *, by):\n    owner = owner_of(thing)\n    require(may_sign(by, owner), by=by)\n"
    faulty = "def sign(thing, by):\n    require(may_sign(by, thing), by=by)\n\ndef erase(thing, *, by):\n    thing.delete()\n\ndef _inner(): ...\n"

    assert (unguarded(guarded), unguarded(faulty)) == ([], ["1 sign: no keyword « by »", "4 erase: no require(…)"])


def test_a_check_of_another_thing_or_too_late_is_found() -> None:
    of_nothing = "def erase(thing, other, *, by):\n    require(may_erase(by, other), by=by)\n    thing.delete()\n"
    late = "def erase(thing, *, by):\n    thing.delete()\n    require(may_erase(by, thing), by=by)\n"
    if_ever = "def erase(thing, *, by):\n    if thing:\n        require(may_erase(by, thing), by=by)\n"

    found = [unguarded(text) for text in (of_nothing, late, if_ever)]
    assert found == [
        ["1 erase: require(…) asks nothing of its thing"],
        ["1 erase: something is done before require(…)"],
        ["1 erase: no require(…)"],
    ]


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
