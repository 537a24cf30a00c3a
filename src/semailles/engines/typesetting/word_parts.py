"""The pieces of the DOCX: styles, headings with their place in the contents, statements with their marks, tables, fields."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count

from docx.document import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.table import Table
from docx.text.paragraph import Paragraph as Line
from docx.text.run import Run
from lxml.etree import _Element

from semailles.engines.typesetting.payload import grounds, joined, shortened
from semailles.engines.typesetting.tree import Cover, IdeaEntry, Paragraph, Roadmap
from semailles.engines.typesetting.typography import euros, guillemets
from semailles.engines.typesetting.word_styles import GREEN, SOFT, TEAMS, drawable, dressed
from semailles.engines.words import fold

_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
WIDTH = 16.6  # centimetres between the margins
_TITLES_A_CELL, _FEW_THEMES, _LONGEST = 2, 7, 48


@dataclass
class Writer:
    """A document being written, with the book whose words it takes."""

    document: Document
    book: Roadmap
    ideas: dict[str, IdeaEntry] = field(init=False)
    words: dict[str, str] = field(init=False)
    language: str = field(init=False)

    def __post_init__(self) -> None:
        self.ideas = {idea.mark: idea for idea in self.book.ideas}
        self.words = dict(self.book.labels)
        self.language = "fr-FR" if self.book.lang == "fr" else "en-GB"
        self._grounds = grounds(self.book.teams)
        self._marks = count(1)
        dressed(self.document, self.language)
        self._running(self.book.cover)

    def cover(self, cover: Cover) -> None:
        self.line(cover.process, "Caption")
        self.line(cover.title, "Title")
        self.line(cover.subtitle, "Subtitle")
        self.line(f"{cover.date} · {cover.state}")
        for team in self.book.teams:
            self.line(f"{team.letter} · {team.name}", "Caption")
        self.line(cover.notice, "Caption")

    def part(self, title: str, mark: str = "", *, flows: bool = False) -> None:
        """A heading of the first level on a new page, unless it `flows` after the part before it."""
        line = self.heading(title, 1, mark)
        line.paragraph_format.page_break_before = not flows
        if flows:
            line.paragraph_format.space_before = Pt(30)

    def heading(self, title: str, level: int, mark: str = "") -> Line:
        line = self.document.add_paragraph(drawable(title), style=f"Heading {level}")
        if mark:
            _bookmark(line, mark, next(self._marks))
        return line

    def line(self, text: str, style: str = "Normal") -> Line | None:
        return self.document.add_paragraph(drawable(text), style=style) if text else None

    def quoted(self, text: str) -> str:
        opening, closing = guillemets(self.book.lang)
        return f"{opening}{text}{closing}" if text else ""

    def quote(self, mark: str) -> None:
        idea = self.ideas[mark]
        self.line(self.quoted(idea.quote), "Quote")
        self.line(" · ".join((mark, *([] if repeats(idea) else [idea.title]), idea.source)), "Caption")

    def statements(self, paragraph: Paragraph, style: str = "Normal") -> None:
        """Text with the marks of its ideas raised, in their team's colour, each a link to the index."""
        line = self.document.add_paragraph(style=style)
        for statement, (before, text) in zip(paragraph, joined(paragraph, self.book.lang), strict=True):
            run = line.add_run(drawable(before + text))
            run.italic = statement.is_quote or None
            for mark in statement.ideas:
                self._mark(line, mark)
            for number in statement.projects:
                self._reference(line, f"\u202f{self.words['project']}\u00a0{number}", f"sheet_{number}", GREEN)

    def to_complete(self, headings: Sequence[tuple[str, str]]) -> None:
        """What nobody wrote yet: each heading with its question, and a cell to type in."""
        line = self.document.add_paragraph(style="To Complete")
        line.add_run(self.words["to_complete"])
        self.table([[title, question, ""] for title, question in headings], widths=(3, 8.6, WIDTH - 11.6), small=True)

    def idea(self, mark: str, *, is_entry: bool = False) -> None:
        """An idea with its document and place; as an index entry, the place where its references lead."""
        idea = self.ideas.get(mark)
        line = self.document.add_paragraph(style="Idea")
        run = line.add_run(f"{mark}\t")
        run.bold, run.font.color.rgb = True, self._colour(mark)
        if idea is None:
            return
        line.add_run(drawable(idea.title))
        source = line.add_run(drawable(f" · {idea.source}"))
        source.font.size, source.font.color.rgb = Pt(8.5), SOFT
        if is_entry:
            _bookmark(line, _idea_anchor(mark), next(self._marks))
            if idea.project is not None:
                self._reference(line, f" · {self.words['project']}\u00a0{idea.project}", f"sheet_{idea.project}", GREEN)

    def teams(self, letters: Sequence[str]) -> str:
        names = {team.letter: team.name for team in self.book.teams}
        return ", ".join(f"{letter} · {names[letter]}" if letter in names else letter for letter in letters)

    def euros(self, amount: int) -> str:
        return euros(amount, self.book.lang)

    def cell(self, marks: Sequence[str], themes: int) -> str:
        """Count and first titles of a cell of the matrix, or its blind spot. Many `themes`: one title."""
        if not marks:
            return self.words["blind_spot"]
        titles = [f"{mark} {shortened(self.ideas[mark].title, _LONGEST)}" for mark in marks if mark in self.ideas]
        return "\n".join((str(len(marks)), *titles[: _TITLES_A_CELL if themes <= _FEW_THEMES else 1]))

    def table(self, rows: Sequence[Sequence[str]], head: Sequence[str] = (), *, widths: Sequence[float] = (), small: bool = False) -> None:
        """Rows of text; `widths` in centimetres. A head is repeated on each page."""
        if not rows:
            return
        table = self.document.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
        table.alignment = WD_TABLE_ALIGNMENT.LEFT
        for rank, texts in enumerate([head, *rows] if head else rows):
            self._row(table, texts, is_head=bool(head) and rank == 0, small=small)
        table.autofit = not widths
        for column, width in zip(table.columns, widths, strict=False):
            column.width = Cm(width)
            for cell in column.cells:
                cell.width = Cm(width)
        self.document.add_paragraph(style="Table Foot")

    def contents(self) -> None:
        """A contents field, filled with the titles: Word puts the pages when it opens or prints it."""
        self.document.add_paragraph(self.words["contents"], style="Contents Heading").paragraph_format.page_break_before = True
        self.line(self.words["contents_hint"], "Caption")
        parts = self._parts()
        lines = [self.document.add_paragraph(style="TOC 1") for _ in parts]
        _begin_field(lines[0], 'TOC \\o "1-1" \\h \\z \\u', is_stale=True)
        for line, title in zip(lines, parts, strict=True):
            line.add_run(drawable(title))
        _end_field(lines[-1])

    def _parts(self) -> list[str]:
        """Titles of what the book holds, in order."""
        book = self.book
        entries = [part.title for part in (book.closed, book.convergences, book.singulars, book.actors) if part.groups]
        sheets = [f"{sheet.number}. {sheet.title}" for sheet in book.sheets]
        matrix = [book.matrix.title] if book.matrix.rows else []
        process = [book.process.title] if book.process else []
        return [book.essential.title, book.narrative.title, *matrix, *sheets, *process, *entries, book.index_title, book.colophon.title]

    def _row(self, table: Table, texts: Sequence[str], *, is_head: bool, small: bool) -> None:
        row = table.add_row()  # type: ignore[no-untyped-call] # python-docx leaves this one untyped
        for rank, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            line = cell.paragraphs[0]
            line.style = "Table Small" if small else "Table Text"
            run = line.add_run(drawable(text))
            run.bold = (is_head or rank == 0) or None
        if is_head:
            _set_flag(row._tr.get_or_add_trPr(), "w:tblHeader")  # noqa: SLF001 - python-docx has no name for a repeated head
        _set_flag(row._tr.get_or_add_trPr(), "w:cantSplit")  # noqa: SLF001 - the same for a row kept whole

    def _running(self, cover: Cover) -> None:
        section = self.document.sections[0]
        section.different_first_page_header_footer = True
        head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
        head.text = drawable(f"{cover.title} · {self.words['draft']}")
        head.style, foot.style = "Header", "Footer"
        foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _begin_field(foot, "PAGE")
        foot.add_run("1")
        _end_field(foot)

    def _mark(self, line: Line, mark: str) -> None:
        text = f"\u2060{mark}" if mark in self.ideas else f"\u2060{mark} "
        self._reference(line, text + "\u200a", _idea_anchor(mark), self._colour(mark), raised=True)

    def _reference(self, line: Line, text: str, anchor: str, colour: RGBColor, *, raised: bool = False) -> None:
        link = OxmlElement("w:hyperlink")
        link.set(qn("w:anchor"), anchor)
        run = line.add_run(drawable(text))
        run.font.color.rgb, run.font.superscript, run.bold = colour, raised or None, True
        link.append(run._r)  # noqa: SLF001 - python-docx cannot make an inner link
        line._p.append(link)  # noqa: SLF001 - the same

    def _colour(self, mark: str) -> RGBColor:
        letter = self.ideas[mark].letter if mark in self.ideas else mark[:1]
        return TEAMS[self._grounds.get(letter, 0)]


def repeats(idea: IdeaEntry) -> bool:
    """Whether its title says nothing that its quoted words do not: a caption then leaves it out."""
    title, quote = ("".join(fold(said).rstrip(".… ").split()) for said in (idea.title, idea.quote))
    return title in quote or quote in title


def _idea_anchor(mark: str) -> str:
    return "idea_" + "".join(sign if sign.isalnum() else "_" for sign in mark)


def _bookmark(line: Line, name: str, rank: int) -> None:
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    start.set(qn("w:id"), str(rank))
    start.set(qn("w:name"), name[:40])
    end.set(qn("w:id"), str(rank))
    line._p.insert(1, start)  # noqa: SLF001 - python-docx has no bookmarks
    line._p.append(end)  # noqa: SLF001 - the same


def _begin_field(line: Line, code: str, *, is_stale: bool = False) -> None:
    begin = OxmlElement("w:fldChar")
    begin.set(qn("w:fldCharType"), "begin")
    if is_stale:
        begin.set(qn("w:dirty"), "true")
    told = OxmlElement("w:instrText")
    told.set(_XML_SPACE, "preserve")
    told.text = f" {code} "
    separate = OxmlElement("w:fldChar")
    separate.set(qn("w:fldCharType"), "separate")
    for element in (begin, told, separate):
        _append(line.add_run(), element)


def _end_field(line: Line) -> None:
    end = OxmlElement("w:fldChar")
    end.set(qn("w:fldCharType"), "end")
    _append(line.add_run(), end)


def _append(run: Run, element: _Element) -> None:
    run._r.append(element)  # noqa: SLF001 - python-docx has no fields


def _set_flag(properties: _Element, name: str) -> None:
    properties.append(OxmlElement(name))
