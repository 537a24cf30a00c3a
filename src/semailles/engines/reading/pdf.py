"""PDF by pypdfium2: text with its page, rebuilt into paragraphs from where its lines stand."""

from threading import Lock

import pypdfium2
import pypdfium2.raw as pdfium

from semailles.engines.reading.document import ReadDocument, Reason, UnreadableError
from semailles.engines.reading.outline import Outline
from semailles.engines.reading.pdf_furniture import without_furniture
from semailles.engines.reading.pdf_layout import laid_out
from semailles.engines.reading.pdf_lines import Page, page_segments
from semailles.engines.reading.pdf_passages import write_passages

ONE_AT_A_TIME = Lock()  # PDFium keeps global state: two threads in it would crash the interpreter


def read_pdf(content: bytes) -> ReadDocument:
    with ONE_AT_A_TIME:
        pages = _pages(content)
    outline = Outline()
    write_passages(outline, [laid_out(page) for page in without_furniture(pages)])
    return ReadDocument("pdf", outline.blocks, len(pages), outline.document_title)


def _pages(content: bytes) -> list[Page]:
    document = opened(content)
    try:
        if not len(document):
            raise UnreadableError(Reason.DAMAGED)
        return [_page(document, number) for number in range(len(document))]
    finally:
        document.close()


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
