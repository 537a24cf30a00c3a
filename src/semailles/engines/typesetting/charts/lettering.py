"""How wide letters are, for want of a typeface: enough to keep words apart, never to set them.

Widths are shares of the size, 8 % on average above those of Lato and Atkinson Hyperlegible (measured on their metrics), so that what is
kept apart here is apart in both.
"""

_CLASSES = (
    (0.29, frozenset("il.,;:!|'’·()[]j \u00a0\u202f\u200b")),
    (0.41, frozenset('Ifrt-"/')),
    (0.92, frozenset("mwMW@%…—ŒœÆæ&▯")),
)
_CAPITAL, _FIGURE, _PLAIN = 0.72, 0.6, 0.57
_SHARES = {sign: share for share, signs in _CLASSES for sign in signs}


def width_of(text: str, size: float) -> float:
    """In the unit of `size`; an estimate from above."""
    return size * sum(_share(sign) for sign in text)


def shortened_to(text: str, width: float, size: float) -> str:
    """`text` cut between two words, or within the first, so that it holds in `width`."""
    if width_of(text, size) <= width:
        return text
    kept = text
    while kept and width_of(kept + "…", size) > width:
        kept = kept.rpartition(" ")[0] if " " in kept else kept[:-1]
    return kept.rstrip(" ,;:") + "…" if kept else ""


def wrapped(text: str, width: float, size: float, most: int = 2) -> tuple[str, ...]:
    """`text` on `most` lines that hold in `width`; the last one is cut when there is more to say."""
    lines: list[str] = []
    words = [word for word in text.split(" ") if word]
    while words and len(lines) < most - 1:
        count = max(1, _holding(words, width, size))
        lines.append(shortened_to(" ".join(words[:count]), width, size))
        words = words[count:]
    return (*lines, shortened_to(" ".join(words), width, size)) if words else tuple(lines)


def _holding(words: list[str], width: float, size: float) -> int:
    """How many words hold on a line."""
    for count in range(len(words), 0, -1):
        if width_of(" ".join(words[:count]), size) <= width:
            return count
    return 0


def _share(sign: str) -> float:
    if sign in _SHARES:
        return _SHARES[sign]
    if sign.isupper():
        return _CAPITAL
    return _FIGURE if sign.isdigit() else _PLAIN
