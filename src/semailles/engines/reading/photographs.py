"""Photographs of flipcharts, boards and pages: what is written on them. PNG, JPEG, TIFF, WebP by Pillow, HEIC by pi-heif."""

from io import BytesIO

import pi_heif
from PIL import Image, ImageOps

from semailles.engines.blocks import Locator
from semailles.engines.reading.document import ReadDocument, Reason, UnreadableError
from semailles.engines.reading.outline import Outline
from semailles.engines.reading.plain import write_lines
from semailles.engines.reading.recognising import text_in
from semailles.engines.reading.sniffing import found_kind

MOST_PIXELS = 80_000_000
MOST_PAGES = 50  # of a TIFF


def read_photograph(content: bytes) -> ReadDocument:
    """Each picture is a page; its lines are read as those of a plain text."""
    pictures = opened_photograph(content)
    outline = Outline()
    count = min(getattr(pictures, "n_frames", 1), MOST_PAGES)
    for number in range(count):
        pictures.seek(number)
        outline.turn_to(Locator(page=number + 1))
        write_lines(outline, text_in(ImageOps.exif_transpose(pictures)))
    return ReadDocument(found_kind(content), outline.blocks, count)


def opened_photograph(content: bytes) -> Image.Image:
    """Only its head is read: a picture that would fill the memory is refused before."""
    pi_heif.register_heif_opener()
    picture = Image.open(BytesIO(content))
    if picture.width * picture.height > MOST_PIXELS:
        raise UnreadableError(Reason.TOO_BIG, {"limit": str(MOST_PIXELS)})
    return picture
