"""Engines by themselves, without any workspace: read one file, group one table of ideas."""

import argparse
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from semailles.cli.opening import set_up
from semailles.cli.terminal import announced, complain, progress_shown, say, say_json
from semailles.core.errors import Refusal

if TYPE_CHECKING:
    from semailles.engines.blocks import Block


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
        complain(announced(path, unreadable_words(refused.reason.value, refused.detail)))
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
    """Families, strongest convergence first, under their theme; last, those without one."""
    set_up(lang)
    from semailles.cli.ideas import ideas_of, step_words
    from semailles.cli.told import say_ideas_without_team, say_themes
    from semailles.engines.grouping import Corpus

    ideas = ideas_of(arguments.file)
    say_ideas_without_team(ideas)
    with progress_shown() as show:
        grouping = Corpus(ideas, lang=lang).group(tell=lambda step, done, total: show(step_words(step), done, total))
    if arguments.json:
        say_json(asdict(grouping))
    else:
        say_themes(grouping, ideas)
    return 0
