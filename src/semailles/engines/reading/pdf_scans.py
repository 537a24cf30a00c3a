"""Pages of a PDF that hold a picture and no letters: their letters are recognised, page by page."""

from collections.abc import Iterator, Mapping, Sequence

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from semailles.engines.reading.document import Reason, UnreadableError
from semailles.engines.reading.recognising import is_able, text_in

POINTS_AN_INCH, DOTS_AN_INCH = 72, 300
LONGEST_SIDE = 4200  # pixels
MOST_PAGES = 150


def scanned(document: pypdfium2.PdfDocument, numbers: Sequence[int]) -> list[int]:
    """Of these pages without text, from 1, those that hold a picture."""
    return [number for number in numbers if _has_picture(document, number - 1)]


def recognised(document: pypdfium2.PdfDocument, numbers: Sequence[int], *, all_of_it: bool) -> Mapping[int, str]:
    """The text of each. `all_of_it`: the document has no other text, so that nothing to recognise letters with is a refusal, and not a gap."""
    if not numbers or not (all_of_it or is_able()):
        return {}
    if len(numbers) > MOST_PAGES:
        raise UnreadableError(Reason.TOO_BIG, {"limit": str(MOST_PAGES)})
    return {number: text_in(picture) for number, picture in _drawn(document, numbers)}


def _drawn(document: pypdfium2.PdfDocument, numbers: Sequence[int]) -> Iterator[tuple[int, Image.Image]]:
    for number in numbers:
        page = document[number - 1]
        scale = min(DOTS_AN_INCH / POINTS_AN_INCH, LONGEST_SIDE / max(*page.get_size(), 1))
        yield number, page.render(scale=scale, grayscale=True).to_pil()
        page.close()


def _has_picture(document: pypdfium2.PdfDocument, index: int) -> bool:
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return False
    return next(iter(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)), None) is not None
