"""Texts that people write, in Markdown, as a page may show them: no tag of theirs, no picture, no link that is not a plain address."""

from collections.abc import Sequence

from django import template
from django.utils.safestring import SafeString
from markdown_it.token import Token

from semailles.engines.typesetting.prose import markdown_reader

register = template.Library()
UNDER_A_HEADING = "h3"  # a text stands under the heading of its section


READER = markdown_reader()


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
