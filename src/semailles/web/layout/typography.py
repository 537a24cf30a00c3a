"""French spaces and signs on every page, in one pass over what a reader sees; what is typed in a field stays as it was typed."""

import html
import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase

from semailles.engines.typesetting.typography import set_text

_LEFT_ALONE = "textarea|script|style|code|pre|title"
_EXACT = re.compile(r"<article\b[^>]*\bdata-exact\b[^>]*>.*?</article>", re.DOTALL)
# What is passed over whole, a tag, or the text between two tags.
_PIECES = re.compile(rf"<(?P<kept>{_LEFT_ALONE})\b.*?</(?P=kept)>|<[^>]*>|[^<]+", re.DOTALL)
_WORTH_SETTING = re.compile(r"[;:!?»«'\"€%§]|\.\.\.|\d|&#x27;|&quot;|[nN]°|\b(?:M\.|Mme|art\.)")


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
    if piece[0] == "<" or not _WORTH_SETTING.search(piece):
        return piece
    return _set_words(piece, lang)


def _set_words(text: str, lang: str) -> str:
    """Between its own outer spaces: those belong to the page's layout."""
    bare = text.strip()
    start = text.index(bare) if bare else 0
    return text[:start] + html.escape(set_text(html.unescape(bare), lang), quote=False) + text[start + len(bare) :]
