"""What print refuses does not take the rest with it: a heading that cannot be set says so in its place."""

from dataclasses import replace

from django.utils.translation import gettext as _

from semailles.engines.typesetting import roadmap_pdf, tree
from semailles.engines.typesetting.printing import CannotPrintError
from semailles.engines.typesetting.project_pages import Form, ProjectPages, Written
from semailles.engines.typesetting.prose import Block, Kind, Run
from semailles.engines.typesetting.sheet_paper import SheetPaper, sheet_pdf


def sound_book(book: tree.Roadmap) -> tree.Printed:
    try:
        return roadmap_pdf(book)
    except CannotPrintError:
        papers = (SheetPaper(book.lang, book.cover.process, book.teams, book.ideas, sheet) for sheet in book.sheets)
        return roadmap_pdf(replace(book, sheets=tuple(_sound(paper).sheet for paper in papers)))


def sound_sheet(paper: SheetPaper) -> tree.Printed:
    try:
        return sheet_pdf(paper)
    except CannotPrintError:
        return sheet_pdf(_sound(paper))


def _sound(paper: SheetPaper) -> SheetPaper:
    """Each of its texts is tried alone."""
    pages = paper.sheet.pages
    if not pages or _prints(paper, pages, paper.form):
        return paper
    silent = {key: replace(text, blocks=()) for key, text in pages.texts.items()}
    bare = replace(pages, texts=silent, card=replace(pages.card, blocks=()))
    texts = {
        key: text if _prints(paper, replace(bare, texts={**silent, key: text}), Form.FOUR) else _instead(text)
        for key, text in pages.texts.items()
    }
    card = pages.card if _prints(paper, replace(bare, card=pages.card), Form.CARD) else _instead(pages.card)
    return _with(paper, replace(pages, texts=texts, card=card), paper.form)


def _prints(paper: SheetPaper, pages: ProjectPages, form: Form) -> bool:
    try:
        sheet_pdf(_with(paper, pages, form))
    except CannotPrintError:
        return False
    return True


def _with(paper: SheetPaper, pages: ProjectPages, form: Form) -> SheetPaper:
    return replace(paper, sheet=replace(paper.sheet, pages=pages), form=form)


def _instead(text: Written) -> Written:
    said = _("« %(heading)s » could not be printed: it is read on screen, in the sheet.") % {"heading": text.title}
    return replace(text, blocks=(Block(Kind.PARAGRAPH, (Run(said, is_strong=True),)),))
