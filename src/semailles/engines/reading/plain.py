"""Plain text: lines → paragraphs, list entries, headings, as a reader sees them."""

import re
from dataclasses import dataclass

from semailles.engines.reading.decoding import decode
from semailles.engines.reading.document import ReadDocument
from semailles.engines.reading.outline import Headings, Outline
from semailles.engines.reading.plain_headings import is_heading, is_rule, opens_with_title, stripped_heading, underlined_level
from semailles.engines.reading.plain_lines import Line, is_mail_header, is_mail_start, numbered_lines, wrap_width
from semailles.engines.reading.prose import has_bullet, without_marker


def read_text(content: bytes) -> ReadDocument:
    outline = Outline()
    write_lines(outline, decode(content), titled=True)
    return ReadDocument("txt", outline.blocks, title=outline.document_title)


def write_lines(outline: Outline, text: str, *, titled: bool = False, width: int | None = None) -> None:
    """Add the blocks of a plain text. `titled`: its first line may be the document's title. `width`: that of the whole, when the text is a part."""
    lines = numbered_lines(text)
    _PlainReading(outline, lines, wrap_width(lines) if width is None else width).read(titled=titled)


@dataclass(slots=True)
class _Open:
    """The passage being gathered."""

    text: str = ""
    last: Line | None = None
    level: int = 0


class _PlainReading:
    """One passage over the lines."""

    def __init__(self, outline: Outline, lines: list[Line], width: int) -> None:
        self._outline = outline
        self._lines = lines
        self._width = width
        self._open = _Open()
        self._indents: list[int] = []
        self._announced: Headings | None = None  # what was open before « Étaient là : »
        self._has_listed = False

    def read(self, *, titled: bool) -> None:
        skip_until = 0
        if titled and opens_with_title(self._lines):
            self._outline.title(stripped_heading(self._lines[0].text))
            skip_until = 2 if underlined_level(self._lines, 0) else 1
        for position in range(skip_until, len(self._lines)):
            self._line(position)
        self._close()

    def _line(self, position: int) -> None:
        line = self._lines[position]
        if not line.text or is_rule(line.text):
            self._close()
            self._indents = self._indents if line.text == "" else []
        elif is_heading(self._lines, position):
            self._close()
            self._indents = []
            self._write_heading(position)
        elif self._continues(line):
            self._open.text = f"{self._open.text} {line.text}"
            self._open.last = line
        else:
            self._close()
            self._begin(line)

    def _write_heading(self, position: int) -> None:
        self._end_announced()
        if self._lines[position].text.endswith(":"):
            self._announced, self._has_listed = self._outline.headings, False
        level = underlined_level(self._lines, position)
        text = stripped_heading(self._lines[position].text)
        marks = re.match(r"#+", self._lines[position].text)
        if level or marks:
            self._outline.heading(text, level or len(marks.group() if marks else "#"))
        else:
            self._outline.minor_heading(text)

    def _begin(self, line: Line) -> None:
        marked = without_marker(line.text)[1]
        self._open = _Open(line.text, line, self._level(line) if marked else 0)
        if not marked:
            self._indents = []

    def _level(self, line: Line) -> int:
        self._indents = [indent for indent in self._indents if indent < line.indent]
        self._indents.append(line.indent)
        return len(self._indents)

    def _continues(self, line: Line) -> bool:
        """The line goes on the one before: it was full, or this one is set under an entry's text."""
        last = self._open.last
        if last is None or line.is_aligned or last.is_aligned or line.quoted != last.quoted:
            return False
        if without_marker(line.text)[1] and (has_bullet(line.text) or self._open.level):
            return False
        if is_mail_header(line.text) or is_mail_header(last.text):
            return False
        if self._open.level and line.indent > self._indents[-1] and (line.text[0].islower() or last.is_unfinished):
            return True
        return self._width > 0 and last.fills(self._width, line)

    def _close(self) -> None:
        if self._open.level:
            self._outline.item(self._open.text, self._open.level)
            self._has_listed = True
        elif self._open.text:
            self._write_paragraph(self._open.text)
        self._open = _Open()

    def _write_paragraph(self, text: str) -> None:
        if is_mail_start(text):
            self._outline.reopen(())
            self._announced = None
        elif self._has_listed:
            self._end_announced()
        self._outline.paragraph(text)

    def _end_announced(self) -> None:
        """What a colon announced ends with its list."""
        if self._announced is not None:
            self._outline.reopen(self._announced)
        self._announced = None
