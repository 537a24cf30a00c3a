"""A PDF's pages as PNG, and rectangles under words, by PDFium."""

import ctypes
from collections.abc import Mapping
from io import BytesIO

import pypdfium2
import pypdfium2.raw as pdfium

from semailles.engines.reading.document import Reason, UnreadableError
from semailles.engines.reading.letters import SHORTEST, Stretch, letters_of, stretches
from semailles.engines.reading.pdf import ONE_AT_A_TIME, opened
from semailles.engines.reading.pictures import Mark, Picture

_DPI, _POINTS = 110, 72
_LONGEST_SIDE = 2000  # pixels: a poster is not drawn at its own size
_COLOURS = 128
_FINE = 20  # PDFium gives whole units: twentieths of a point
_AROUND = 1.0  # points


def sizes(content: bytes) -> list[tuple[float, float]]:
    with ONE_AT_A_TIME:
        document = opened(content)
        try:
            return [document.get_page_size(index) for index in range(len(document))]
        finally:
            document.close()


def picture(content: bytes, number: int) -> Picture:
    with ONE_AT_A_TIME:
        document = opened(content)
        try:
            page = _page(document, number)
            image = page.render(scale=min(_DPI / _POINTS, _LONGEST_SIDE / max(*page.get_size(), 1))).to_pil()
            page.close()
        finally:
            document.close()
    stream = BytesIO()
    image.convert("RGB").quantize(_COLOURS).save(stream, "PNG")
    return Picture(stream.getvalue(), "image/png")


def marks(content: bytes, number: int, passage: str, span: tuple[int, int]) -> Mapping[int, tuple[Mark, ...]]:
    with ONE_AT_A_TIME:
        document = opened(content)
        try:
            found, rest = _marks(document, number, passage, span)
            by_page = {number: found} if found else {}
            if number < len(document) and len(rest) >= SHORTEST:
                following, _ = _marks(document, number + 1, rest, (0, len(rest)))
                by_page.update({number + 1: following} if following else {})
            return by_page
        finally:
            document.close()


def _page(document: pypdfium2.PdfDocument, number: int) -> pypdfium2.PdfPage:
    if not 1 <= number <= len(document):
        raise UnreadableError(Reason.NO_TEXT)
    return document[number - 1]


def _marks(document: pypdfium2.PdfDocument, number: int, passage: str, span: tuple[int, int]) -> tuple[tuple[Mark, ...], str]:
    page = _page(document, number)
    text = page.get_textpage()
    try:
        signs = (chr(pdfium.FPDFText_GetUnicode(text.raw, index)) for index in range(text.count_chars()))
        found, rest = stretches(letters_of(signs), passage, *span)
        return tuple(mark for stretch in found for mark in _under(page, text, stretch)), rest
    finally:
        text.close()
        page.close()


def _under(page: pypdfium2.PdfPage, text: pypdfium2.PdfTextPage, stretch: Stretch) -> list[Mark]:
    """One rectangle a line."""
    count = pdfium.FPDFText_CountRects(text.raw, stretch.first, stretch.last - stretch.first + 1)
    left, top, right, bottom = (ctypes.c_double() for _ in range(4))
    found = []
    for rank in range(count):
        pdfium.FPDFText_GetRect(text.raw, rank, left, top, right, bottom)
        (x0, y0), (x1, y1) = _shown(page, left.value, top.value), _shown(page, right.value, bottom.value)
        x, y, wide, high = min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0)
        found.append(Mark(round(x - _AROUND, 1), round(y - _AROUND, 1), round(wide + 2 * _AROUND, 1), round(high + 2 * _AROUND, 1)))
    return found


def _shown(page: pypdfium2.PdfPage, x: float, y: float) -> tuple[float, float]:
    """From the page's own coordinates to those of the page as it is shown, cropped and turned."""
    width, height = page.get_size()
    across, down = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(page.raw, 0, 0, round(width * _FINE), round(height * _FINE), 0, x, y, across, down)
    return across.value / _FINE, down.value / _FINE
