"""The same book as an editable DOCX: real styles, a table of contents, a page for each sheet."""

from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument

from semailles.engines.typesetting.payload import plain, set_book
from semailles.engines.typesetting.tree import ActorPart, EntryPart, Matrix, Roadmap, Sheet, SheetSection, Titled
from semailles.engines.typesetting.word_parts import WIDTH, Writer
from semailles.engines.typesetting.word_process import process_pages
from semailles.engines.typesetting.word_project import project_parts

FIXED = datetime(2000, 1, 1, tzinfo=UTC)  # the same tree gives the same file


def roadmap_docx(book: Roadmap) -> bytes:
    """The book in Word's format, in the order of the PDF. The same tree gives the same bytes."""
    book = set_book(book)
    writer = Writer(Document(), book)
    _describe(writer)
    _front(writer)
    _narrative(writer)
    _matrix(writer, book.matrix)
    for sheet in book.sheets:
        _sheet(writer, sheet)
    process_pages(writer, book.process)
    _entries(writer, book.closed)
    _entries(writer, book.convergences)
    _entries(writer, book.singulars)
    _actors(writer, book.actors)
    _index(writer)
    _colophon(writer)
    return stable(writer.document)


def _describe(writer: Writer) -> None:
    about, cover = writer.document.core_properties, writer.book.cover
    about.title, about.subject, about.author = cover.title[:255], cover.subtitle[:255], cover.process[:255]
    about.language, about.comments, about.last_modified_by = writer.language, cover.state[:255], cover.process[:255]
    about.created = about.modified = FIXED


def _front(writer: Writer) -> None:
    book, part = writer.book, writer.book.essential
    writer.cover(book.cover)
    writer.part(part.title)
    writer.line(part.lead, "Intense Quote")
    writer.table([[count.label, f"{count.count}", count.note] for count in part.counts], widths=(6, 2.5, 8))
    for point in part.points:
        _titled(writer, point)
    if part.asks:
        writer.heading(part.asks_title, 2)
        for ask in part.asks:
            writer.statements((ask,), "List Bullet")
    _money(writer)
    writer.contents()


def _money(writer: Writer) -> None:
    money, words = writer.book.essential.money, writer.words
    if money is None:
        return
    writer.heading(words["budget"], 2)
    writer.table([[words[name], writer.euros(getattr(money, name))] for name in ("needs", "confirmed", "hoped", "gap")], widths=(10, 4))
    if money.in_kind:
        writer.line(f"{words['in_kind']} · " + " · ".join(money.in_kind))
    for note in money.notes:
        writer.line(note)


def _titled(writer: Writer, part: Titled | SheetSection) -> None:
    writer.heading(part.title, 2)
    for paragraph in part.paragraphs:
        writer.statements(paragraph)


def _narrative(writer: Writer) -> None:
    part = writer.book.narrative
    writer.part(part.title)
    writer.line(part.opening, "Intense Quote")
    for section in part.sections:
        _titled(writer, section)
    writer.line(part.written_by, "Caption")
    if part.endpiece in writer.ideas:
        writer.quote(part.endpiece)


def _matrix(writer: Writer, matrix: Matrix) -> None:
    if not matrix.rows:
        return
    writer.part(matrix.title)
    writer.line(matrix.note)
    head = [writer.words["theme"], *(f"{team.letter} · {team.name}" for team in writer.book.teams)]
    rows = [[row.theme, *(writer.cell(marks, len(matrix.rows)) for marks in row.cells)] for row in matrix.rows]
    share = (WIDTH - 2.8) / len(writer.book.teams)
    writer.table(rows, head=head, widths=(2.8, *(share for _ in writer.book.teams)), small=True)


def _sheet(writer: Writer, sheet: Sheet) -> None:
    words = writer.words
    writer.part(f"{sheet.number}. {sheet.title}", mark=f"sheet_{sheet.number}")
    if sheet.tagline:
        writer.line(sheet.tagline, "Intense Quote")
    facts = (*(sheet.pages.traits[:4] if sheet.pages else sheet.facts), (words["teams_converging"], ", ".join(sheet.letters)))
    writer.table([[value for _, value in facts]], head=[label for label, _ in facts], widths=(WIDTH / len(facts),) * len(facts), small=True)
    for section in sheet.sections:
        if section.paragraphs:
            _titled(writer, section)
    if sheet.pages:
        project_parts(writer, sheet.pages)
    _provenance(writer, sheet)
    empty = [section for section in sheet.sections if not section.paragraphs]
    if empty:
        writer.to_complete([(section.title, section.question) for section in empty])


def _provenance(writer: Writer, sheet: Sheet) -> None:
    """Set small, as in the margin of the print: a sheet then holds on its page more often."""
    words = writer.words
    writer.heading(words["named_actors"], 2)
    told = [actor for actor in sheet.actors if actor.role or actor.level]
    for actor in told:
        writer.line(" · ".join(x for x in (actor.name, actor.role, actor.level, actor.source) if x), "Aside")
    named = [f"{actor.name} ({actor.source})" if actor.source else actor.name for actor in sheet.actors if actor not in told]
    writer.line(" · ".join(named), "Aside")
    if not sheet.actors:
        writer.line(words["no_actor"], "Aside")
    if sheet.explanation:
        writer.heading(words["why_together"], 2)
        writer.line(sheet.explanation, "Aside")
    writer.heading(words["source_ideas"], 2)
    for mark in sheet.ideas:
        writer.idea(mark)


def _entries(writer: Writer, part: EntryPart) -> None:
    if not part.groups:
        return
    writer.part(part.title, flows=part is writer.book.singulars)
    writer.line(part.lead)
    for group in part.groups:
        writer.heading(group.title, 2)
        for entry in group.entries:
            writer.heading(entry.title, 3)
            if entry.quote:
                writer.line(writer.quoted(entry.quote), "Quote")
            letters = ", ".join(entry.letters) if len(entry.letters) > 1 else ""
            writer.line(" · ".join(x for x in (letters, entry.detail, ", ".join(entry.ideas)) if x), "Caption")


def _actors(writer: Writer, part: ActorPart) -> None:
    if not part.groups:
        return
    words = writer.words
    writer.part(part.title, flows=True)
    writer.line(part.lead)
    for group in part.groups:
        writer.heading(group.title, 2)
        rows = []
        for actor in group.actors:
            name = f"{actor.name} ({words['also_written']} {', '.join(actor.aliases)})" if actor.aliases else actor.name
            rows.append([name, str(actor.mentions), ", ".join(actor.letters), ", ".join(map(str, actor.projects))])
        writer.table(rows, head=[words["actor"], words["mentions"], words["teams"], words["projects"]], widths=(8.5, 2.3, 2.7, 3))


def _index(writer: Writer) -> None:
    writer.part(writer.book.index_title)
    writer.line(writer.book.index_note)
    for team in writer.book.teams:
        found = [idea for idea in writer.book.ideas if idea.letter == team.letter]
        if found:
            writer.heading(f"{team.letter} · {team.name}", 2)
        for idea in found:
            writer.idea(idea.mark, is_entry=True)


def _colophon(writer: Writer) -> None:
    part = writer.book.colophon
    writer.part(part.title, flows=True)
    for method in part.method:
        writer.heading(method.title, 2)
        for paragraph in method.paragraphs:
            writer.line(plain(paragraph, writer.book.lang))
    for fact in (*part.facts, writer.book.cover.notice):
        writer.line(fact, "Caption")


def stable(document: WordDocument) -> bytes:
    """The archive with fixed dates: an archive that tells the time differs at each save."""
    draft, final = BytesIO(), BytesIO()
    document.save(draft)
    with ZipFile(draft) as source, ZipFile(final, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(ZipInfo(name, (2000, 1, 1, 0, 0, 0)), source.read(name), ZIP_DEFLATED)
    return final.getvalue()
