"""A photograph is the picture of its own page: upright, and light enough for a screen. Where its words stand is not known."""

from io import BytesIO

from PIL import Image, ImageOps

from semailles.engines.reading.document import Reason, UnreadableError
from semailles.engines.reading.photographs import opened_photograph
from semailles.engines.reading.pictures import Mark, Picture

LONGEST_SIDE = 1600  # pixels


def sizes(content: bytes) -> tuple[tuple[float, float], ...]:
    pictures = opened_photograph(content)
    return tuple(_upright(pictures, number).size for number in range(getattr(pictures, "n_frames", 1)))


def picture(content: bytes, number: int) -> Picture:
    pictures = opened_photograph(content)
    if not 1 <= number <= getattr(pictures, "n_frames", 1):
        raise UnreadableError(Reason.DAMAGED)
    shown = _upright(pictures, number - 1).convert("RGB")
    shown.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    out = BytesIO()
    shown.save(out, "PNG", optimize=True)
    return Picture(out.getvalue(), "image/png")


def marks(_content: bytes, _number: int, _passage: str, _span: tuple[int, int]) -> dict[int, tuple[Mark, ...]]:
    return {}


def _upright(pictures: Image.Image, number: int) -> Image.Image:
    pictures.seek(number)
    return ImageOps.exif_transpose(pictures)
