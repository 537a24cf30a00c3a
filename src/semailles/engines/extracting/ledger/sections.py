"""The parts of a document that hold lines of a budget: one side each, below the words that say which."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from semailles.engines.blocks import Block, BlockKind
from semailles.engines.extracting.findings import Side
from semailles.engines.extracting.flat import flattened, opening
from semailles.engines.extracting.ledger.celled import THOUSAND, celled, columns, has_two_sides, headers, paired, side_of_row, side_of_table
from semailles.engines.extracting.ledger.entries import VERB, Entry, Shape, entry, is_statement, names, sums_of, valued
from semailles.engines.extracting.ledger.typed import listed, typed
from semailles.engines.extracting.ledger.words import any_of

BOTH = (Side.COST, Side.FUNDING)
FIRST = rf"(?:{any_of('titles', 'budget')}(?: previsionnel(?:le)?s?)?\s*[:,–-]?\s*)?(?:{any_of('heads', 'before')} )*"
HEADS = {side: re.compile(rf"^{FIRST}{any_of('heads', side.name.lower())}(?!\w)") for side in Side}
ANYWHERE = {side: re.compile(rf"(?<!\w){any_of('heads', side.name.lower())}(?!\w)") for side in Side}
IN_EUROS = re.compile(r"\b(?:en|in) (?:milliers d'euros|k ?€|k ?euros|€|euros?\b)|[(\[](?:k ?)?€[)\]]")
IN_THOUSANDS = re.compile(r"milliers|k ?(?:€|eur)")
PROJECT = re.compile(rf"^{any_of('project', 'headings')}(?!\w)")
LONGEST_HEAD = 9  # words
LONGEST_GROUP = 5
LONGEST_SKIPPED = 12
NEAR = 3  # blocks between two sides of one budget
FEWEST = 2  # sums that make a budget


@dataclass(slots=True)
class Section:
    """Lines of one side, or of both in rows that hold the two. `blocks`: all that belongs to it, its head first."""

    sides: tuple[Side, ...]
    head: int
    blocks: list[int] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    columns: tuple[str, ...] = ()
    group: str = ""  # a label waiting for its lines
    unit: int = 0  # euros that a number is worth when its unit is said once, above; 0 when it is said nowhere
    skipped: int = 0  # passages not understood since the last line


def budgets(blocks: Sequence[Block]) -> Iterator[tuple[Section, ...]]:
    """Sections near one another, of one budget, that hold two sums at least."""
    gathered: list[Section] = []
    for section in sections(blocks):
        if gathered and not _goes_with(blocks, section, gathered):
            yield from _whole(gathered)
            gathered = []
        gathered.append(section)
    yield from _whole(gathered)


def _goes_with(blocks: Sequence[Block], section: Section, gathered: Sequence[Section]) -> bool:
    """The other side, on any sheet, or more of the same right below; nothing between them tells of something else."""
    between = blocks[gathered[-1].blocks[-1] + 1 : section.head]
    same = {blocks[other.head].locator.sheet for other in gathered if set(other.sides) & set(section.sides)}
    if same and (between or blocks[section.head].locator.sheet not in same):
        return False
    return len(between) <= NEAR and all(_is_between(block.text) for block in between)


def _is_between(text: str) -> bool:
    """« Budget prévisionnel, suite », « en euros »: no heading of a project, no story."""
    is_short = len(text.split()) <= LONGEST_GROUP and not VERB.search(text) and not PROJECT.search(flattened(text))
    return is_short or is_statement(text)


def _whole(gathered: Sequence[Section]) -> Iterator[tuple[Section, ...]]:
    valued_lines = [one for section in gathered for one in section.entries if one.shape is Shape.LINE and one.amount is not None]
    if len(valued_lines) >= FEWEST:
        yield tuple(gathered)


def sections(blocks: Sequence[Block]) -> list[Section]:
    reading = _Reading(blocks)
    for at in range(len(blocks)):
        reading.block(at)
    return [section for section in reading.found if any(one.amount is not None for one in section.entries)]


def sides_of(text: str) -> tuple[Side, ...]:
    """« Financeurs : », « Dépenses prévisionnelles (en €) », « Dépenses et recettes »; () for anything else."""
    bare = text[opening(text) :].strip(" :*#|")
    flat = flattened(bare)
    if len(bare.split()) > LONGEST_HEAD or sums_of(bare) or VERB.search(bare) or bare.endswith((".", "?", "!")):
        return ()
    first = next((side for side, pattern in HEADS.items() if pattern.match(flat)), None)
    if first is None or ":" in HEADS[first].sub("", flat, count=1):
        return ()
    places = {side: found.start() for side, pattern in ANYWHERE.items() if (found := pattern.search(flat))}
    return tuple(sorted(places, key=lambda side: places[side]))


class _Reading:
    """One passage over the blocks."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.columns = columns(blocks)
        self.found: list[Section] = []
        self.open: Section | None = None

    def block(self, at: int) -> None:
        block = self.blocks[at]
        if self.open and block.locator.sheet != self.blocks[self.open.head].locator.sheet:
            self.open = None
        if self._opens(at, block):
            return
        if self.open is None:
            return
        if is_statement(block.text):
            self.open = None
        elif entries := self._entries(at, block):
            self._take(at, entries)
        elif not self._waits(at, block) and not self._may_skip(block):
            self.open = None

    def _may_skip(self, block: Block) -> bool:
        """One short passage that is no line does not end a budget, if a line follows."""
        section = self.open
        if section is None or not section.entries or section.skipped or block.kind in {BlockKind.HEADING, BlockKind.TITLE}:
            return False
        section.skipped += 1
        return len(block.text.split()) <= LONGEST_SKIPPED and not VERB.search(block.text)

    def _opens(self, at: int, block: Block) -> bool:
        """A head, a table whose header is one, or a sentence that lists its lines after it."""
        is_row = block.kind is BlockKind.ROW
        text = block.text[block.cells[0].start : block.cells[0].end] if is_row and block.cells else block.text
        sides = sides_of(text)
        if sides and not (is_row and self._is_line(block)):
            others = [block.text[cell.start : cell.end] for cell in block.cells[1:]]
            more = [side for other in others for side in sides_of(other)]
            self._start(at, tuple(dict.fromkeys((*sides, *more))), headers(block))
            return True
        if is_row:
            return self._opens_table(at, block)
        return self._opens_list(at, block)

    def _is_line(self, block: Block) -> bool:
        """In an open table, « Frais | 300 » is a line, whatever its first word."""
        return any(one.amount is not None for one in celled(0, block, unit=self.open.unit if self.open else 0))

    def _opens_table(self, at: int, block: Block) -> bool:
        """A table is known by the header of its first column; one without headers goes on with what is open."""
        own = headers(block)
        if not any(own) or (self.open and own[0] in self.open.columns):
            return False
        named, side = self.columns[at], side_of_table(block)
        has_both = has_two_sides(named) or side_of_row(block) is not None
        if side or has_both:
            self._start(at, BOTH if has_both or side is None else (side,), named)
            self._take(at, self._entries(at, block))
            return True
        if self.open and self.open.entries:
            self.open = None
        elif self.open:
            self.open.columns = named
        return False

    def _opens_list(self, at: int, block: Block) -> bool:
        head, colon, rest = block.text.partition(":")
        sides = sides_of(head) if colon and rest.strip() else ()
        if len(sides) != 1:
            return False
        entries = list(listed(at, block.text, len(head) + 1))
        if len([one for one in entries if one.amount is not None]) >= FEWEST:
            self._start(at, sides, ())
            self._take(at, entries)
            return True
        total = valued(rest)
        is_stated = total.amount is not None and not any(sign.isalpha() for sign in "".join(total.said)) and len(head.split()) == 1
        if is_stated and (self.open is None or self.open.sides != sides):
            self._start(at, sides, ())
            stated = entry(at, (0, len(block.text)), "Total", total)
            self._take(at, [stated] if stated else [])
            return True
        return False

    def _start(self, at: int, sides: tuple[Side, ...], columns: tuple[str, ...]) -> None:
        self.open = Section(sides, at, [at], columns=columns, unit=self._unit(at))
        self.found.append(self.open)

    def _entries(self, at: int, block: Block) -> list[Entry]:
        if self.open is None or block.kind is BlockKind.TITLE:
            return []
        unit = self.open.unit
        if block.kind is BlockKind.ROW and len(block.cells) > 1:
            halved = len(self.open.sides) > 1
            return paired(at, block, unit=unit) if halved and not any(headers(block)) else celled(at, block, unit=unit, halved=halved)
        if len(self.open.sides) > 1 and len(sums_of(block.text)) > 1:
            return _side_by_side(at, block.text)
        found = typed(at, block.text, (opening(block.text), len(block.text)), unit=unit)
        if found and found.amount is None and PROJECT.search(flattened(block.text)):
            return []
        return [found] if found and not (found.shape is Shape.DETAIL and not self.open.entries and not self.open.group) else []

    def _unit(self, head: int) -> int:
        """Said above the lines, or for the side before."""
        above = [flattened(block.text) for block in self.blocks[max(0, head - NEAR) : head + 1] if len(block.text.split()) <= LONGEST_HEAD]
        said = next((found.group() for text in reversed(above) if (found := IN_EUROS.search(text))), "")
        if said:
            return THOUSAND if IN_THOUSANDS.search(said) else 1
        before = self.found[-1] if self.found else None
        return before.unit if before and head - before.blocks[-1] <= NEAR + 1 else 0

    def _take(self, at: int, entries: Sequence[Entry]) -> None:
        section = self.open
        if section is None:
            return
        for one in entries:
            if one.shape is Shape.DETAIL:
                _add_detail(section, one)
            else:
                section.entries.append(one)
        section.group, section.skipped = "", 0
        section.blocks.append(at)

    def _waits(self, at: int, block: Block) -> bool:
        """A label alone above its lines: « Partenaires privés : »."""
        text = block.text[opening(block.text) :].strip()
        is_group = names(text) and len(text.split()) <= LONGEST_GROUP and (text.endswith(":") or block.kind is BlockKind.ROW)
        if self.open and is_group:
            self.open.group = text.strip(" :")
            self.open.blocks.append(at)
        return is_group


def _add_detail(section: Section, detail: Entry) -> None:
    """To the line above, unless it makes a sum that is not that line's: then it is a line."""
    last = section.entries[-1] if section.entries else None
    if detail.amount is not None and (last is None or section.group or last.amount != detail.amount):
        section.entries.append(replace(detail, label=section.group or detail.label, shape=Shape.LINE))
    elif last is not None:
        section.entries[-1] = replace(last, said=(*last.said, *detail.said))


def _side_by_side(at: int, text: str) -> list[Entry]:
    """« Animation 3000 € Région 5000 € »: tabs are lost, each sum ends a line."""
    found, start = [], 0
    for one in sums_of(text):
        if line := typed(at, text, (start, one.end)):
            found.append(line)
        start = one.end
    return found
