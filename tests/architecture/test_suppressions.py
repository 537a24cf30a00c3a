"""A suppression gives its reason: on its line, in words."""

import ast
import io
import re
import tokenize
from pathlib import Path

SILENCED = re.compile(r"#\s*(?:noqa|type:\s*ignore|pragma:|ruff:)", re.IGNORECASE)
EXPLAINED = re.compile(r"#\s*(?:noqa: [A-Z]+\d+(?:, ?[A-Z]+\d+)*|type: ignore\[[\w, -]+\])\s*(?:[#-]\s*)?(?P<reason>.*)$")
RULE = re.compile(r'^\s+"(?P<rule>[A-Z]+[0-9]*)",\s*(?P<reason>#.*)?$')
ONE_LINE_RULES = re.compile(r'^"[^"]+" = \[.*\]\s*(?P<reason>#.*)?$')
SHORTEST_REASON = 6
BROAD = frozenset({"Exception", "BaseException"})


def unexplained(text: str) -> list[str]:
    """Suppressions without a rule or without a reason, as « line: comment »."""
    comments = [token for token in tokenize.generate_tokens(io.StringIO(text).readline) if token.type == tokenize.COMMENT]
    return [f"{token.start[0]}: {token.string}" for token in comments if SILENCED.match(token.string) and not _is_explained(token.string)]


def _is_explained(comment: str) -> bool:
    found = EXPLAINED.match(comment)
    return found is not None and len(found["reason"].strip()) >= SHORTEST_REASON


def broad(text: str) -> list[str]:
    """`except:` and `except Exception:` whose line does not say why."""
    lines = text.splitlines()
    handlers = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.ExceptHandler)]
    return [
        f"{node.lineno}: {lines[node.lineno - 1].strip()}"
        for node in handlers
        if _is_broad(node) and not _gives_reason(lines[node.lineno - 1])
    ]


def _is_broad(handler: ast.ExceptHandler) -> bool:
    return handler.type is None or any(isinstance(node, ast.Name) and node.id in BROAD for node in ast.walk(handler.type))


def _gives_reason(line: str) -> bool:
    """ruff asks for its own `noqa` where nothing is logged; the reason is asked everywhere."""
    comment = line.partition("#")[2]
    return _is_explained(f"#{comment}") if SILENCED.match(f"#{comment}") else len(comment.strip()) >= SHORTEST_REASON


def bare_rules(text: str) -> list[str]:
    """Ignored ruff rules of a pyproject without a comment."""
    chapter = re.search(r"^\[tool\.ruff\.lint\]\n.*?(?=^\[tool\.(?!ruff\.lint\.per-file-ignores))", text, re.DOTALL | re.MULTILINE)
    lines = chapter.group().splitlines() if chapter else []
    rules = [found for line in lines if (found := RULE.match(line) or ONE_LINE_RULES.match(line))]
    return [found.group().strip() for found in rules if not found["reason"]]


def test_every_suppression_gives_its_reason(python_files: list[Path]) -> None:
    assert {str(path): found for path in python_files if (found := unexplained(path.read_text()))} == {}


def test_a_suppression_without_reason_is_found() -> None:
    bare = ["a = 1  # noqa", "b = 2  # noqa: S101", "c = 3  # type: ignore", "d = 4  # type: ignore[misc]  # no"]
    fine = ["e = 5  # noqa: S101, E731 - three alike", "f = 6  # type: ignore[misc]  # its own words", 'g = "# noqa"']

    assert [line.partition(":")[0] for line in unexplained("\n".join([*bare, *fine]) + "\n")] == ["1", "2", "3", "4"]


def test_every_broad_except_gives_its_reason(python_files: list[Path]) -> None:
    assert {str(path): found for path in python_files if (found := broad(path.read_text()))} == {}


def test_a_broad_except_without_reason_is_found() -> None:
    faulty = "try: ...\nexcept (ValueError, Exception):\n    ...\ntry: ...\nexcept:\n    ...\n"
    fine = "try: ...\nexcept Exception:  # noqa: BLE001  # the edge of the task\n    ...\ntry: ...\nexcept ValueError:\n    ...\n"

    assert (broad(faulty), broad(fine)) == (["2: except (ValueError, Exception):", "5: except:"], [])


def test_every_ignored_rule_gives_its_reason(root: Path) -> None:
    assert bare_rules((root / "pyproject.toml").read_text()) == []


def test_an_ignored_rule_without_reason_is_found() -> None:
    text = '[tool.ruff.lint]\nignore = [\n  "D",  # why\n  "E501",\n]\n[tool.ruff.lint.per-file-ignores]\n"bench/**" = ["T201"]\n[tool.mypy]\n  "X",\n'

    assert bare_rules(text) == ['"E501",', '"bench/**" = ["T201"]']
