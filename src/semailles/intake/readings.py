"""A file's bytes → all that the engines find in it, or the reason why nothing was. Touches no database."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from semailles.engines.blocks import Block
from semailles.engines.extracting import extract, national_gazetteer
from semailles.engines.extracting.findings import Extraction, KnownActor, Taught
from semailles.engines.reading import UnreadableError
from semailles.engines.reading.guard import read

NOTHING = Extraction((), (), (), (), (), "")


@dataclass(frozen=True, slots=True)
class Reading:
    """One file read. `reason` is "" when it could be; offsets of `found` point into `blocks`."""

    kind: str = ""
    pages: int = 0
    blocks: tuple[Block, ...] = ()
    found: Extraction = NOTHING
    reason: str = ""
    detail: dict[str, str] = field(default_factory=dict)


def read_file(path: str, content: bytes, *, known: Sequence[KnownActor], taught: Sequence[Taught] = ()) -> Reading:
    """`taught`: what people decided of the passages of other files."""
    try:
        document = read(path.rpartition("/")[2], content)
    except UnreadableError as refused:
        return Reading(reason=refused.reason.value, detail=dict(refused.detail))
    found = extract(document.blocks, known=known, gazetteer=national_gazetteer(), taught=taught)
    return Reading(document.kind, document.pages, document.blocks, found)
