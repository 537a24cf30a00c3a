"""A mail in plain text, cut where the sender quotes somebody and where they sign."""

import re
from collections.abc import Iterator
from enum import Enum, auto
from itertools import groupby


class Part(Enum):
    NEW = auto()
    QUOTED = auto()
    SIGNATURE = auto()


_QUOTE = re.compile(r"\s{0,3}>")
_WROTE = re.compile(
    r"\s*(?:Le\s.{6,120}\sa\s+écrit(?:\s:|:)|On\s.{6,120}\swrote:|(?:De|From)\s?:\s.{3,120})\s*$|\s*-{2,}\s?(?:Message|Original|Forwarded|Courriel|Mail|Transf)",
    re.IGNORECASE,
)
_WHOLE = re.compile(r"\s*(?:-{2,}\s?(?:Message|Original|Forwarded|Courriel|Mail|Transf).*|_{10,}\s*)$", re.IGNORECASE)
_HEADER = re.compile(r"\s*\*?(?:De|From|Envoyé|Sent|Date|À|To|Objet|Subject|Cc)\*?\s?:\s*\S", re.IGNORECASE)
_SIGNS = re.compile(r"--\s?$|(?:Envoyé|Sent)\s(?:de|depuis|à partir d|from)\b.{0,60}$", re.IGNORECASE)
_HEADERS_OF_A_MESSAGE = 2


def plain_parts(text: str) -> Iterator[tuple[Part, str]]:
    """In the order of the mail; lines of one part together, without the marks of what is quoted."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for part, group in groupby(zip(_parts(lines), lines, strict=True), key=lambda pair: pair[0]):
        yield part, "\n".join(line for _, line in group)


def _parts(lines: list[str]) -> Iterator[Part]:
    now = Part.NEW
    for rank, line in enumerate(lines):
        if now is Part.QUOTED and not _QUOTE.match(line) and not _goes_on(lines, rank):
            now = Part.NEW
        if _is_whole_message(lines, rank):
            yield from [Part.QUOTED] * (len(lines) - rank)
            return
        if _QUOTE.match(line) or _announces_quote(lines, rank):
            now = Part.QUOTED
        elif now is Part.NEW and _SIGNS.match(line):
            now = Part.SIGNATURE
        yield now


def _goes_on(lines: list[str], rank: int) -> bool:
    """An empty line between two quoted ones; the line of who wrote, cut in two by the mail program."""
    after = next((line for line in lines[rank:] if line.strip()), "")
    return (not lines[rank].strip() and _QUOTE.match(after) is not None) or _announces_quote(lines, rank - 1)


def _announces_quote(lines: list[str], rank: int) -> bool:
    """« Le 3 mars 2025, Zoé a écrit : », on one line or on two, above what is quoted."""
    following = [line for line in lines[rank + 1 : rank + 5] if line.strip()]
    if rank < 0 or not following:
        return False
    if _WROTE.match(lines[rank]):
        return _QUOTE.match(following[0]) is not None
    return len(following) > 1 and _QUOTE.match(following[1]) is not None and _WROTE.match(f"{lines[rank]} {following[0]}") is not None


def _is_whole_message(lines: list[str], rank: int) -> bool:
    """Outlook writes the earlier message below the new one, under a line and its headers, without a mark."""
    below = [line for line in lines[rank + 1 : rank + 6] if line.strip()]
    return _WHOLE.match(lines[rank]) is not None and sum(map(bool, map(_HEADER.match, below))) >= _HEADERS_OF_A_MESSAGE
