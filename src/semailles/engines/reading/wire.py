"""How a document travels between the program and the process that read it: plain JSON, checked on the way in. What a hostile file took hold of can send nothing else."""

import json
import struct
from collections.abc import Mapping, Sequence
from typing import Any

from semailles.engines.blocks import Block, BlockKind, Cell, Locator
from semailles.engines.reading.containers import Member, Members
from semailles.engines.reading.document import ReadDocument, Reason, UnreadableError

_HEAD = struct.Struct(">I")
_PLACES = ("page", "slide", "sheet", "row", "paragraph")


class GarbledError(Exception):
    """What came over the wire is not what the other side may send."""


def packed(document: ReadDocument) -> bytes:
    blocks = [
        [
            block.text,
            block.kind.value,
            [getattr(block.locator, name) for name in _PLACES],
            block.level,
            block.path,
            [_cell(cell) for cell in block.cells],
        ]
        for block in document.blocks
    ]
    answer = {"kind": document.kind, "pages": document.pages, "title": document.title, "platform": document.platform, "blocks": blocks}
    return json.dumps(answer, ensure_ascii=True, separators=(",", ":")).encode("ascii")


def packed_refusal(refused: UnreadableError) -> bytes:
    return json.dumps({"reason": refused.reason.value, "detail": dict(refused.detail)}).encode("ascii")


def unpacked(answer: bytes) -> ReadDocument:
    """Raises the `UnreadableError` that the answer holds, and `GarbledError` for any answer that is neither."""
    try:
        said = json.loads(answer)
        if "reason" in said:
            raise UnreadableError(Reason(said["reason"]), {str(name): str(value)[:200] for name, value in said["detail"].items()})
        blocks = tuple(_block(*row) for row in said["blocks"])
        return ReadDocument(_text(said["kind"]), blocks, _number(said["pages"]), _text(said["title"]), _text(said["platform"]))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise GarbledError from error


def packed_members(found: Members) -> bytes:
    """The bytes of the files follow the JSON that says their lengths."""
    files = [[one.path, len(one.content), one.reason.value if one.reason else "", dict(one.detail)] for one in found]
    head = json.dumps({"files": files}).encode("ascii")
    return b"".join([_HEAD.pack(len(head)), head, *(one.content for one in found)])


def unpacked_members(answer: bytes) -> Members:
    try:
        if answer[:1] == b"{":
            refusal_in(json.loads(answer))
        length = _HEAD.unpack(answer[: _HEAD.size])[0]
        at, found = _HEAD.size + length, []
        for path, size, reason, detail in json.loads(answer[_HEAD.size : at])["files"]:
            found.append(
                Member(
                    _text(path),
                    answer[at : at + _number(size)],
                    Reason(reason) if reason else None,
                    {str(k): str(v) for k, v in detail.items()},
                )
            )
            at += size
        return tuple(found)
    except (ValueError, TypeError, KeyError, AttributeError, struct.error) as error:
        raise GarbledError from error


def refusal_in(answer: Mapping[str, Any]) -> None:
    """The same, for answers that are no documents."""
    if "reason" in answer:
        raise UnreadableError(Reason(answer["reason"]), {str(name): str(value)[:200] for name, value in answer["detail"].items()})


def _cell(cell: Cell) -> list[str | int]:
    return [cell.header, cell.start, cell.end]


def _block(text: str, kind: str, place: Sequence[Any], level: int, path: Sequence[str], cells: Sequence[Sequence[Any]]) -> Block:
    page, slide, sheet, row, paragraph = place
    locator = Locator(_optional(page), _optional(slide), None if sheet is None else _text(sheet), _optional(row), _optional(paragraph))
    known = tuple(Cell(_text(header), _number(start), _number(end)) for header, start, end in cells)
    return Block(_text(text), BlockKind(kind), locator, _number(level), tuple(_text(one) for one in path), known)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _number(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    return value


def _optional(value: object) -> int | None:
    return None if value is None else _number(value)
