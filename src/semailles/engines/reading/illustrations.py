"""A picture that people choose to show, as it is kept: upright, of a size that prints, and nothing of what its camera wrote into it (place, hour, names).

illustration(content) -> Picture       JPEG, or PNG for a drawing that stays light as one; raises `UnreadableError`
"""

from io import BytesIO

from PIL import Image, ImageOps

from semailles.engines.reading.document import Reason, UnreadableError
from semailles.engines.reading.photographs import opened_photograph
from semailles.engines.reading.pictures import Picture
from semailles.engines.reading.sniffing import found_kind

KINDS = frozenset({"jpeg", "png", "webp", "heic", "tiff"})
LONGEST_SIDE = 2000  # pixels: 280 an inch over the width of a printed page
HEAVIEST_DRAWING = 1_000_000  # bytes
QUALITY = 86
_FEW_COLOURS = frozenset({"1", "P", "PA"})  # no shade between two of them: they are not made smaller as they are


def illustration(content: bytes) -> Picture:
    kind = found_kind(content)
    if kind not in KINDS:
        raise UnreadableError(Reason.UNKNOWN_FORMAT)
    shown = _on_white(_upright(opened_photograph(content)))
    drawing = _encoded(shown, "PNG", optimize=True) if kind == "png" else b""
    if 0 < len(drawing) <= HEAVIEST_DRAWING:
        return Picture(drawing, "image/png")
    return Picture(_encoded(shown, "JPEG", quality=QUALITY, optimize=True), "image/jpeg")


def _upright(picture: Image.Image) -> Image.Image:
    if picture.mode in _FEW_COLOURS:
        picture = picture.convert("RGBA")
    picture.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    return ImageOps.exif_transpose(picture)


def _on_white(picture: Image.Image) -> Image.Image:
    """On a page of its own: words that come with a picture do not follow it there."""
    inked = picture.convert("RGBA")
    page = Image.new("RGB", inked.size, "white")
    page.paste(inked, mask=inked)
    return page


def _encoded(picture: Image.Image, form: str, **options: int) -> bytes:
    out = BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()
