"""The rows of an export, read in order: what one of them lacks is told, the others go on."""

from collections.abc import Iterator, Sequence

from semailles.engines.blocks import Block
from semailles.engines.exchange import decidim, others
from semailles.engines.exchange.exported import ExportedIdea, ExportedTable, Reading, RowTrouble, Told
from semailles.engines.exchange.rows import Row, rows_of
from semailles.engines.platforms import Platform

_READERS = {
    Platform.DECIDIM: decidim.read,
    Platform.POLIS: others.read_polis,
    Platform.ADHOCRACY: others.read_adhocracy,
    Platform.TET: others.read_tet,
    Platform.BOARD: others.read_note,
}
_LONGEST_WORDS = 120


def read_export(platform: str, blocks: Sequence[Block]) -> ExportedTable:
    """One idea a row. `platform`: as the reading engine knew it by its columns."""
    known = Platform(platform)
    found = list(_read(known, blocks))
    ideas = tuple(one for one in found if isinstance(one, ExportedIdea))
    return ExportedTable(known, ideas, tuple(one for one in found if isinstance(one, Told)))


def _read(platform: Platform, blocks: Sequence[Block]) -> Iterator[ExportedIdea | Told]:
    seen: set[tuple[str, str]] = set()
    for row in rows_of(blocks):
        for one in _read_row(platform, row):
            if isinstance(one, ExportedIdea) and one.external_id:
                if (one.component, one.external_id) in seen:
                    yield Told(row.number, RowTrouble.SAME_ID, one.external_id)
                    continue
                seen.add((one.component, one.external_id))
            yield one


def _read_row(platform: Platform, row: Row) -> Reading:
    if row.beyond:
        yield Told(row.number, RowTrouble.BROKEN, " | ".join(row.beyond)[:_LONGEST_WORDS])
        return
    if swallowed := row.swallowed:
        yield Told(row.number, RowTrouble.UNCLOSED, swallowed[:_LONGEST_WORDS])
        return
    for one in _READERS[platform](row):
        yield one if isinstance(one, ExportedIdea) else Told(one.row, one.trouble, one.words[:_LONGEST_WORDS])
