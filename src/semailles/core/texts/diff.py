"""What changed between two texts, as pieces for a template. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

LINE = re.compile(r"[^\n]*\n|[^\n]+")
WORD = re.compile(r"\w+|\s+|[^\w\s]")
MOST_WORDS = 4000  # of one block compared word by word: beyond, it is shown whole


class Change(StrEnum):
    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Piece:
    """EQUAL and DELETE pieces make the text before, EQUAL and INSERT pieces the text after."""

    change: Change
    text: str


def line_pieces(before: str, after: str) -> list[Piece]:
    """Whole lines, each with its end of line."""
    return _joined(_compared(LINE.findall(before), LINE.findall(after)))


def word_pieces(before: str, after: str) -> list[Piece]:
    """Words and signs within the lines that changed."""
    old, new = LINE.findall(before), LINE.findall(after)
    pieces: list[Piece] = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new).get_opcodes():
        gone, come = "".join(old[i1:i2]), "".join(new[j1:j2])
        pieces += [Piece(Change.EQUAL, gone)] if tag == "equal" else _within(gone, come)
    return _joined(pieces)


def _within(gone: str, come: str) -> Iterator[Piece]:
    old, new = WORD.findall(gone), WORD.findall(come)
    if len(old) + len(new) > MOST_WORDS:
        return iter((Piece(Change.DELETE, gone), Piece(Change.INSERT, come)))
    return _compared(old, new)


def _compared(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, old, new).get_opcodes():
        if tag == "equal":
            yield Piece(Change.EQUAL, "".join(old[i1:i2]))
            continue
        yield Piece(Change.DELETE, "".join(old[i1:i2]))
        yield Piece(Change.INSERT, "".join(new[j1:j2]))


def _joined(pieces: Iterator[Piece] | list[Piece]) -> list[Piece]:
    """Neighbours of one kind together, empty ones left out."""
    told = (piece for piece in pieces if piece.text)
    return [Piece(change, "".join(piece.text for piece in some)) for change, some in groupby(told, key=lambda piece: piece.change)]
