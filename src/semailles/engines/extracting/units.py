"""The passages that may carry an idea: sentences, bullets, cells, titles, each with what stands around it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from semailles.engines.blocks import Block, BlockKind
from semailles.engines.extracting.callings import after_turn
from semailles.engines.extracting.conjugation import is_known_verb
from semailles.engines.extracting.flat import Token, flattened, lowered, opening, tokens
from semailles.engines.extracting.headers import DONE, TO_DO, Column, column
from semailles.engines.extracting.lexicon import entries, lines
from semailles.engines.extracting.sentences import clauses, sentences
from semailles.engines.extracting.speech import breaths, is_speech

FEWEST_LINES = 2
LONGEST_LINE = 40  # words


class Sense(StrEnum):
    """What the words above a passage announce."""

    GOOD = "actions"
    BAD = "facts"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """`blocks[block].text[start:end]`; `core`: its text without bullet mark; `group`: the list or table it belongs to, 0 for none."""

    block: int
    start: int
    end: int
    core: str
    kind: BlockKind
    heading: str = ""
    heading_sense: Sense = Sense.NONE
    lead: str = ""
    lead_sense: Sense = Sense.NONE
    column: Column | None = None
    header: str = ""
    row_state: Sense = Sense.NONE
    group: int = 0
    alone: bool = True

    @property
    def low(self) -> str:
        return lowered(self.core)

    @property
    def flat(self) -> str:
        return flattened(self.core)

    @property
    def words(self) -> tuple[Token, ...]:
        return tokens(self.core)


@dataclass(frozen=True, slots=True)
class _Surroundings:
    heading: str
    heading_sense: Sense
    lead: str
    lead_sense: Sense
    group: int
    kind: BlockKind


def units(blocks: Sequence[Block]) -> list[Unit]:
    """Every passage of a document, in reading order."""
    return [
        unit for at, (block, around) in enumerate(zip(blocks, _surroundings(blocks), strict=True)) for unit in _units_of(at, block, around)
    ]


@lru_cache(maxsize=2048)
def sense(words: str) -> Sense:
    """What a heading or a lead-in announces; the words that deny (« constats », « présents ») win over « projet » or « action »."""
    flat = flattened(words)
    if _BAD.search(flat) and not announces_action(words):
        return Sense.BAD
    return Sense.GOOD if _GOOD.search(flat) else Sense.NONE


def announces_action(heading: str) -> bool:
    """« Réparer les sols », « Vers un centre sans voiture »."""
    first = next(iter(tokens(heading[opening(heading) :])), None)
    return first is not None and (first.flat == "vers" or (is_known_verb(first.flat) and first.flat not in entries("plain_verbs")))


_GOOD = re.compile("|".join(f"(?:{line})" for line in lines("headings_good")))
_BAD = re.compile("|".join(f"(?:{line})" for line in lines("headings_bad")))


def _surroundings(blocks: Sequence[Block]) -> Iterator[_Surroundings]:
    lead, group, before = "", 0, BlockKind.TITLE
    title = blocks[0].text if blocks else ""
    kinds = told_as(blocks)
    for block, kind in zip(blocks, kinds, strict=True):
        listed = kind in {BlockKind.ITEM, BlockKind.ROW}
        if listed and kind != before:
            group += 1
        path = tuple(heading for heading in block.path if heading != title and not heading.rstrip().endswith(":"))
        heading = path[-1] if path else ""
        yield _Surroundings(
            heading, _path_sense(path), lead if listed else "", sense(lead) if listed and lead else Sense.NONE, group if listed else 0, kind
        )
        if kind in {BlockKind.PARAGRAPH, BlockKind.HEADING}:
            lead = _lead_of(block.text)
        elif not listed:
            lead = ""
        before = kind


def told_as(blocks: Sequence[Block]) -> list[BlockKind]:
    """The kind of each block; lines without bullets that a colon announces and commas end are list entries: « … se résument ainsi : »."""
    kinds = [block.kind for block in blocks]
    at = 0
    while at < len(blocks):
        end = _announced(blocks, at)
        kinds[at + 1 : end] = [BlockKind.ITEM] * (end - at - 1)
        at = max(end, at + 1)
    return kinds


def _announced(blocks: Sequence[Block], at: int) -> int:
    """Index after the lines that this block announces, at + 1 when it announces none."""
    if blocks[at].kind not in {BlockKind.PARAGRAPH, BlockKind.HEADING} or not blocks[at].text.rstrip().endswith(":"):
        return at + 1
    end = at + 1
    while end < len(blocks) and _is_line(blocks[end]) and blocks[end].text.rstrip()[-1] in ",;":
        end += 1
    if end == at + 1 or end == len(blocks) or not _is_line(blocks[end]) or end - at < FEWEST_LINES:
        return at + 1
    return end + 1


def _is_line(block: Block) -> bool:
    return (
        block.kind is BlockKind.PARAGRAPH
        and len(block.text.split()) <= LONGEST_LINE
        and bool(block.text.strip())
        and not block.text.rstrip().endswith(":")
    )


def _path_sense(path: Sequence[str]) -> Sense:
    """The nearest heading that says something."""
    return next((found for heading in reversed(path) if (found := sense(heading)) is not Sense.NONE), Sense.NONE)


def _lead_of(text: str) -> str:
    """« Ensuite, ce qui a été dit : » announces the list below."""
    if not text.rstrip().endswith((":", "…")):
        return ""
    start, end = sentences(text)[-1]
    return text[start:end]


def _units_of(at: int, block: Block, around: _Surroundings) -> Iterator[Unit]:
    if block.kind == BlockKind.ROW and block.cells:
        yield from _cells(at, block, around)
        return
    spans = [part for start, end in sentences(block.text) for part in _breathed(block.text, start, end)]
    said = after_turn(block.text)
    if around.kind in {BlockKind.PARAGRAPH, BlockKind.NOTE}:
        spans = [clause for start, end in spans for clause in clauses(block.text, start, end)]
    for span in spans:
        yield from _unit(at, block, (max(span[0], said), span[1]), around, alone=len(spans) == 1)


def _breathed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    return breaths(text, start, end) if is_speech(text[start:end]) else [(start, end)]


def _unit(at: int, block: Block, span: tuple[int, int], around: _Surroundings, *, alone: bool) -> Iterator[Unit]:
    start, end = opening(block.text, span[0]), span[1]
    if start < end:
        core = block.text[start:end]
        senses = {"heading": around.heading, "heading_sense": around.heading_sense, "lead": around.lead, "lead_sense": around.lead_sense}
        yield Unit(at, start, end, core, around.kind, group=around.group, alone=alone, **senses)  # type: ignore[arg-type]  # a dict of two types


def _cells(at: int, block: Block, around: _Surroundings) -> Iterator[Unit]:
    state = _row_state(block)
    for cell in block.cells:
        text = block.text[cell.start : cell.end]
        spans = sentences(text)
        for start, end in spans:
            first = opening(block.text, cell.start + start)
            if first < cell.start + end:
                yield Unit(
                    at,
                    first,
                    cell.start + end,
                    block.text[first : cell.start + end],
                    block.kind,
                    heading=around.heading,
                    heading_sense=around.heading_sense,
                    column=column(cell.header) if cell.header else None,
                    header=cell.header,
                    row_state=state,
                    group=around.group,
                    alone=len(spans) == 1,
                )


def _row_state(block: Block) -> Sense:
    """A row whose status says « fait » tells the past; « à lancer », an idea."""
    states = [
        flattened(block.text[cell.start : cell.end])
        for cell in block.cells
        if column(cell.header) in {Column.STATUS, Column.DATE, Column.REMARK}
    ]
    if any(DONE.search(state) for state in states):
        return Sense.BAD
    return Sense.GOOD if any(TO_DO.search(state) for state in states) else Sense.NONE
