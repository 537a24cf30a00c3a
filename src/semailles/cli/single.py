"""Engines by themselves, without any workspace: read one file, group one table of ideas."""

import argparse
import csv
import io
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from semailles.cli.opening import set_up
from semailles.cli.terminal import complain, say, say_json
from semailles.core.errors import Refusal

if TYPE_CHECKING:
    from semailles.engines.blocks import Block

COLUMNS = ("id", "equipe", "texte")


def read_one(arguments: argparse.Namespace, lang: str) -> int:
    """One line a passage: place, kind, text."""
    set_up(lang)
    from django.utils.translation import gettext as _

    from semailles.engines.reading import UnreadableError
    from semailles.engines.reading.guard import read
    from semailles.publication.reasons import unreadable_words
    from semailles.publication.words import locator_words

    path: Path = arguments.file
    if not path.is_file():
        raise Refusal(_("%(file)s is not a file.") % {"file": path})
    try:
        document = read(path.name, path.read_bytes())
    except UnreadableError as refused:
        complain(f"{path} : {unreadable_words(refused.reason.value, refused.detail)}")
        if arguments.json:
            say_json({"ok": False, "reason": refused.reason.value})
        return 1
    for block in () if arguments.json else document.blocks:
        say(f"{locator_words(_present(asdict(block.locator))):<22} {block.kind.value:<10} {block.text}")
    if arguments.json:
        blocks = [{**asdict(block), "locator": _present(asdict(block.locator))} for block in document.blocks]
        known = {"kind": document.kind, "pages": document.pages, "title": document.title}
        say_json({"ok": True, **known, "blocks": blocks, "figures": _figures(document.blocks)})
    return 0


def _figures(blocks: "Sequence[Block]") -> list[dict[str, Any]]:
    """Numbers as strings, so that no reader of JSON rounds them."""
    from semailles.engines.extracting import figures_of

    return [
        {
            **asdict(figure),
            "kind": figure.kind.value,
            "low": None if figure.low is None else f"{figure.low:f}",
            "high": None if figure.high is None else f"{figure.high:f}",
        }
        for figure in figures_of(blocks)
    ]


def _present(locator: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in locator.items() if value is not None}


def group_file(arguments: argparse.Namespace, lang: str) -> int:
    """Families, strongest convergence first, under their theme."""
    set_up(lang)
    from semailles.engines.grouping import Text, group

    rows = _ideas(arguments.file)
    grouping = group([Text(row["id"], row["equipe"], row["texte"]) for row in rows], lang=lang)
    if arguments.json:
        say_json(asdict(grouping))
        return 0
    texts = {row["id"]: row for row in rows}
    for rank, theme in enumerate(grouping.themes):
        say(f"\n{theme.title}")
        for family in grouping.families:
            if family.theme == rank:
                say(f"  {family.title} [{' '.join(family.teams)}]")
                for member in family.members:
                    say(f"    {member} ({texts[member]['equipe']}) {texts[member]['texte']}")
    return 0


def _ideas(path: Path) -> list[dict[str, str]]:
    from django.utils.translation import gettext as _

    if not path.is_file():
        raise Refusal(_("%(file)s is not a file.") % {"file": path})
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refusal(_("%(file)s is not in UTF-8: save it again as « CSV UTF-8 ».") % {"file": path}) from None
    separator = ";" if ";" in text.partition("\n")[0] else ","
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=separator))
    if not rows or not set(COLUMNS) <= set(rows[0]):
        raise Refusal(
            _("%(file)s: the first line must be %(columns)s, with at least one idea below.") % {"file": path, "columns": ";".join(COLUMNS)}
        )
    seen: set[str] = set()
    for line, row in enumerate(rows, start=2):
        if not row["id"] or row["id"] in seen or not (row["texte"] or "").strip():
            sentence = _("%(file)s, line %(line)d: each idea needs an id of its own and a text.")
            raise Refusal(sentence % {"file": path, "line": line})
        seen.add(row["id"])
    return [{name: row[name] or "" for name in COLUMNS} for row in rows]
