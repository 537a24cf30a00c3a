"""Signs that are printed and that nobody reads: the number of a note above a word, the spaces between the letters of « A T E L I E R »."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from statistics import median

from semailles.engines.reading.raised import POWERS, ends_with_unit

DROPPED = "\ufdd0"  # no character: stands for each sign of a call until the place of its line is known
_CALL = re.compile(r"(?<=[^\s\d])\s?[(\[]?\d{1,3}[)\]]?(?![\d\w])")
_NUMBER_OF_NOTE = re.compile(r"[(\[]?(\d{1,3})[)\]]?\s?(?=[^\W\d_])")
_LEFT_BY_CALL = re.compile(rf"\s?{DROPPED}+(?:\s(?=[.,)…]))?")
_FEWEST, _LONGEST, _DISTINCT = 4, 80, 3  # letters
_UNPARTED = 16  # letters: more of them without one wider space are several words, nobody knows which
_WIDER = 1.7  # times the usual space between letters: the space between words
_FARTHEST = 1.2  # in sizes, between two letters of a word: cells of a table stand farther apart
_LINES_OF_CALENDARS = ("LMMJVSD", "JFMAMJJASOND", "ABCDEFGHIJKLMNOPQRSTUVWXYZ")


def marked_calls(text: str, is_raised: Callable[[int, int], bool]) -> str:
    """A line, calls of notes made of `DROPPED`, « m2 » made « m² ». `is_raised(this, that)`: the first sign stands higher than the second."""
    for match in _CALL.finditer(text):
        begin = match.start() + len(match.group()) - len(match.group().lstrip())
        if not is_raised(begin, match.start() - 1):
            continue
        if match.group() in POWERS and ends_with_unit(text[: match.start()]):
            text = text[:begin] + POWERS[match.group()] + text[match.end() :]
        else:
            text = text[:begin] + DROPPED * (match.end() - begin) + text[match.end() :]
    return text


def opens_note(text: str, is_raised: Callable[[int, int], bool]) -> int:
    """How many signs the number printed above the first word of a note takes, 0 when there is none."""
    number = _NUMBER_OF_NOTE.match(text)
    return number.end() if number is not None and is_raised(number.start(1), number.end()) else 0


def without_calls(text: str) -> str:
    return _LEFT_BY_CALL.sub("", text)


def is_spaced(text: str) -> bool:
    """Letter by letter: all of one sign, several different ones, and no line of a calendar or of a table."""
    if len(text) > _LONGEST * 2 or text[1:2] != " " or text[3:4] != " ":
        return False
    signs = text.split()
    letters = "".join(sign for sign in signs if sign.isalpha())
    if len(letters) < _FEWEST or any(len(sign) > 1 for sign in signs) or len(set(letters)) < _DISTINCT:
        return False
    return len(letters) * 5 >= len(signs) * 4 and not any(letters in known for known in _LINES_OF_CALENDARS)


def gathered(signs: str, ends: Sequence[tuple[float, float]], size: float) -> str:
    """The words that spaced letters make, by the left and right ends of each; "" when they stand as far apart as the cells of a table."""
    gaps = [after[0] - before[1] for before, after in pairwise(ends)]
    usual = median(gaps)
    if usual > _FARTHEST * size:
        return ""
    wide = [gap > max(_WIDER * usual, usual + 0.12 * size) for gap in gaps]
    if not any(wide) and len(signs) > _UNPARTED:
        return ""
    return signs[0] + "".join(f" {sign}" if parted else sign for sign, parted in zip(signs[1:], wide, strict=True))
