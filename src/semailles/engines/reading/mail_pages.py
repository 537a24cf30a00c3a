"""A mail in HTML: what the sender quotes and how they sign stand in elements that mail programs name."""

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser

from semailles.engines.reading.mail_parts import Part
from semailles.engines.reading.outline import Outline
from semailles.engines.reading.web import write_page

_QUOTED = (
    "div.gmail_quote, blockquote[type=cite], div.moz-cite-prefix, #divRplyFwdMsg, #appendonsend, div.yahoo_quoted, div.protonmail_quote"
)
_SIGNATURE = "div.gmail_signature, .moz-signature, #Signature, div.protonmail_signature_block"
_BELOW_HEADERS = "#divRplyFwdMsg ~ *"


def write_mail_page(outline: Outline, page: str) -> Iterator[tuple[Part, Outline]]:
    """Write what is new; give what is quoted or signs, each read apart."""
    parser = LexborHTMLParser(page)
    below, quoted = _taken_out(parser, _BELOW_HEADERS), _taken_out(parser, _QUOTED)
    taken = [(Part.QUOTED, element) for element in (*quoted, *below)]
    taken += [(Part.SIGNATURE, element) for element in _taken_out(parser, _SIGNATURE)]
    write_page(outline, parser.html or "")
    for part, element in taken:
        apart = Outline()
        write_page(apart, element)
        yield part, apart


def _taken_out(parser: LexborHTMLParser, selector: str) -> list[str]:
    """From the outside in: what is quoted inside a quote goes with it."""
    found: list[str] = []
    while node := parser.css_first(selector):
        found.append(node.html or "")
        node.decompose()
    return found
