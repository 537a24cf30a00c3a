"""One page, one thought."""

import ast
from pathlib import Path

LONGEST_FILE, LONGEST_FUNCTION, MOST_ARGUMENTS = 300, 40, 6


def too_long(text: str) -> list[str]:
    lines = len(text.splitlines())
    return [f"{lines} lines"] if lines > LONGEST_FILE else []


def too_big(text: str) -> list[str]:
    """Functions over their lines or arguments, as « line name: size »."""
    found = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines, arguments = (node.end_lineno or 0) - node.lineno + 1, _arguments(node.args)
            found += [f"{node.lineno} {node.name}: {lines} lines"] if lines > LONGEST_FUNCTION else []
            found += [f"{node.lineno} {node.name}: {arguments} arguments"] if arguments > MOST_ARGUMENTS else []
    return found


def _arguments(signature: ast.arguments) -> int:
    names = [one.arg for one in (*signature.posonlyargs, *signature.args, *signature.kwonlyargs)]
    return len(names) - (names[:1] in (["self"], ["cls"]))


def test_every_file_holds_on_one_page(root: Path, python_files: list[Path]) -> None:
    files = [*python_files, *(root / "src").rglob("*.typ")]

    assert {str(path): found for path in files if (found := too_long(path.read_text()))} == {}


def test_a_long_file_is_found() -> None:
    assert (too_long("pass\n" * 300), too_long("pass\n" * 301)) == ([], ["301 lines"])


def test_every_function_is_short_and_takes_few_arguments(python_files: list[Path]) -> None:
    assert {str(path): found for path in python_files if (found := too_big(path.read_text()))} == {}


def test_a_big_function_is_found() -> None:
    long = "def sow():\n" + "    pass\n" * 40
    wide = "class Field:\n    def sow(self, a, b, c, *, d, e, f): ...\n    def reap(self, a, b, c, *, d, e, f, g): ...\n"

    assert (too_big(long), too_big(wide)) == (["1 sow: 41 lines"], ["3 reap: 7 arguments"])
