"""A chapter as a page shows it: links between chapters, addresses that open where one stands, pictures, tables that a telephone can hold."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath
from typing import Any

from django.contrib.staticfiles.storage import staticfiles_storage
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from PIL import Image

from semailles.web.pages.guide.chapters import Chapter, chapter, chapter_of, plain, reader

ADDRESS = re.compile(r"/(?:[a-z-]+/)+")  # « / » alone is a sign that is spoken of
_ROLES: dict[str, dict[str, str | int | float]] = {
    "table_open": {"class": "stack", "role": "table"},
    "thead_open": {"role": "rowgroup"},
    "tbody_open": {"role": "rowgroup"},
    "tr_open": {"role": "row"},
    "th_open": {"role": "columnheader", "scope": "col"},
    "td_open": {"role": "cell"},
}


@dataclass(frozen=True, slots=True)
class Around:
    """Where the reader stands: their language, where a chapter is, whether an address of the product opens to them and where it leads."""

    lang: str
    place_of: Callable[[str], str]
    opened: Callable[[str], str]


def shown(read: Chapter, around: Around) -> SafeString:
    tokens = list(_tabled(read.tokens))
    return SafeString(_writer().renderer.render(tokens, reader().options, {"around": around}))


@cache
def _writer() -> MarkdownIt:
    writer = MarkdownIt("commonmark", {"html": False}).enable("table")
    for name, rule in (("link_open", _link), ("code_inline", _code), ("image", _picture)):
        writer.add_render_rule(name, rule)
    return writer


def _link(_renderer: RendererHTML, tokens: Sequence[Token], rank: int, _options: Any, env: dict[str, Any]) -> str:
    href = str(tokens[rank].attrGet("href") or "")
    return format_html('<a href="{}">', _led(href, env["around"]))


def _led(href: str, around: Around) -> str:
    """From a file of the guide to its page, at the section that it names."""
    file, _sharp, anchor = href.partition("#")
    name = chapter_of(PurePosixPath(file).name)
    if not name:
        return href
    sections = chapter(name, around.lang).sections
    here = next((section.anchor for section in sections if section.written == anchor), "")
    return around.place_of(name) + (f"#{here}" if here else "")


def _code(_renderer: RendererHTML, tokens: Sequence[Token], rank: int, _options: Any, env: dict[str, Any]) -> str:
    said = tokens[rank].content
    opened = env["around"].opened(said) if ADDRESS.fullmatch(said) else ""
    words = format_html("<code>{}</code>", said)
    return format_html('<a href="{}">{}</a>', opened, words) if opened else words


def _picture(_renderer: RendererHTML, tokens: Sequence[Token], rank: int, _options: Any, _env: dict[str, Any]) -> str:
    token = tokens[rank]
    name = PurePosixPath(str(token.attrGet("src"))).name
    kept, (width, height) = static(f"guide/{name}"), _size(name)
    return format_html(
        '<a class="shot" href="{}"><img src="{}" alt="{}" width="{}" height="{}" loading="lazy"></a>',
        kept,
        kept,
        token.content,
        width,
        height,
    )


@cache
def _size(name: str) -> tuple[int, int]:
    """In its page before it is there: whoever comes to a section further down stays at it."""
    with staticfiles_storage.open(f"guide/{name}") as kept, Image.open(kept) as picture:
        return picture.size


def _tabled(tokens: Sequence[Token]) -> Iterator[Token]:
    """On a telephone a row becomes a short paragraph: each cell says its column, and the roles keep it a table."""
    columns: list[str] = []
    left: Iterator[str] = iter(())
    for token, after in zip(tokens, [*tokens[1:], None], strict=True):
        attributes = dict(_ROLES.get(token.type, token.attrs))
        if token.type == "table_open":
            columns = []
        elif token.type == "tr_open":
            left = iter(columns)
        elif token.type == "th_open" and after is not None:
            columns.append(plain(after))
        elif token.type == "td_open" and (column := next(left)) != columns[0]:
            attributes["data-label"] = _("%(column)s:") % {"column": column}
        yield token.copy(attrs=attributes)
