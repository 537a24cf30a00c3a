"""Every gesture has its sentence in the journal."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from semailles.core.declared import declared

VALUE = re.compile(r"%\((\w+)\)s")
NOT_SAID = frozenset({"by", "initiative", "beside"})


def recorded(texts: Iterable[str]) -> dict[str, set[str]]:
    """Verb → what may be said with it, of each `record("verb", …, what=…)` or `proclaim(…)`, and of each call with `verb="verb"`, which ends in a `record(verb, …)`."""
    found: dict[str, set[str]] = defaultdict(set)
    handed: set[str] = set()
    calls = [node for text in texts for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    for call in (call for call in calls if ast.unparse(call.func) in {"record", "proclaim"}):
        said = {keyword.arg for keyword in call.keywords if keyword.arg} - NOT_SAID
        named = call.args[0]
        (found[str(named.value)] if isinstance(named, ast.Constant) else handed).update(said)
    for keyword in (keyword for call in calls for keyword in call.keywords if keyword.arg == "verb"):
        if isinstance(keyword.value, ast.Constant):
            found[str(keyword.value.value)] |= handed
    return found


def test_every_verb_that_is_recorded_has_its_sentence(source_files: list[Path]) -> None:
    verbs = recorded(path.read_text() for path in source_files)

    assert sorted(verbs.keys() - declared("journal_words", "VERBS").keys()) == []


def test_a_sentence_says_only_what_its_line_knows(source_files: list[Path]) -> None:
    known = recorded(path.read_text() for path in source_files)

    said = {verb: set(VALUE.findall(str(sentence))) for verb, sentence in declared("journal_words", "VERBS").items()}
    assert {verb: more for verb, values in said.items() if (more := values - known[verb] - {"subject"})} == {}


def test_verbs_are_found_wherever_they_are_recorded() -> None:
    text = 'record("sown", field, by=by, initiative=one, seeds=3)\nediting.change(row, {}, by=by, verb="reaped")\nrecord(verb, row, changed={})\nrecord("sown", x, on=y)\n'

    assert recorded([text]) == {"sown": {"seeds", "on"}, "reaped": {"changed"}}
