"""Views of a passage that keep its length: what is found in a view stands at the same place in the original."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

TOKEN = re.compile(r"[^\W_]+(?:-[^\W_]+)*'?", re.UNICODE)
OPENING = re.compile(r"(?:[\s\-–—•·◦▪●*→>«“\"(\[✓☐□■►➔+]|\d{1,2}[.)°](?=\s)|[A-Za-z]\)(?=\s)|\d{1,2}(?:\.\d{1,2})+\.?\s|[A-Z]\d{1,2}\s)+")


class _Signs(dict[int, str]):
    """A table for `str.translate` that learns each sign the first time it is met; one sign always gives one sign."""

    def __init__(self, *, accents: bool) -> None:
        super().__init__()
        self.accents = accents

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        if sign in "’‘ʼ´`":
            plain = "'"
        elif sign.isspace():
            plain = " "
        else:
            base = sign if self.accents else unicodedata.normalize("NFD", sign)[0]
            low = base.lower()
            plain = low if len(low) == 1 else sign
        self[code] = plain
        return plain


_LOW = _Signs(accents=True)
_FLAT = _Signs(accents=False)


def lowered(text: str) -> str:
    """Lower case, apostrophes straightened, accents kept; same length."""
    return text.translate(_LOW)


@lru_cache(maxsize=4096)
def flattened(text: str) -> str:
    """Lower case, apostrophes straightened, accents taken off; same length."""
    return text.translate(_FLAT)


class Token(NamedTuple):
    """A word of a passage, elision kept with it (« l' »)."""

    flat: str
    low: str
    start: int
    end: int
    capital: bool


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    return tuple(_tokens(text))


def _tokens(text: str) -> Iterator[Token]:
    low, flat = lowered(text), flattened(text)
    for found in TOKEN.finditer(low):
        start, end = found.span()
        yield Token(flat[start:end], low[start:end], start, end, text[start].isupper())


def opening(text: str, start: int = 0) -> int:
    """Where the words begin, after a bullet mark, a number (« 2. », « A1 ») or an opening quotation mark."""
    found = OPENING.match(text, start)
    return found.end() if found else start
