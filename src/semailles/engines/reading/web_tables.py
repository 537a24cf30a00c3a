"""Tables of a web page, cells that span columns and rows put in their place once."""

from collections.abc import Callable

from selectolax.lexbor import LexborNode

from semailles.engines.reading.tables import CellText, Row, Table, cell_text

_WIDEST = 64


def read_table(node: LexborNode, words: Callable[[LexborNode], str]) -> Table | None:
    """The table, or None when it places other structures (tables, headings) on the page."""
    if node.css("td table, td h1, td h2, td h3, th table"):
        return None
    lines = node.css("tr")
    taken: dict[tuple[int, int], bool] = {}
    rows = tuple(_row(line, number, taken, words) for number, line in enumerate(lines))
    return Table(rows, marked=bool(lines) and _is_header(lines[0]))


def _row(line: LexborNode, number: int, taken: dict[tuple[int, int], bool], words: Callable[[LexborNode], str]) -> Row:
    cells: list[CellText] = []
    for node in line.iter():
        if node.tag not in ("td", "th"):
            continue
        while taken.get((number, len(cells))):
            cells.append(())
        column, wide, tall = len(cells), _span(node, "colspan"), _span(node, "rowspan")
        taken.update({(number + down, column + right): True for down in range(1, tall) for right in range(wide)})
        cells.append(cell_text(words(node).split("\n")))
        cells.extend(() for _ in range(wide - 1))
    return tuple(cells)


def _is_header(line: LexborNode) -> bool:
    cells = [node.tag for node in line.iter() if node.tag in ("td", "th")]
    parent = line.parent
    return len(cells) > 1 and (all(tag == "th" for tag in cells) or (parent is not None and parent.tag == "thead"))


def _span(node: LexborNode, name: str) -> int:
    value = node.attributes.get(name) or "1"
    return max(1, min(int(value), _WIDEST)) if value.isdigit() else 1
