"""Texts that people write in Markdown, as blocks that print can set; the same reading as on screen."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import accumulate
from string import whitespace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from semailles.engines.typesetting.signs import printable

PLAIN_LINKS = ("https://", "http://", "mailto:")
LETTERS_A_LINE = 75
LONGEST_ADDRESS = 2000  # signs; beyond, a PDF keeps the words and leads nowhere
BREAKS = frozenset({"hardbreak", "softbreak"})
_HIGH_SIGNS = ";!?:»"
_THIN = "\u202f"
_NOTHING = f"{whitespace}\u00a0\u202f\u200b\u00ad·"


class Kind(StrEnum):
    PARAGRAPH = "paragraph"
    ITEM = "item"
    NUMBERED = "numbered"
    QUOTE = "quote"
    HEADING = "heading"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Run:
    """Words set alike. `url`: where they lead, when they are a link. `is_on_new_line`: the writer broke the line before them."""

    text: str
    is_strong: bool = False
    is_slanted: bool = False
    is_struck: bool = False
    url: str = ""
    is_on_new_line: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """`rank`: of a numbered item. `depth`: how deep a list stands in others. `rows`: of a table, its head first."""

    kind: Kind
    runs: tuple[Run, ...] = ()
    rank: int = 0
    depth: int = 0
    rows: tuple[tuple[tuple[Run, ...], ...], ...] = ()


def markdown_reader() -> MarkdownIt:
    """What is typed as HTML stays text, pictures too; only plain addresses become links."""
    reader = MarkdownIt("commonmark", {"html": False, "breaks": True}).enable(["table", "strikethrough"])
    reader.disable(["image", "html_block", "html_inline"])
    reader.validateLink = lambda url: url.lower().startswith(PLAIN_LINKS)  # type: ignore[method-assign]  # how the library lets links be chosen
    return reader


_READER = markdown_reader()


def blocks_of(text: str) -> tuple[Block, ...]:
    """What says nothing is left out: a heading without a word, a row of stars."""
    return tuple(block for block in _Walk(_READER.parse(text)).blocks() if printable(words_of(block)).strip(_NOTHING))


def words_of(block: Block) -> str:
    """What it says, without any mark."""
    if block.kind is Kind.TABLE:
        return "\n".join(" · ".join(_said(cell) for cell in row) for row in block.rows)
    return _said(block.runs)


def beginning(blocks: Sequence[Block], most: int) -> tuple[Block, ...]:
    """As many of the first as make `most` lines, or a little more; a table gives up its last rows."""
    taken, lines = [], 0
    for block in blocks:
        if lines >= most:
            break
        taken.append(replace(block, rows=block.rows[: most - lines], runs=_first(block.runs, (most - lines) * LETTERS_A_LINE)))
        lines += sum(1 + len(line) // LETTERS_A_LINE for line in words_of(block).split("\n"))
    return tuple(taken)


def _first(runs: tuple[Run, ...], most: int) -> tuple[Run, ...]:
    """As many words as make `most` letters."""
    ends = accumulate((len(run.text) for run in runs), initial=0)
    return tuple(
        run if before + len(run.text) <= most else replace(run, text=run.text[: most - before])
        for before, run in zip(ends, runs, strict=False)
        if before < most
    )


def _said(runs: Iterable[Run]) -> str:
    return "".join(("\n" if run.is_on_new_line else "") + run.text for run in runs)


class _Walk:
    """Tokens in their order, with the lists and quotations that are open."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.lists: list[int | None] = []  # the rank of the last item, None for a list without numbers
        self.quotes = 0
        self.is_first = False  # of its item: what follows in the same item is an ordinary paragraph
        self.rows: list[list[tuple[Run, ...]]] = []

    def blocks(self) -> Iterator[Block]:
        kind = Kind.PARAGRAPH
        for token in self.tokens:
            self._enter(token)
            if token.type in {"fence", "code_block"}:
                yield Block(Kind.PARAGRAPH, (Run(token.content.rstrip("\n")),))
            elif token.type == "heading_open":
                kind = Kind.HEADING
            elif token.type == "inline" and self.rows:
                self.rows[-1].append(tuple(_runs(token.children or ())))
            elif token.type == "inline":
                yield self._block(kind, tuple(_runs(token.children or ())))
                kind = Kind.PARAGRAPH
            elif token.type == "table_close":
                yield Block(Kind.TABLE, rows=tuple(map(tuple, self.rows)))
                self.rows = []

    def _enter(self, token: Token) -> None:
        if token.type == "ordered_list_open":
            self.lists.append(int(token.attrs.get("start", 1)) - 1)
        elif token.type == "bullet_list_open":
            self.lists.append(None)
        elif token.type in {"ordered_list_close", "bullet_list_close"}:
            self.lists.pop()
        elif token.type == "list_item_open":
            self.is_first = True
            self.lists[-1] = None if self.lists[-1] is None else self.lists[-1] + 1
        elif token.type == "blockquote_open":
            self.quotes += 1
        elif token.type == "blockquote_close":
            self.quotes -= 1
        elif token.type == "tr_open":
            self.rows.append([])

    def _block(self, kind: Kind, runs: tuple[Run, ...]) -> Block:
        if kind is Kind.HEADING:
            return Block(kind, runs)
        if self.lists and self.is_first:
            self.is_first, rank, depth = False, self.lists[-1], len(self.lists) - 1
            return Block(Kind.ITEM, runs, depth=depth) if rank is None else Block(Kind.NUMBERED, runs, rank, depth)
        return Block(Kind.QUOTE if self.quotes else kind, runs)


def _runs(tokens: Sequence[Token]) -> Iterator[Run]:
    look, said = Run(""), ""
    for token in tokens:
        turned = _turned(look, token)
        if turned is None:
            said += token.content
            continue
        if said:
            yield replace(look, text=_glued(said))
            turned = turned if token.type in BREAKS else replace(turned, is_on_new_line=False)
        look, said = turned, ""
    if said:
        yield replace(look, text=_glued(said))


def _turned(look: Run, token: Token) -> Run | None:
    """How words look after this token; None when it is words itself."""
    if token.type in BREAKS:
        return replace(look, is_on_new_line=True)
    if token.type in {"strong_open", "strong_close"}:
        return replace(look, is_strong=token.type == "strong_open")
    if token.type in {"em_open", "em_close"}:
        return replace(look, is_slanted=token.type == "em_open")
    if token.type in {"s_open", "s_close"}:
        return replace(look, is_struck=token.type == "s_open")
    if token.type in {"link_open", "link_close"}:
        address = str(token.attrGet("href") or "")
        return replace(look, url=address if len(address) <= LONGEST_ADDRESS else "")
    return None


def _glued(text: str) -> str:
    """After words set otherwise, a high sign keeps to them."""
    return _THIN + text[1:] if len(text) > 1 and text[0] == " " and text[1] in _HIGH_SIGNS else text
