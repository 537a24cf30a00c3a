"""The tree as the templates read it: words set, characters drawable, and what a template would compute badly computed here."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any
from zlib import crc32

from semailles.engines.typesetting.picture import countryside
from semailles.engines.typesetting.signs import printable
from semailles.engines.typesetting.tree import Paragraph, Report, Roadmap, Sheet, Statement
from semailles.engines.typesetting.typography import euros, grouped, guillemets, set_source, set_text, typeset
from semailles.engines.typesetting.wording import worded

_GROUNDS = 4
_HEAD = 84  # characters


def set_book(book: Roadmap) -> Roadmap:
    """The tree with its own words and its language's, its strings set: for outputs that read the tree itself."""
    return typeset(replace(book, labels=worded(book.labels, book.lang)), book.lang)


def book_values(book: Roadmap) -> dict[str, Any]:
    """JSON values of a book: `slots` (ground of each team), ideas by mark, drops and fillers of each sheet, amounts in words, the picture."""
    book = replace(book, labels=worded(book.labels, book.lang))
    opening, closing = guillemets(book.lang)
    values: dict[str, Any] = _values(book, book.lang)
    values["ideas"] = {idea["mark"]: idea for idea in values["ideas"]}
    values["narrative"]["fillers"] = _cited(book)
    for part, sheet in zip(values["sheets"], book.sheets, strict=True):
        part |= {"drops": _drops(sheet), "fillers": _fillers(sheet, book), "short": _short(part["title"])}
    _count(values["essential"], book)
    for part in ("convergences", "singulars"):
        _unrepeated(values[part])
    return {**values, "slots": grounds(book), "signs": {"open": opening, "close": closing}, "picture": _picture(book)}


def report_values(report: Report) -> dict[str, Any]:
    return {**_values(report, report.lang)}


def grounds(book: Roadmap) -> dict[str, int]:
    """Four colours and grounds, which further teams share in turn."""
    return {team.letter: rank % _GROUNDS for rank, team in enumerate(book.teams)}


def _picture(book: Roadmap) -> str:
    slots = grounds(book)
    return countryside(
        [slots.get(idea.letter, 0) for idea in book.ideas], crc32(f"{book.cover.process}{book.cover.title}".encode("utf-8", "replace"))
    )


def _count(part: dict[str, Any], book: Roadmap) -> None:
    """Counts and amounts as their language writes them."""
    for count in part["counts"]:
        count["shown"] = grouped(count["count"], book.lang)
    money = part["money"]
    if money:
        money["shown"] = {name: euros(money[name], book.lang) for name in ("needs", "confirmed", "hoped", "gap")}


def _unrepeated(part: dict[str, Any]) -> None:
    """A quote that its title already says in full is not printed twice."""
    for group in part["groups"]:
        for entry in group["entries"]:
            if _bare(entry["quote"]) == _bare(entry["title"]):
                entry["quote"] = ""


def _bare(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def _short(title: str) -> str:
    """What a running head can hold of a title."""
    return title if len(title) <= _HEAD else title[:_HEAD].rpartition(" ")[0] + " …"


def _drops(sheet: Sheet) -> list[int]:
    """Which filled section gives up its last statement, again and again: the longest one that still has two."""
    lengths = [
        [len(statement.text) for paragraph in section.paragraphs for statement in paragraph]
        for section in sheet.sections
        if section.paragraphs
    ]
    order = []
    while any(len(section) > 1 for section in lengths):
        longest = max((rank for rank, section in enumerate(lengths) if len(section) > 1), key=lambda rank: sum(lengths[rank]))
        lengths[longest].pop()
        order.append(longest)
    return order


def _fillers(sheet: Sheet, book: Roadmap) -> list[str]:
    """Marks of source ideas whose quote may be set large where room is left: not said elsewhere on the page, teams in turn."""
    said = " ".join(statement.text for section in sheet.sections for paragraph in section.paragraphs for statement in paragraph)
    by_mark = {idea.mark: idea for idea in book.ideas}
    found = [by_mark[mark] for mark in sheet.ideas if mark in by_mark and by_mark[mark].quote and by_mark[mark].quote not in said]
    ranks: dict[str, int] = {}
    turn = {}
    for idea in found:
        turn[idea.mark] = ranks[idea.letter] = ranks.get(idea.letter, -1) + 1
    return [idea.mark for idea in sorted(found, key=lambda idea: turn[idea.mark])]


def _cited(book: Roadmap) -> list[str]:
    """The ideas that the récit may quote large: its endpiece, then those that it cites."""
    known = {idea.mark for idea in book.ideas if idea.quote}
    cited = (
        mark for part in book.narrative.sections for paragraph in part.paragraphs for statement in paragraph for mark in statement.ideas
    )
    return [mark for mark in dict.fromkeys((book.narrative.endpiece, *cited)) if mark in known]


def quoted_statement(statement: Statement, lang: str) -> str:
    """A quotation between its signs, unless it brings its own."""
    opening, closing = guillemets(lang)
    return _between(statement.text, opening, closing) if statement.is_quote else statement.text


def plain(paragraph: Paragraph, lang: str) -> str:
    return " ".join(quoted_statement(statement, lang) for statement in paragraph)


def _between(text: str, opening: str, closing: str) -> str:
    return text if text[:1] in ("«", "“") else f"{opening}{text}{closing}"


def _values(value: Any, lang: str) -> Any:
    """One walk over the tree: strings set and drawable, dataclasses as mappings."""
    if isinstance(value, str):
        return printable(set_text(value, lang))
    if isinstance(value, tuple):
        return [_values(item, lang) for item in value]
    if isinstance(value, Mapping):
        return {name: _values(item, lang) for name, item in value.items()}
    if not is_dataclass(value):
        return value
    inner = {field.name: _values(getattr(value, field.name), lang) for field in fields(value) if field.name != "source"}
    if hasattr(value, "source"):
        inner["source"] = printable(set_source(value.source, lang))
    if isinstance(value, Statement) and value.is_quote:
        inner["text"] = _between(inner["text"], *guillemets(lang))
    return inner
