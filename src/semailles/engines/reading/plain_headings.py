"""Which lines of a plain text are plainly headings."""

import re

from semailles.engines.reading.plain_lines import Line, is_mail_header
from semailles.engines.reading.prose import has_bullet, has_number, is_shouted, reads_as_heading, without_marker

_RULE = re.compile(r"([-=_*~#+.·])(?:\s?\1){2,}$")
_MARKS = re.compile(r"#{1,6}\s+")
_ROMAN = re.compile(r"[IVX]{1,4}\s?(?:[.)/]|\s[-–—])\s?\S")
_LEADS_TO_A_SUM = re.compile(r"\.{3,}\s*[0-9]|[0-9]\s?(?:k?€|euros?)\s*$")  # « ADEME ........ 4 000 € »
_LONGEST_LABEL, _LABEL_WORDS = 60, 8
_LONG_LINE = 120


def is_rule(text: str) -> bool:
    """A line drawn with signs."""
    return _RULE.match(text) is not None


def underlined_level(lines: list[Line], position: int) -> int:
    """1 above « === », 2 above « --- », 0 when nothing is drawn under the line."""
    below = lines[position + 1].text if position + 1 < len(lines) else ""
    text = lines[position].text
    if not text or not is_rule(below) or len(text) > _LONG_LINE or is_rule(text) or has_bullet(text):
        return 0
    if len(below) < min(len(text), 20) // 2:
        return 0
    return 1 if below[0] in "=#*" else 2


def is_heading(lines: list[Line], position: int) -> bool:
    """Underlined, marked with #, in capitals among lower case, closed by a colon above its list, or numbered above its text."""
    line = lines[position]
    if line.is_aligned or has_bullet(line.text) or _LEADS_TO_A_SUM.search(line.text):
        return False
    if underlined_level(lines, position) or _MARKS.match(line.text):
        return True
    if not reads_as_heading(line.text) or is_mail_header(line.text):
        return False
    return any(test(lines, position) for test in (_shouts, _introduces, _is_numbered_alone, _contrasts))


def stripped_heading(text: str) -> str:
    return _MARKS.sub("", text, count=1).strip(" #*=_~-") or text


def opens_with_title(lines: list[Line]) -> bool:
    """The first lines, up to the first empty one, are few, short and no sentences: a title block."""
    first: list[Line] = []
    for line in lines:
        if not line.text:
            break
        first.append(line)
    if not first or len(first) == len(lines) or len(first) > 4:  # noqa: PLR2004 - a title, its rule, a subtitle, a date
        return False
    return all(_may_open(line) for line in first)


def _may_open(line: Line) -> bool:
    return is_rule(line.text) or (
        reads_as_heading(line.text) and not line.text.endswith(":") and not without_marker(line.text)[1] and not is_mail_header(line.text)
    )


def _neighbours(lines: list[Line], position: int) -> tuple[Line | None, Line | None]:
    return (lines[position - 1] if position else None, lines[position + 1] if position + 1 < len(lines) else None)


def _shouts(lines: list[Line], position: int) -> bool:
    """Capitals, and the lines around are not: a whole text in capitals has no headings."""
    before, after = _neighbours(lines, position)
    alone = all(line is None or not line.text or not is_shouted(line.text) for line in (before, after))
    return alone and is_shouted(lines[position].text)


def _introduces(lines: list[Line], position: int) -> bool:
    """« Financeurs : » above what it announces."""
    text = lines[position].text
    if not text.endswith(":") or len(text) > _LONGEST_LABEL or len(text.split()) > _LABEL_WORDS or "," in text:
        return False
    following = next((line for line in lines[position + 1 : position + 3] if line.text), None)
    return following is not None and not following.text.endswith(":")


def _is_numbered_alone(lines: list[Line], position: int) -> bool:
    """« 2. Constats » after an empty line, when what follows is no other number."""
    before, _ = _neighbours(lines, position)
    text = lines[position].text
    if (before is not None and before.text) or len(text) > _LONGEST_LABEL or not (has_number(text) or _ROMAN.match(text)):
        return False
    following = next((line for line in lines[position + 1 :] if line.text), None)
    return following is not None and not has_number(following.text)


def _contrasts(lines: list[Line], position: int) -> bool:
    """One short line right above a long one, in a text where each line is a paragraph."""
    _, after = _neighbours(lines, position)
    text = lines[position].text
    if after is None or after.length < max(_LONG_LINE, 2 * len(text)) or text.endswith(":") or not text[0].isupper():
        return False
    return (len(text) <= _LONGEST_LABEL or text.endswith("?")) and not has_number(text) and not has_bullet(after.text)
