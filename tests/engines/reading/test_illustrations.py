"""Pictures that people show: what is kept of them."""

from io import BytesIO

import pytest
from PIL import Image

from semailles.engines.reading import Reason, UnreadableError
from semailles.engines.reading.guard import Guard, illustration
from semailles.engines.reading.illustrations import HEAVIEST_DRAWING
from semailles.engines.reading.illustrations import illustration as made_anew

ORIENTATION, MAKER, PLACE = 0x0112, 0x010F, 0x8825


def given(picture: Image.Image, form: str, **options: object) -> bytes:
    out = BytesIO()
    picture.save(out, form, **options)
    return out.getvalue()


def photograph() -> bytes:
    """Lying on its side, and telling its place, its camera and a comment."""
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKER] = 6, "Appareil de Jeanne"
    exif.get_ifd(PLACE)[1] = "N"
    return given(Image.new("RGB", (60, 40), (20, 90, 40)), "JPEG", exif=exif, comment=b"chez Jeanne")


def test_a_photograph_is_kept_upright_and_tells_nothing_more_than_it_shows() -> None:
    kept = made_anew(photograph())

    picture = Image.open(BytesIO(kept.content))
    assert (kept.media_type, picture.size, dict(picture.getexif())) == ("image/jpeg", (40, 60), {})
    assert b"Jeanne" not in kept.content


def test_a_drawing_stays_sharp_on_white() -> None:
    drawing = Image.new("RGBA", (30, 20), (0, 0, 0, 0))
    drawing.putpixel((3, 4), (200, 30, 30, 255))

    kept = made_anew(given(drawing, "PNG"))

    picture = Image.open(BytesIO(kept.content))
    assert (kept.media_type, picture.getpixel((0, 0)), picture.getpixel((3, 4))) == ("image/png", (255, 255, 255), (200, 30, 30))


def test_a_picture_of_many_points_is_made_smaller_and_lighter() -> None:
    noise = Image.effect_noise((2600, 1300), 90).convert("RGB")

    kept = made_anew(given(noise, "PNG", compress_level=1))

    assert (kept.media_type, Image.open(BytesIO(kept.content)).size, len(kept.content) < 4 * HEAVIEST_DRAWING) == (
        "image/jpeg",
        (2000, 1000),
        True,
    )


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', Reason.UNKNOWN_FORMAT),
        (b"GIF89a", Reason.UNKNOWN_FORMAT),
        (b"", Reason.UNKNOWN_FORMAT),
        (b"%PDF-1.7", Reason.UNKNOWN_FORMAT),
        (b"\x89PNG\r\n\x1a\n", Reason.DAMAGED),
        (photograph()[:200], Reason.DAMAGED),
        (given(Image.new("1", (10_000, 9_000)), "PNG"), Reason.TOO_BIG),
    ],
)
def test_what_is_no_picture_is_said(content: bytes, reason: Reason) -> None:
    with pytest.raises(UnreadableError) as refused:
        illustration(content)

    assert refused.value.reason == reason


@pytest.mark.full
def test_the_largest_photograph_fits_in_the_memory_of_the_reading_process() -> None:
    large = given(Image.new("RGBA", (8_900, 8_900), (20, 90, 40, 120)), "PNG", compress_level=1)

    with Guard() as guard:
        answer = guard.ask({"what": "illustration"}, large)

    assert answer.startswith(b'{"media_type": "image/png"')
