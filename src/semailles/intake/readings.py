"""A file's bytes → all that the engines find in it, or the reason why nothing was. Touches no database."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from semailles.engines.blocks import Block
from semailles.engines.exchange import ExportedTable, read_export
from semailles.engines.extracting import extract, national_gazetteer
from semailles.engines.extracting.findings import Extraction, KnownActor, Span, Taught
from semailles.engines.extracting.told import extract_told
from semailles.engines.reading import ReadDocument, UnreadableError
from semailles.engines.reading.guard import read

NOTHING = Extraction((), (), (), (), (), "")


@dataclass(frozen=True, slots=True)
class Reading:
    """One file read. `reason` is "" when it could be; offsets of `found` point into `blocks`. `exported`: the rows of another platform's export, each an idea."""

    kind: str = ""
    pages: int = 0
    blocks: tuple[Block, ...] = ()
    found: Extraction = NOTHING
    reason: str = ""
    detail: dict[str, str] = field(default_factory=dict)
    exported: ExportedTable | None = None


def read_file(path: str, content: bytes, *, known: Sequence[KnownActor], taught: Sequence[Taught] = ()) -> Reading:
    """`taught`: what people decided of the passages of other files."""
    try:
        document = read(path.rpartition("/")[2], content)
    except UnreadableError as refused:
        return Reading(reason=refused.reason.value, detail=dict(refused.detail))
    if document.platform:
        return _read_export(document, known)
    found = extract(document.blocks, known=known, gazetteer=national_gazetteer(), taught=taught)
    return Reading(document.kind, document.pages, document.blocks, found)


def _read_export(document: ReadDocument, known: Sequence[KnownActor]) -> Reading:
    """Somebody wrote each row as an idea: nothing is looked for but what these name."""
    table = read_export(document.platform, document.blocks)
    told = [Span(one.block, start, end) for one in table.ideas for start, end in one.told]
    found = extract_told(document.blocks, told, known=known, gazetteer=national_gazetteer())
    return Reading(document.kind, document.pages, document.blocks, found, exported=table)
