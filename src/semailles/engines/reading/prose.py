"""What a piece of text is, read alone: its clean form, its typed list marker, whether it looks like a heading."""

import re
import unicodedata

_INVISIBLE = dict.fromkeys(
    [
        0xAD,
        0xFEFF,
        *range(0x200B, 0x2010),
        *range(0x202A, 0x202F),
        0x061C,
        0x180E,
        *range(0x2060, 0x2070),
        *range(0xE0000, 0xE0080),
        *range(0xFFF9, 0xFFFC),
        0xFFFE,
        0xFFFF,
    ]
)
_CONTROL = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), " ")
_LIGATURES = dict(zip(range(0xFB00, 0xFB07), ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True))
_LIGATURE_SIGNS = tuple(map(chr, _LIGATURES))
_TABLE: dict[int, str | None] = {**_INVISIBLE, **_LIGATURES, **_CONTROL, **dict.fromkeys(range(0xD800, 0xE000))}
_PLAIN = re.compile("[ -~¡-¬®-ÿŒœ–—‘’“”…€]*")  # signs of which nothing is to be changed, whatever stands beside them

_SIGNS = "•·‣⁃∙◦▪▫■□●○◆◇►▶▸➢➤➔➜→⇒✓✔✅✗✘❌❑❒❖☐☑☒★☆\uf0b7\uf0a7\uf0fc\uf0d8\uf076\uf0a8\uf02d\uf0e8\uf0e0"
_BULLET = re.compile(
    rf"(?:[{_SIGNS}]\ufe0f?\s*|\[[ xX]?\]\s+|(?:--?|==?)>\s*|[-–—‐−]\s+|[-–—](?=[^\W\d_])|\*\s+|o\s+(?=[A-ZÀ-ÖÉÈ])|>\s+(?=[A-ZÀ-ÖÉÈ]))(?=\S)"
)
_NUMBER = re.compile(r"(?:\(?\d{1,2}(?:[.)]|\s?°\)?|/|\.\))\s+|\d{1,2}\s?[-–]\s(?=[A-ZÀ-ÖÉÈ])|\(?[A-Za-z]\)\s+)(?=\S)")
_IN_COLUMNS = re.compile(
    r"\S(?:[ \u00a0]*\t[ \t\u00a0]*|[ \u00a0]{3,})\S|[0-9][ \u00a0\u202f]?(?:k?€|euros?)\s*$"
)  # « Veolia :      2000 € »
_SENTENCE_END = (".", ";", ",", "!", "…")
_LONGEST_HEADING = 100


def clean(text: str) -> str:
    """NFC, one space between words, no control, soft hyphen or invisible sign."""
    if _PLAIN.fullmatch(text) and "  " not in text:
        return text.strip()
    text = " ".join(text.split())
    text = unicodedata.normalize("NFC", text)
    if text.isprintable() and not any(map(text.__contains__, _LIGATURE_SIGNS)):
        return text
    return " ".join(text.translate(_TABLE).split())


def without_marker(text: str) -> tuple[str, bool]:
    """A clean text without the bullet or the number typed before it, and whether there was one."""
    if not _may_be_marked(text):
        return text, False
    match = _BULLET.match(text) or _NUMBER.match(text)
    if match is None:
        return text, False
    rest = text[match.end() :]
    nested = _BULLET.match(rest)
    return (rest[nested.end() :] if nested else rest), True


def has_bullet(text: str) -> bool:
    """A bullet, not a number: a numbered line may be a heading."""
    return _may_be_marked(text) and _BULLET.match(text) is not None


def has_number(text: str) -> bool:
    return _may_be_marked(text) and _NUMBER.match(text) is not None


def _may_be_marked(text: str) -> bool:
    """Most texts begin with a word: only « o » and « a) » are letters that mark."""
    return not text[:1].isalpha() or text[1:2] in (" ", ")")


def split_typed_list(text: str) -> list[str]:
    """The lines of one paragraph (as left by forced line breaks): apart when some of them are typed as list entries or set in columns, else in one."""
    typed = re.split(r"[\n\v\r\u2028]", text)
    lines = [line for line in (clean(line) for line in typed) if line]
    if sum(1 for line in typed if _IN_COLUMNS.search(line)) > 1:
        return lines
    if len(lines) < 2 or not any(without_marker(line)[1] for line in lines):  # noqa: PLR2004 - two lines at least
        return [" ".join(lines)] if lines else []
    passages = [lines[0]]
    for line in lines[1:]:
        if without_marker(line)[1] or not without_marker(passages[-1])[1]:
            passages.append(line)
        else:
            passages[-1] = f"{passages[-1]} {line}"
    return passages


def reads_as_heading(text: str) -> bool:
    """Short and not closed like a sentence: what, typed in bold, stands as a heading."""
    return len(text) <= _LONGEST_HEADING and not text.endswith(_SENTENCE_END) and any(sign.isalpha() for sign in text)


def is_shouted(text: str) -> bool:
    """All in capitals, with letters enough to be a heading rather than an acronym."""
    letters = [sign for sign in text if sign.isalpha()]
    return len(letters) >= 4 and all(sign.isupper() for sign in letters)  # noqa: PLR2004 - « CAUE » alone would pass: callers ask for isolation too
