"""One Typst compile: values and templates in memory → a tagged PDF/UA-1 and PDF/A-2a, and what did not fit."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import typst

from semailles.engines.typesetting import setting
from semailles.engines.typesetting.cards import Deck, deck_values
from semailles.engines.typesetting.payload import book_values, report_values
from semailles.engines.typesetting.tree import Printed, Report, Roadmap

_TOLERANCE = 0.1  # millimetres
_AIRS = (1.0, 0.7, 0.45, 0.2, 1.4, 1.8)
_LEAST_FILLED = 0.35
_LEAF = 4  # pages of an A3 folded in two


def roadmap_pdf(book: Roadmap) -> Printed:
    """The book, A4. `overflows`: sheets whose text does not hold on one page even shortened, « sheet 3 » (« sheet 3, page 2 » of one that people carry) and its excess in millimetres. A book with
    sheets that people carry has a multiple of four pages: it lacks none of a folded leaf, pages for notes make up for it."""
    values = book_values(book)
    printed = _compiled_apart("book.typ", {**values, "padding": 0})
    lacking = -printed.pages % _LEAF if any(sheet.pages for sheet in book.sheets) else 0
    return _compiled_apart("book.typ", {**values, "padding": lacking}) if lacking else printed


def report_pdf(report: Report) -> Printed:
    """The list to tick by hand, A4, with its confidential mention on every page. Its rows are set tighter, or looser, rather than leave a few lines alone on the last page."""
    values = report_values(report)
    tried = []
    for air in _AIRS:
        found, last = compiled("report.typ", {**values, "air": air})
        tried.append(found)
        if last["pages"] == 1 or last["filled"] > _LEAST_FILLED or found.pages < tried[0].pages:
            return found
    return tried[0]


def cards_pdf(deck: Deck) -> Printed:
    """The cards of a wall, four on an A4 or one a page."""
    return compiled("cards.typ", deck_values(deck))[0]


class CannotPrintError(Exception):
    """The compiler refused what it was given. A bug of ours: nothing that people write should bring it about."""


def compiled(main: str, values: dict[str, Any]) -> tuple[Printed, dict[str, Any]]:
    with _said_as_ours(main):
        pdf, last, fitted = setting.printed(main, _inputs(values))
    return _printed(pdf, last, fitted), json.loads(last)


def _compiled_apart(main: str, values: dict[str, Any]) -> Printed:
    """In a process that gives back, as it ends, what the compiler holds: half a gigabyte for a book."""
    asked = json.dumps({"main": main, "book": _inputs(values)}).encode()
    command = [sys.executable, "-P", setting.__file__]  # -P: our own modules beside it hide none of Python
    done = subprocess.run(command, input=asked, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)  # noqa: S603  # our own program
    if done.returncode:
        raise CannotPrintError(main)
    head, _, pdf = done.stdout.partition(b"\n")
    return _printed(pdf, *json.loads(head))


def _printed(pdf: bytes, last: str, fitted: str) -> Printed:
    overflows = tuple((_where(one), round(one["excess"], 1)) for one in json.loads(fitted) if one["excess"] > _TOLERANCE)
    return Printed(pdf, json.loads(last)["pages"], overflows)


def queried(main: str, values: dict[str, Any], label: str) -> list[dict[str, Any]]:
    """What the pages say of themselves under a label, without a file."""
    with _said_as_ours(main):
        found: list[dict[str, Any]] = json.loads(setting.compiler(main, _inputs(values)).query(label, field="value"))
    return found


@contextmanager
def _said_as_ours(main: str) -> Iterator[None]:
    try:
        yield
    except (typst.TypstError, RuntimeError) as refused:
        raise CannotPrintError(main) from refused


def _inputs(values: dict[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False).encode("utf-8", "replace").decode()


def _where(fitted: dict[str, Any]) -> str:
    return f"sheet {fitted['number']}, page {fitted['page']}" if "page" in fitted else f"sheet {fitted['number']}"
