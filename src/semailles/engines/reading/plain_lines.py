"""Lines of a plain text, and whether somebody's mail program cut them at a width."""

import re
from dataclasses import dataclass
from itertools import pairwise

from semailles.engines.reading.prose import clean, without_marker

_QUOTE = re.compile(r"^\s*((?:>\s?)+)")
_ALIGNED = re.compile(r"\S(?:\t+| {3,}|\t[ \t]*)\S")
_MAIL_HEADER = re.compile(
    r"\*?(?:De|À|A|Pour|Objet|Cc|Cci|Copie|Date|Envoyé(?: le)?|Répondre à|Pièces? jointes?|From|To|Subject|Sent|Bcc|Reply-To)\*?\s?:\s*\S",
    re.IGNORECASE,
)
_MAIL_START = re.compile(
    r"\*?(?:De|From|Expéditeur)\*?\s?:\s*\S|-{2,}\s?(?:Message|Original|Forwarded|Courriel|Mail)|Le .{6,60} a écrit\s?:|On .{6,60} wrote:",
    re.IGNORECASE,
)
_UNFINISHED = frozenset(
    "à au aux ce ces cet cette dans de des du en entre et la le les leur leurs ma mes mon nos notre ou par que sa ses son un une vos votre a and an by of or the to".split()
)
_NARROWEST, _WIDEST = 45, 110
_SURE_LINES = 2


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `text` is clean; `length` and `indent` are as typed; `quoted` is the depth of « > » before it."""

    text: str
    length: int
    indent: int
    quoted: int = 0
    is_aligned: bool = False

    def fills(self, width: int, following: "Line") -> bool:
        """The next line's first word would not have fitted on this one."""
        return self.length + 1 + len(following.text.split(" ", 1)[0]) > width

    @property
    def is_unfinished(self) -> bool:
        """It is as long as a cut line and stops on a word that calls another: « (il nous en faut trois, Perthes et »."""
        return self.length >= _NARROWEST and self.text.rsplit(" ", 1)[-1] in _UNFINISHED


def numbered_lines(text: str) -> list[Line]:
    """Every line, empty ones too."""
    return [_line(raw) for raw in text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n")]


def _line(raw: str) -> Line:
    quote = _QUOTE.match(raw)
    depth = quote.group(1).count(">") if quote else 0
    body = (raw[quote.end() :] if quote else raw).rstrip()
    expanded = body.expandtabs(4)
    return Line(clean(body), len(expanded), len(expanded) - len(expanded.lstrip()), depth, bool(_ALIGNED.search(body.strip())))


def is_mail_header(text: str) -> bool:
    return _MAIL_HEADER.match(text) is not None


def is_mail_start(text: str) -> bool:
    """Another message begins here: its sender's line, or the line a mail program writes above what it forwards."""
    return _MAIL_START.match(text) is not None


def wrap_width(lines: list[Line]) -> int:
    """The width at which lines were cut, or 0 when each line is a paragraph.

    Lines followed by one that begins in lower case are surely cut, if they come up to one same width: telegraphic notes, which also begin
    in lower case, do not.
    """
    cut = [(line, after) for line, after in pairwise(lines) if _looks_cut(line, after)]
    lengths = sorted(line.length for line, _ in cut)
    if len(lengths) < _SURE_LINES:
        return 0
    width = lengths[min(len(lengths) - 1, len(lengths) * 95 // 100)]
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    full = sum(1 for line, after in cut if line.fills(width, after))
    return width if full * 10 >= len(cut) * 6 else 0


def _looks_cut(line: Line, after: Line) -> bool:
    if not line.text or not after.text or line.is_aligned or after.is_aligned or line.length > _WIDEST:
        return False
    return after.text[0].islower() and not without_marker(after.text)[1] and line.text[-1] not in ".!?:;"
