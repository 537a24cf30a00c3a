"""Markdown by markdown-it-py: CommonMark with tables; emphasis and link targets go, words stay."""

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from semailles.engines.reading.decoding import decode
from semailles.engines.reading.document import ReadDocument
from semailles.engines.reading.outline import Outline
from semailles.engines.reading.prose import clean, reads_as_heading, split_typed_list
from semailles.engines.reading.tables import Row, Table, cell_text

_FRONT = re.compile(r"\A\ufeff?---[ \t]*\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_FRONT_TITLE = re.compile(r"^(?:title|titre)\s*:\s*[\"']?(.*?)[\"']?\s*$", re.MULTILINE | re.IGNORECASE)
_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
_BREAKS = {"softbreak": "\n", "hardbreak": "\n"}


def read_markdown(content: bytes) -> ReadDocument:
    text = decode(content)
    front = _FRONT.match(text)
    title = _FRONT_TITLE.search(front.group(1)) if front else None
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text[front.end() :] if front else text)
    outline = Outline()
    _MarkdownReading(outline).read(tokens)
    return ReadDocument("md", outline.blocks, title=clean(title.group(1)) if title else outline.document_title)


class _MarkdownReading:
    """One passage over the tokens."""

    def __init__(self, outline: Outline) -> None:
        self._outline = outline
        self._depth = 0
        self._entry_is_new = False
        self._heading = 0
        self._rows: list[Row] | None = None

    def read(self, tokens: Sequence[Token]) -> None:
        for token in tokens:
            self._structure(token)
            if token.type == "inline":
                self._inline(token)
            elif token.type in ("fence", "code_block", "html_block"):
                self._raw(token)

    def _structure(self, token: Token) -> None:
        if token.type in ("bullet_list_open", "ordered_list_open", "bullet_list_close", "ordered_list_close"):
            self._depth += token.nesting
        elif token.type == "list_item_open":
            self._entry_is_new = True
        elif token.type in ("heading_open", "heading_close"):
            self._heading = int(token.tag[1:]) if token.nesting > 0 else 0
        elif token.type == "table_open":
            self._rows = []
        elif token.type == "tr_open" and self._rows is not None:
            self._rows.append(())
        elif token.type == "table_close" and self._rows is not None:
            self._outline.table(Table(tuple(self._rows), marked=bool(self._rows) and any(self._rows[0])))
            self._rows = None

    def _inline(self, token: Token) -> None:
        text = words(token.children or [])
        if self._rows is not None:
            self._rows[-1] = (*self._rows[-1], cell_text((text,)))
        elif self._heading:
            self._outline.heading(text, self._heading)
        elif self._depth and self._entry_is_new:
            self._entry(text)
        elif not self._depth and _is_all_strong(token.children or []) and reads_as_heading(clean(text)):
            self._outline.minor_heading(text)
        else:
            self._outline.passage(text)

    def _entry(self, text: str) -> None:
        self._entry_is_new = False
        for piece in split_typed_list(text):
            self._outline.item(piece, self._depth)

    def _raw(self, token: Token) -> None:
        text = _TAG.sub(" ", token.content) if token.type == "html_block" else token.content
        for line in text.split("\n"):
            self._outline.passage(line)


def words(tokens: Sequence[Token]) -> str:
    """The text of inline tokens: no emphasis marks, links by their words, pictures by nothing."""
    pieces: list[str] = []
    for token in tokens:
        if token.type in ("text", "code_inline", "text_special"):
            pieces.append(token.content)
        elif token.type in _BREAKS:
            pieces.append(_BREAKS[token.type])
        elif token.type == "html_inline" and token.content.lower().startswith("<br"):
            pieces.append("\n")
    return "".join(pieces)


def _is_all_strong(tokens: Sequence[Token]) -> bool:
    worded = [token.type for token in tokens if token.type != "text" or token.content.strip()]
    return worded[:1] == ["strong_open"] and worded[-1:] == ["strong_close"] and worded.count("strong_open") == 1
