"""The tree as the templates read it: words set, characters drawable, and what a template would compute badly computed here."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from itertools import pairwise
from typing import Any
from zlib import crc32

from semailles.engines.typesetting.drawings import drawn, sheet_drawings, without_drawings, without_sheet_drawings
from semailles.engines.typesetting.picture import countryside
from semailles.engines.typesetting.prose import beginning
from semailles.engines.typesetting.repeating import rest_of, says_again
from semailles.engines.typesetting.signs import printable
from semailles.engines.typesetting.tree import EntryPart, IdeaEntry, Paragraph, Report, Roadmap, Sheet, Statement, Team
from semailles.engines.typesetting.typography import euros, grouped, guillemets, joint, set_source, set_text, typeset
from semailles.engines.typesetting.wording import worded

_GROUNDS = 8
_HEAD = 84  # characters
_UNDRAWN = "▯"  # a title of pictographs alone: a page without a title is no page of the standard
_MOST_LINES = 300  # of one text: more than a page ever holds, however tight


def set_book(book: Roadmap) -> Roadmap:
    """The tree with its own words and its language's, its strings set: for outputs that read the tree itself."""
    return typeset(_said_once(book), book.lang)


def book_values(book: Roadmap) -> dict[str, Any]:
    """JSON values of a book: `slots` (ground of each team), ideas by mark, drops and fillers of each sheet, amounts in words, the picture."""
    book = _said_once(book)
    book = replace(book, sheets=tuple(map(_beginning, book.sheets)))
    charts, book = drawn(book), without_drawings(book)
    opening, closing = guillemets(book.lang)
    values: dict[str, Any] = _values(book, book.lang)
    values["ideas"] = {idea["mark"]: idea for idea in values["ideas"]}
    values["narrative"]["fillers"] = _cited(book)
    for part, sheet in zip(values["sheets"], book.sheets, strict=True):
        _complete(part, sheet, book.ideas)
    _count(values["essential"], book)
    more = {"slots": grounds(book.teams), "signs": {"open": opening, "close": closing}, "charts": charts}
    return {**values, **more, "picture": _picture(book), "has_index": True}


def sheet_values(sheet: Sheet, ideas: tuple[IdeaEntry, ...], teams: tuple[Team, ...], lang: str) -> dict[str, Any]:
    """JSON values of a sheet that is printed alone: no index, nothing to lead to."""
    (sheet,) = _told_once((_beginning(sheet),))
    charts, bare = sheet_drawings(sheet, lang), without_sheet_drawings(sheet)
    opening, closing = guillemets(lang)
    part = _values(bare, lang)
    _complete(part, sheet, ideas)
    return {
        "lang": lang,
        "ideas": {idea.mark: _values(idea, lang) for idea in ideas},
        "sheets": [part],
        "labels": _values(worded({}, lang), lang),
        "slots": grounds(teams),
        "signs": {"open": opening, "close": closing},
        "charts": charts,
        "has_index": False,
    }


def _beginning(sheet: Sheet) -> Sheet:
    """Nobody waits for what no page shows."""
    pages = sheet.pages
    if not pages:
        return sheet
    texts = {key: replace(text, blocks=beginning(text.blocks, _MOST_LINES)) for key, text in pages.texts.items()}
    card = replace(pages.card, blocks=beginning(pages.card.blocks, _MOST_LINES))
    shorter = replace(pages, texts=texts, card=card)
    return sheet if shorter == pages else replace(sheet, pages=replace(shorter, is_cut=True))


def _complete(part: dict[str, Any], sheet: Sheet, ideas: tuple[IdeaEntry, ...]) -> None:
    """What a sheet drops when it is too long, what fills it when it is short, its name in a running head."""
    draft = {"drops": _drops(sheet)} if sheet.is_draft else {}
    filled = {"fillers": _fillers(sheet, ideas)} if sheet.is_draft or sheet.pages else {}
    title = part["title"] if part["title"].strip("\u200b \u00a0") else _UNDRAWN
    part |= {**draft, **filled, "title": title, "short": shortened(title, _HEAD)}


def report_values(report: Report) -> dict[str, Any]:
    return {**_values(report, report.lang)}


def grounds(teams: tuple[Team, ...]) -> dict[str, int]:
    """Eight colours on four grounds, which further teams share in turn."""
    return {team.letter: rank % _GROUNDS for rank, team in enumerate(teams)}


def _picture(book: Roadmap) -> str:
    slots = grounds(book.teams)
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


def _said_once(book: Roadmap) -> Roadmap:
    """Its words given, and what only repeats a title left out: a sheet's tagline, the beginning of an entry's quote."""
    sheets = _told_once(book.sheets)
    convergences, singulars = (_quoted_once(part) for part in (book.convergences, book.singulars))
    return replace(book, labels=worded(book.labels, book.lang), sheets=sheets, convergences=convergences, singulars=singulars)


def _told_once(sheets: tuple[Sheet, ...]) -> tuple[Sheet, ...]:
    return tuple(replace(sheet, tagline="") if says_again(sheet.tagline, sheet.title) else sheet for sheet in sheets)


def _quoted_once(part: EntryPart) -> EntryPart:
    groups = (
        replace(group, entries=tuple(replace(entry, quote=rest_of(entry.quote, entry.title)) for entry in group.entries))
        for group in part.groups
    )
    return replace(part, groups=tuple(groups))


def shortened(title: str, most: int) -> str:
    """`title` in `most` letters, cut between two words: for a running head, a cell."""
    return title if len(title) <= most else (title[:most].rpartition(" ")[0] or title[:most]) + " …"


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


def _fillers(sheet: Sheet, ideas: tuple[IdeaEntry, ...]) -> list[str]:
    """Marks of source ideas whose quote may be set large where room is left: not said elsewhere on the page, teams in turn."""
    said = _said_on(sheet)
    by_mark = {idea.mark: idea for idea in ideas}
    found = [by_mark[mark] for mark in sheet.ideas if mark in by_mark and by_mark[mark].quote and by_mark[mark].quote not in said]
    ranks: dict[str, int] = {}
    turn = {}
    for idea in found:
        turn[idea.mark] = ranks[idea.letter] = ranks.get(idea.letter, -1) + 1
    return [idea.mark for idea in sorted(found, key=lambda idea: turn[idea.mark])]


def _said_on(sheet: Sheet) -> str:
    """What its pages quote already."""
    if sheet.pages:
        return " ".join(quote for part in sheet.pages.texts.values() if not part.blocks for quote, _source in part.quotes)
    return " ".join(statement.text for section in sheet.sections for paragraph in section.paragraphs for statement in paragraph)


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
    return "".join(before + text for before, text in joined(paragraph, lang))


def joined(paragraph: Paragraph, lang: str) -> list[tuple[str, str]]:
    """The text of each statement, and what stands before it."""
    texts = ["", *(quoted_statement(statement, lang).strip() for statement in paragraph)]
    return [(joint(before, text, lang), text) for before, text in pairwise(texts)]


def _between(text: str, opening: str, closing: str) -> str:
    return text if text[:1] in ("«", "“") else f"{opening}{text}{closing}"


def _values(value: Any, lang: str) -> Any:
    """One walk over the tree: strings set and drawable, dataclasses as mappings."""
    if isinstance(value, str):
        return printable(set_text(value, lang))
    if isinstance(value, tuple):
        return _follow([_values(item, lang) for item in value], lang)
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


def _follow(items: list[Any], lang: str) -> list[Any]:
    """Statements that follow each other know what stands before them."""
    if items and isinstance(items[0], dict) and "is_quote" in items[0]:
        texts = [item["text"].strip() for item in items]
        for item, before, text in zip(items, ["", *texts], texts, strict=False):
            item |= {"text": text, "joint": joint(before, text, lang)}
    return items
