"""HTML by selectolax: what a reader of the page reads, without its menus, scripts and styles."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from semailles.engines.reading.decoding import decode
from semailles.engines.reading.document import ReadDocument
from semailles.engines.reading.outline import Outline
from semailles.engines.reading.plain import write_lines
from semailles.engines.reading.prose import clean, reads_as_heading, split_typed_list
from semailles.engines.reading.raised import raised
from semailles.engines.reading.tables import is_layout
from semailles.engines.reading.web_furniture import NOISE, is_furniture
from semailles.engines.reading.web_tables import read_table

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_BLOCKS = frozenset(
    "html body div section article main header p blockquote figure figcaption address details summary form fieldset legend center dl dt dd tbody thead tfoot tr td th caption hr li".split()
)
_LONGEST_TERM = 60
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{2,20})", re.IGNORECASE)
_PRE_STYLE = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)


def read_html(content: bytes) -> ReadDocument:
    outline = Outline()
    title = write_page(outline, _decoded(content))
    return ReadDocument("html", outline.blocks, title=outline.document_title or title)


def write_page(outline: Outline, page: str) -> str:
    """Add the blocks of a page; gives the name in its head."""
    parser = LexborHTMLParser(page)
    _WebReading(outline).read(parser.body or parser.root)
    title = parser.css_first("head > title")
    return clean(title.text()) if title else ""


def _decoded(content: bytes) -> str:
    declared = _CHARSET.search(content[:4096])
    name = declared.group(1).decode("ascii").lower() if declared else ""
    if name in ("iso-8859-1", "latin1", "windows-1252", "cp1252", "iso-8859-15"):
        return _utf8_first(content)
    return decode(content)


def _utf8_first(content: bytes) -> str:
    """Pages saved again often keep an old declaration over new bytes."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


class _WebReading:
    """One passage over the tree. Inline text gathers until a block element closes it."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._inline: list[str] = []
        self._depth = 0
        self._entry_is_new = False

    def read(self, node: LexborNode | None) -> None:
        if node is not None:
            self._children(node)
            self._flush()

    def _children(self, node: LexborNode) -> None:
        for child in node.iter(include_text=True):
            self._node(child)

    def _node(self, node: LexborNode) -> None:
        tag = node.tag or ""
        if tag == "-text":
            self._inline.append((node.text_content or "").replace("\n", " ").replace("\r", " "))
        elif tag == "br":
            self._inline.append("\n")
        elif tag == "sup":
            self._inline.append(raised(visible_text(node), "".join(self._inline[-2:])))
        elif is_furniture(node):
            return
        elif tag in _HEADINGS or tag in _LISTS or tag in _BLOCKS or tag in ("table", "pre") or _is_preformatted(node):
            self._flush()
            self._block(node, tag)
            self._flush()
        else:
            self._children(node)

    def _block(self, node: LexborNode, tag: str) -> None:
        if tag in _HEADINGS:
            self._outline.heading(visible_text(node), _HEADINGS[tag])
        elif tag in _LISTS:
            self._list(node)
        elif tag == "table":
            self._table(node)
        elif tag == "li":
            self._entry(node)
        elif tag == "pre" or _is_preformatted(node):
            write_lines(self._outline, node.text(deep=True))
        elif tag in ("details", "dl"):
            (self._details if tag == "details" else self._definitions)(node)
        elif tag in ("p", "div", "summary", "legend", "dt") and self._is_typed_heading(node, tag):
            self._outline.minor_heading(visible_text(node))
        else:
            self._children(node)

    def _list(self, node: LexborNode) -> None:
        self._depth += 1
        self._children(node)
        self._depth -= 1

    def _entry(self, node: LexborNode) -> None:
        depth, self._depth = self._depth, max(self._depth, 1)
        self._entry_is_new = True
        self._children(node)
        self._flush()
        self._depth, self._entry_is_new = depth, False

    def _definitions(self, node: LexborNode) -> None:
        """« Lieu : place du marché »: a short term goes with what is said of it."""
        term = ""
        for child in node.iter():
            text = clean(visible_text(child))
            if child.tag == "dt" and len(text) <= _LONGEST_TERM:
                self._written(term)
                term = text
            elif child.tag == "dd" and term and not any(part.tag in _BLOCKS or part.tag in _LISTS for part in child.iter()):
                self._outline.passage(f"{term.rstrip(' :')} : {text}")
                term = ""
            else:
                self._written(term)
                term = ""
                self._node(child)
        self._written(term)

    def _written(self, term: str) -> None:
        self._flush()
        if term:
            self._outline.passage(term)

    def _details(self, node: LexborNode) -> None:
        headings = self._outline.headings
        self._children(node)
        self._flush()
        self._outline.reopen(headings)

    def _table(self, node: LexborNode) -> None:
        table = read_table(node, visible_text)
        if table is None or is_layout(table):
            self._children(node)
            return
        for caption in node.css("caption"):
            self._outline.minor_heading(visible_text(caption))
        self._outline.table(table)

    def _is_typed_heading(self, node: LexborNode, tag: str) -> bool:
        """A summary, or a paragraph all in bold."""
        text = clean(visible_text(node))
        if self._depth or not reads_as_heading(text):
            return False
        bold = [child for child in node.iter() if child.tag in ("b", "strong")]
        return tag in ("summary", "legend") or (len(bold) == 1 and clean(visible_text(bold[0])) == text)

    def _flush(self) -> None:
        text, self._inline = "".join(self._inline), []
        if not clean(text):
            return
        if self._depth and self._entry_is_new:
            self._entry_is_new = False
            for piece in split_typed_list(text):
                self._outline.item(piece, self._depth)
            return
        for passage in re.split(r"\n[ \t]*\n", text):
            self._outline.passage(passage)


def visible_text(node: LexborNode) -> str:
    """The text under a node, forced breaks as line breaks, blocks apart."""
    return "".join(_visible(node))


def _visible(node: LexborNode) -> Iterator[str]:
    before = ""
    for child in node.iter(include_text=True):
        tag = child.tag or ""
        if tag == "-text":
            before = (child.text_content or "").replace("\n", " ")
            yield before
        elif tag == "sup":
            yield raised(visible_text(child), before)
        elif tag == "br":
            yield "\n"
        elif tag not in NOISE and not tag.startswith(("-", "!")):
            is_block = tag in _BLOCKS or tag in _LISTS or tag in _HEADINGS
            yield "\n" if is_block else ""
            yield from _visible(child)
            yield "\n" if is_block else ""


def _is_preformatted(node: LexborNode) -> bool:
    style = node.attributes.get("style")
    return style is not None and _PRE_STYLE.search(style) is not None
