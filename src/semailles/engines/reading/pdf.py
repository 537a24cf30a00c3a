"""PDF by pypdfium2: text with its page, rebuilt into paragraphs from where its lines stand."""

from collections.abc import Mapping, Sequence
from threading import Lock

import pypdfium2
import pypdfium2.raw as pdfium

from semailles.engines.blocks import Locator
from semailles.engines.reading.document import ReadDocument, Reason, UnreadableError
from semailles.engines.reading.outline import Outline
from semailles.engines.reading.pdf_furniture import without_furniture
from semailles.engines.reading.pdf_layout import Layout, laid_out
from semailles.engines.reading.pdf_lines import Page, page_segments
from semailles.engines.reading.pdf_passages import write_passages
from semailles.engines.reading.pdf_scans import recognised, scanned
from semailles.engines.reading.plain import write_lines

ONE_AT_A_TIME = Lock()  # PDFium keeps global state: two threads in it would crash the interpreter


def read_pdf(content: bytes) -> ReadDocument:
    with ONE_AT_A_TIME:
        pages, letters = _pages(content)
    outline = Outline()
    laid = [laid_out(page) for page in without_furniture(pages)]
    if letters:
        _write_with_scans(outline, laid, letters)
    else:
        write_passages(outline, laid)
    return ReadDocument("pdf", outline.blocks, len(pages), outline.document_title)


def _pages(content: bytes) -> tuple[list[Page], Mapping[int, str]]:
    """The pages, and the letters recognised on those that are only pictures."""
    document = opened(content)
    try:
        if not len(document):
            raise UnreadableError(Reason.DAMAGED)
        pages = [_page(document, number) for number in range(len(document))]
        bare = [page.number for page in pages if not page.segments]
        letters = recognised(document, scanned(document, bare), all_of_it=len(bare) == len(pages)) if bare else {}
        return pages, letters
    finally:
        document.close()


def _write_with_scans(outline: Outline, laid: Sequence[Layout], letters: Mapping[int, str]) -> None:
    """In the order of the pages."""
    waiting: list[Layout] = []
    for page in laid:
        if page.number not in letters:
            waiting.append(page)
            continue
        write_passages(outline, waiting)
        waiting = []
        outline.turn_to(Locator(page=page.number))
        write_lines(outline, letters[page.number])
    write_passages(outline, waiting)


def _page(document: pypdfium2.PdfDocument, index: int) -> Page:
    """A page that PDFium cannot load is an empty one: the others are worth reading."""
    try:
        return page_segments(document, index)
    except pypdfium2.PdfiumError:
        return Page(index + 1, 0.0, 0.0, [])


def opened(content: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        closed = getattr(error, "err_code", None) in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise UnreadableError(Reason.ENCRYPTED if closed else Reason.DAMAGED) from error
