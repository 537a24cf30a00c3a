"""Lines of a budget set in the cells of a row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

from semailles.engines.blocks import Block, BlockKind
from semailles.engines.euros import euros
from semailles.engines.extracting.findings import Side
from semailles.engines.extracting.flat import flattened
from semailles.engines.extracting.ledger.entries import Entry, Value, entry, names, sums_of, valued
from semailles.engines.extracting.ledger.typed import bare
from semailles.engines.extracting.ledger.words import any_of, whole_words

THOUSANDS = re.compile(r"\bk ?(?:€|eur)|\bmilliers\b")
NEUTRAL = re.compile(r"(?:libelle|designation|ligne)s?\b")
THOUSAND = 1000
TAX = re.compile(r"\b(?:ht|ttc)\b")


class Role(StrEnum):
    COST = "cost"
    FUNDING = "funding"
    AMOUNT = "amount"
    OTHER_NUMBER = "other number"
    STATUS = "status"
    NATURE = "nature"
    FREE = "free"


ROLES = (
    (Role.OTHER_NUMBER, whole_words("columns", "not_amount")),
    (Role.STATUS, re.compile(rf"^{any_of('columns', 'status')}")),
    (Role.COST, re.compile(rf"^{any_of('columns', 'cost')}(?!\w)")),
    (Role.FUNDING, re.compile(rf"^{any_of('columns', 'funding')}(?!\w)")),
    (Role.NATURE, re.compile(rf"^{any_of('columns', 'nature')}(?!\w)")),
    (Role.AMOUNT, whole_words("columns", "amount")),
)
ROW_SIDES = (
    (Side.COST, re.compile("depenses?|charges?|couts?|expenses?")),
    (Side.FUNDING, re.compile("recettes?|ressources?|produits?|financements?|income")),
)
SIDES = {Role.COST: Side.COST, Role.FUNDING: Side.FUNDING}


@dataclass(frozen=True, slots=True)
class _Cell:
    role: Role
    header: str
    text: str
    amount: Decimal | None


@lru_cache(maxsize=512)
def role(header: str) -> Role:
    flat = flattened(header).strip(" :?.!*")
    if flat in {"€", "k€", "en €", "en k€"}:
        return Role.AMOUNT
    return next((found for found, pattern in ROLES if pattern.search(flat)), Role.FREE)


def headers(block: Block) -> tuple[str, ...]:
    return tuple(cell.header for cell in block.cells)


def side_of_table(block: Block) -> Side | None:
    """The side that the column of labels names: « Financeur | Montant | Statut »; « Action | Coût | Financeurs » names none."""
    return SIDES.get(role(block.cells[0].header)) if block.cells and block.cells[0].header else None


def columns(blocks: Sequence[Block]) -> dict[int, tuple[str, ...]]:
    """For each row, the headers of its whole table: a row only has those of the cells it fills."""
    found: dict[int, tuple[str, ...]] = {}
    table: dict[str, None] = {}
    rows: list[int] = []
    for at, block in enumerate(blocks):
        own = headers(block)
        if block.kind is not BlockKind.ROW or table.keys().isdisjoint(own):
            found.update(dict.fromkeys(rows, tuple(table)))
            table, rows = {}, []
        if block.kind is BlockKind.ROW:
            table.update(dict.fromkeys(own))
            rows.append(at)
    found.update(dict.fromkeys(rows, tuple(table)))
    return found


def has_two_sides(named: Sequence[str]) -> bool:
    """« Dépenses | Montant | Recettes | Montant », « Libellé | Dépenses | Recettes »; « Projet | Coût | Financeurs » speaks of projects."""
    is_budget = bool(named) and (role(named[0]) in SIDES or bool(NEUTRAL.match(flattened(named[0]))))
    return is_budget and {Role.COST, Role.FUNDING} <= {role(header) for header in named}


def side_of_row(block: Block) -> Side | None:
    """« Recette | Région | 5 000 »: a cell of the row tells its side."""
    words = (flattened(block.text[cell.start : cell.end]).strip(" :.") for cell in block.cells[:-1])
    return next((side for word in words for side, pattern in ROW_SIDES if pattern.fullmatch(word)), None)


def celled(at: int, block: Block, *, unit: int, halved: bool = False) -> list[Entry]:
    """The line of a row, or its two lines when costs and funding stand side by side (`halved`). `unit`: euros that a number without unit is worth."""
    told = side_of_row(block) if any(headers(block)) else None
    cells = [_cell(cell.header, block.text[cell.start : cell.end], unit) for cell in block.cells]
    if told:
        cells = [cell for cell in cells if not any(pattern.fullmatch(flattened(cell.text)) for _, pattern in ROW_SIDES)]
        return [found for found in [_line(at, (0, len(block.text)), cells, told)] if found]
    pieces = _halves(cells) if halved else [(None, cells)]
    span = (0, len(block.text))
    return [found for side, piece in pieces if (found := _line(at, span, piece, side))]


def paired(at: int, block: Block, *, unit: int) -> list[Entry]:
    """The label and sum pairs of a row without headers: « Animation | 3 000 | Région | 5 000 », « CAUE | stagiaire »."""
    groups: list[list[_Cell]] = []
    cells = [_cell("", block.text[cell.start : cell.end], unit) for cell in block.cells]
    if len(cells) == len(("label", "given")) and all(cell.amount is None for cell in cells):
        return [found for found in [_line(at, (0, len(block.text)), cells, None)] if found]
    for cell in cells:
        if (cell.amount is None and any(sign.isalpha() for sign in cell.text)) or not groups:
            groups.append([])
        groups[-1].append(cell)
    return [found for piece in groups if (found := _line(at, (0, len(block.text)), piece, None)) and found.amount is not None]


def _cell(header: str, text: str, unit: int) -> _Cell:
    """A number without unit is a sum under a header of sums, or where the whole table is in euros."""
    found = role(header) if header else Role.FREE
    written = sums_of(text)
    number = None if found is Role.OTHER_NUMBER else euros(text)
    if number is None or written:
        return _Cell(found, header, text, number)
    if found in {Role.AMOUNT, *SIDES}:
        return _Cell(found, header, text, number * (THOUSAND if THOUSANDS.search(flattened(header)) else unit or 1))
    return _Cell(found, header, text, bare(text, unit) if not header else None)


def _halves(cells: Sequence[_Cell]) -> Iterator[tuple[Side | None, Sequence[_Cell]]]:
    """The cells of each side; where the sums themselves stand under « Dépenses » and « Recettes », the first column names both."""
    under = [cell for cell in cells if cell.role in SIDES and cell.amount is not None]
    if under:
        yield from ((SIDES[cell.role], [cells[0], cell]) for cell in under)
        return
    side: Side | None = None
    halves: dict[Side | None, list[_Cell]] = {}
    for cell in cells:
        side = SIDES.get(cell.role, side)
        halves.setdefault(side, []).append(cell)
    yield from halves.items()


def _line(at: int, span: tuple[int, int], cells: Sequence[_Cell], side: Side | None) -> Entry | None:
    label = next(
        (cell for cell in cells if cell.amount is None and cell.role in {Role.FREE, *SIDES} and names(cell.text.rstrip(" :"))), None
    )
    if label is None:
        return None
    others = [cell for cell in cells if cell is not label]
    money = _money(others)
    if money is None:
        return None
    said = tuple(cell.text for cell in others if cell is not money and cell.role != Role.OTHER_NUMBER and cell.amount is None)
    value = valued(money.text) if money.amount is None else Value(money.amount)
    taxed = (found.group().upper(),) if (found := TAX.search(flattened(money.header))) else ()
    return entry(at, span, label.text, Value(value.amount, (*value.said, *said, *taxed), value.gives), side)


def _money(cells: Sequence[_Cell]) -> _Cell | None:
    """The cell of the sum: under « Total » or « Montant » first; else the one that says what is given instead."""
    sums = [cell for cell in cells if cell.amount is not None or sums_of(cell.text)]
    if sums:
        return min(sums, key=lambda cell: (cell.role not in {Role.AMOUNT, *SIDES}, "total" not in flattened(cell.header)))
    return next((cell for cell in cells if cell.role is Role.AMOUNT or not cell.header), None)
