"""Numbers of notes printed as pieces of their own, above the line: dropped after a word, the mark of a note before one."""

import re
from collections.abc import Iterator

from semailles.engines.reading.pdf_lines import Segment
from semailles.engines.reading.raised import POWERS, ends_with_unit

_NUMBER = re.compile(r"[(\[]?\d{1,3}[)\]]?$")
_SMALLER, _LEAST_RAISED, _MOST_RAISED, _NEAR = 0.9, 0.15, 0.7, 0.6  # in sizes of the word beside


def without_lone_calls(segments: list[Segment]) -> list[Segment]:
    return list(_kept(segments)) if any(_NUMBER.match(segment.text) for segment in segments) else segments


def _kept(segments: list[Segment]) -> Iterator[Segment]:
    waiting: Segment | None = None  # what came before, which the next piece may change
    is_note = False
    for segment in segments:
        if waiting is not None and _is_raised(segment, waiting) and abs(segment.x0 - waiting.x1) < _NEAR * waiting.size:
            waiting = _with_power(waiting, segment)
            continue
        if waiting is not None and _is_raised(waiting, segment) and 0 <= segment.x0 - waiting.x1 < _NEAR * segment.size:
            waiting, is_note = None, True
        if waiting is not None:
            yield waiting
        waiting, is_note = segment._replace(is_note=segment.is_note or is_note), False
    if waiting is not None:
        yield waiting


def _is_raised(call: Segment, word: Segment) -> bool:
    height = (call.y - word.y) / word.size
    return call.size < _SMALLER * word.size and _LEAST_RAISED < height < _MOST_RAISED and _NUMBER.match(call.text) is not None


def _with_power(word: Segment, call: Segment) -> Segment:
    """« m2 » is a unit; any other number goes, and its room with it."""
    is_power = call.text in POWERS and ends_with_unit(word.text)
    return word._replace(text=f"{word.text}{POWERS[call.text]}" if is_power else word.text, x1=max(word.x1, call.x1), cut=call.cut)
