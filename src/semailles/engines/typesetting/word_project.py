"""What people wrote of a project they carry, in the DOCX: the same words as in the PDF, as tables."""

from semailles.engines.typesetting.project_pages import Lines, ProjectPages
from semailles.engines.typesetting.prose import words_of
from semailles.engines.typesetting.word_parts import WIDTH, Writer
from semailles.engines.typesetting.word_process import money_lines, remark

NOTES = ("limits", "people", "flows", "potential", "savings")


def project_parts(writer: Writer, pages: ProjectPages) -> None:
    """After the texts of its headings: the notes beside them, then all that is told line by line."""
    for key in NOTES:
        part = pages.texts[key]
        if part.blocks:
            writer.heading(part.title, 2)
            for block in part.blocks:
                writer.line(words_of(block))
    _lines(writer, pages.obstacles)
    _calendar(writer, pages)
    _holders(writer, pages)
    _money(writer, pages)
    _lines(writer, pages.effects)
    _lines(writer, pages.links)


def _lines(writer: Writer, lines: Lines) -> None:
    if lines.rows:
        writer.heading(lines.title, 2)
        columns = len(lines.rows[0])
        writer.table(lines.rows, head=lines.head, widths=(WIDTH / columns,) * columns, small=True)


def _calendar(writer: Writer, pages: ProjectPages) -> None:
    rows = [(one.what, one.when, one.state, one.who)[: len(pages.calendar.head)] for one in pages.calendar.rows]
    _lines(writer, Lines(pages.calendar.title, pages.calendar.head, tuple(rows)))
    for said in pages.calendar.verdicts:
        writer.line(" ".join(filter(None, (said.opening, *said.sentences))))


def _holders(writer: Writer, pages: ProjectPages) -> None:
    rows = ((one.name, one.role, " · ".join(filter(None, (one.level, one.since, one.proof)))) for one in pages.holders.rows)
    _lines(writer, Lines(pages.holders.title, pages.holders.head, tuple(rows)))


def _money(writer: Writer, pages: ProjectPages) -> None:
    money = pages.money
    if money.is_empty:
        return
    writer.heading(money.title, 2)
    money_lines(writer, money.costs, (12.6, 4))
    money_lines(writer, money.fundings, (8.6, 4, 4))
    for said in (money.verdict, *money.notes):
        if said:
            remark(writer, said)
