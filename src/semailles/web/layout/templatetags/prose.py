"""Texts that people write, in Markdown, as a page may show them: no tag of theirs, no picture, no link that is not a plain address."""

from collections.abc import Sequence

from django import template
from django.utils.safestring import SafeString
from markdown_it import MarkdownIt
from markdown_it.token import Token

register = template.Library()
PLAIN_LINKS = ("https://", "http://", "mailto:")
UNDER_A_HEADING = "h3"  # a text stands under the heading of its section


def _reader() -> MarkdownIt:
    """What is typed as HTML is shown as it was typed: the writer escapes it."""
    reader = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable(["table", "strikethrough"])
    reader.disable(["image", "html_block", "html_inline"])
    reader.validateLink = lambda url: url.lower().startswith(PLAIN_LINKS)  # type: ignore[method-assign]  # how the library lets links be chosen
    return reader


READER = _reader()


@register.filter
def prose(text: str) -> SafeString:
    """Paragraphs, lists, tables, emphasis and links."""
    tokens = READER.parse(text)
    _tame(tokens)
    return SafeString(READER.renderer.render(tokens, READER.options, {}))


def _tame(tokens: Sequence[Token]) -> None:
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = UNDER_A_HEADING
        if token.type == "link_open":
            token.attrSet("rel", "nofollow noopener noreferrer")
        _tame(token.children or ())
