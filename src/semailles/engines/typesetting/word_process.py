"""The process in the DOCX: the same words as in the PDF, as tables."""

from collections.abc import Sequence

from semailles.engines.typesetting.process_page import BodyLines, BudgetPart, CalendarPart, DateLine, MoneyTable, ProcessPart, Remark
from semailles.engines.typesetting.word_parts import WIDTH, Writer
from semailles.engines.typesetting.word_styles import drawable


def process_pages(writer: Writer, part: ProcessPart | None) -> None:
    if part is None:
        return
    writer.part(part.title)
    writer.line(part.lead, "Intense Quote")
    if part.budget:
        _budget(writer, part.budget)
    if part.calendar:
        _calendar(writer, part.calendar)


def _budget(writer: Writer, part: BudgetPart) -> None:
    writer.heading(part.title, 2)
    remark(writer, part.verdict)
    if part.note:
        writer.line(part.note, "To Complete")
    writer.line(part.readings.title, "Caption")
    rows = [[row.label, row.amount, row.gap] for row in part.readings.rows]
    writer.table(rows, head=part.readings.head, widths=(8.6, 4, 4))
    money_lines(writer, part.costs, (12.6, 4))
    money_lines(writer, part.fundings, (8.6, 4, 4))
    if part.apart:
        remark(writer, part.apart)


def money_lines(writer: Writer, table: MoneyTable, widths: Sequence[float]) -> None:
    if not table.rows:
        writer.line(table.empty)
        return
    cells = [[f"{row.label} · {row.detail}" if row.detail else row.label, row.state, row.amount] for row in table.rows]
    writer.table([row if len(table.head) > len(("label", "amount")) else [row[0], row[2]] for row in cells], head=table.head, widths=widths)


def _calendar(writer: Writer, part: CalendarPart) -> None:
    writer.heading(part.title, 2)
    for verdict in part.verdicts:
        remark(writer, verdict)
    if part.rows:
        writer.table(_dates(part.rows), head=part.head, widths=(4.4, 6.2, 2.6, WIDTH - 13.2), small=True)
    if part.bodies:
        writer.heading(part.bodies_title, 2)
    for body in part.bodies:
        _body(writer, body)


def _body(writer: Writer, body: BodyLines) -> None:
    writer.heading(f"{body.name} · {body.kind}" if body.kind else body.name, 3)
    if not body.meetings:
        writer.line(body.empty)
    for row in body.meetings:
        writer.line(" · ".join(said for said in (row.when, row.what, row.state, row.latest if row.is_late else "") if said), "List Bullet")


def _dates(rows: Sequence[DateLine]) -> list[list[str]]:
    return [[row.when, row.what, row.state, row.latest] for row in rows]


def remark(writer: Writer, said: Remark) -> None:
    line = writer.line(said.opening)
    if line is None:
        return
    for run in line.runs:
        run.bold = True
    line.add_run(drawable(" ".join(("", *said.sentences))))
