"""French spaces and signs on every page, in one pass over what a reader sees; what is typed in a field stays as it was typed."""

import html
import re
from collections.abc import Callable
from functools import lru_cache

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from semailles.engines.typesetting.typography import joint, set_text

_LEFT_ALONE = "textarea|script|style|code|pre|title"
_EXACT = re.compile(r"<(?P<tag>article|span)\b[^>]*\bdata-exact\b[^>]*>.*?</(?P=tag)>", re.DOTALL)  # a span holds no other
# What may change a text: high signs, quotes, apostrophes, and figures beside a space, a unit or a point.
_WORTH = (
    r"[;:!?»«'\"€%‰§]|\.\.\.|&(?:#x27|quot);|\d[ \u00a0\u202f€%‰]|[\w.°][ \u00a0\u202f]\d|[.°]\d|[nN]o\d|"
    r"\b(?:M\.|Mme|Dr|art\.|chap\.|fig\.|diapo|ligne|[Pp]rojet|[Ff]iche)[ \u00a0\u202f]"
)
# What is passed over whole, or a text between two tags that is worth setting: the others cost nothing.
_PIECES = re.compile(rf"<(?P<kept>{_LEFT_ALONE})\b.*?</(?P=kept)>|(?:(?<=>)|\A)[^<]*?(?:{_WORTH})[^<]*", re.DOTALL)
_HIGH = frozenset(";!?:»")
_SHORT, _KEPT = 200, 8192  # signs of a text worth remembering; how many are: navigation and labels come back on every page


class TypographyMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if isinstance(response, HttpResponse) and response.get("Content-Type", "").startswith("text/html"):
            lang = response.get("Content-Language", "fr")
            response.content = set_page(response.content.decode(), lang).encode()
            response["Content-Length"] = str(len(response.content))
        return response


def set_page(page: str, lang: str) -> str:
    """The page with its visible texts set in `lang`; tags, fields, code, the page's title and what says `data-exact` (a document as it was written) are untouched."""
    parts, start = [], 0
    for exact in _EXACT.finditer(page) if "data-exact" in page else ():
        parts += [_set_part(page[start : exact.start()], lang), exact[0]]
        start = exact.end()
    return "".join([*parts, _set_part(page[start:], lang)])


def _set_part(part: str, lang: str) -> str:
    return _PIECES.sub(lambda piece: _set_piece(piece[0], lang), part)


def _set_piece(piece: str, lang: str) -> str:
    if piece[0] == "<":
        return piece
    return _set_short(piece, lang) if len(piece) < _SHORT else _set_words(piece, lang)


def _set_words(text: str, lang: str) -> str:
    """Between its own outer spaces: those belong to the page's layout, but before a high sign that comes after a tag, as in « <b>Eau</b> : … »."""
    bare = text.strip()
    start = text.index(bare) if bare else 0
    before = joint("…", bare, lang) if text[:start] == " " and bare[:1] in _HIGH else text[:start]
    return before + html.escape(set_text(html.unescape(bare), lang), quote=False) + text[start + len(bare) :]


_set_short = lru_cache(maxsize=_KEPT)(_set_words)
