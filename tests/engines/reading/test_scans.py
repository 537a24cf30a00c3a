"""Photographs of flipcharts and scanned pages: their letters are recognised, and the rest of the document is not touched."""

import tempfile
from functools import cache
from io import BytesIO
from pathlib import Path

import font_lato
import pytest
import typst
from PIL import Image, ImageDraw, ImageFont

from semailles.engines.blocks import Block, BlockKind
from semailles.engines.reading import Reason, UnreadableError, guard, read

LINES = (
    "Nos idées pour la vallée",
    "",
    "- Créer une légumerie partagée",
    "- Rouvrir la halte ferroviaire",
    "- Planter des haies le long du canal",
)


@cache
def drawn(lines: tuple[str, ...] = LINES) -> Image.Image:
    """Black letters on white paper, as a good photograph of a flipchart."""
    face = next(Path(font_lato.__file__).parent.rglob("Lato-Regular.ttf"))
    font = ImageFont.truetype(str(face), 44)
    picture = Image.new("RGB", (1400, 120 + 90 * len(lines)), "white")
    pen = ImageDraw.Draw(picture)
    for rank, line in enumerate(lines):
        pen.text((80, 60 + 90 * rank), line, fill="black", font=font)
    return picture


def saved(picture: Image.Image, kind: str, **how: object) -> bytes:
    out = BytesIO()
    picture.save(out, kind, **how)  # type: ignore[arg-type]  # each kind has its own options
    return out.getvalue()


def told(blocks: tuple[Block, ...]) -> list[tuple[str, str, int | None]]:
    return [(block.kind.value, block.text, block.locator.page) for block in blocks]


READ = [
    ("item", "Créer une légumerie partagée", 1),
    ("item", "Rouvrir la halte ferroviaire", 1),
    ("item", "Planter des haies le long du canal", 1),
]


@pytest.mark.parametrize(("name", "kind"), [("a.png", "PNG"), ("a.jpg", "JPEG"), ("a.tiff", "TIFF"), ("a.webp", "WEBP")])
def test_a_photograph_is_read_line_by_line(name: str, kind: str) -> None:
    document = read(name, saved(drawn(), kind))

    assert told(document.blocks)[1:] == READ
    assert (document.blocks[0].text, document.pages) == ("Nos idées pour la vallée", 1)


def test_a_photograph_taken_sideways_is_turned() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera says: turn a quarter to the right
    content = saved(drawn().rotate(90, expand=True), "JPEG", exif=exif, quality=95)

    assert told(read("a.jpg", content).blocks)[1:] == READ


def test_the_same_picture_gives_the_same_text() -> None:
    content = saved(drawn(), "PNG")

    assert guard.read("a.png", content) == read("a.png", content)


def pdf_of(*pages: str | Image.Image) -> bytes:
    """Typst sets words; a picture fills its page."""
    place = Path(tempfile.mkdtemp())
    for rank, page in enumerate(pages):
        if isinstance(page, Image.Image):
            (place / f"{rank}.png").write_bytes(saved(page, "PNG"))
    body = "#pagebreak()\n".join(
        f'#image("{rank}.png", width: 100%)\n' if isinstance(page, Image.Image) else f"{page}\n" for rank, page in enumerate(pages)
    )
    (place / "main.typ").write_text(body, encoding="utf-8")
    return bytes(typst.compile(str(place / "main.typ")))


def test_a_scanned_document_is_read() -> None:
    document = read("scan.pdf", pdf_of(drawn()))

    assert (told(document.blocks)[1:], document.kind, document.pages) == (READ, "pdf", 1)


def test_of_a_mixed_document_only_the_pictures_are_recognised() -> None:
    content = pdf_of("Un compte rendu de la séance, tapé au clavier.", drawn(), "La suite du compte rendu, tapée elle aussi.")

    found = told(read("mixte.pdf", content).blocks)

    assert [page for _, _, page in found] == [1, 2, 2, 2, 2, 3]
    assert found[2:5] == [(kind, text, 2) for kind, text, _ in READ]
    assert (found[0][1], found[-1][1]) == ("Un compte rendu de la séance, tapé au clavier.", "La suite du compte rendu, tapée elle aussi.")


def test_a_white_picture_says_nothing() -> None:
    with pytest.raises(UnreadableError) as caught:
        read("blanc.png", saved(Image.new("RGB", (600, 400), "white"), "PNG"))

    assert caught.value.reason is Reason.NO_TEXT


def test_a_picture_that_would_fill_the_memory_is_refused() -> None:
    with pytest.raises(UnreadableError) as caught:
        read("vaste.png", saved(Image.new("1", (20_000, 20_000)), "PNG"))

    assert caught.value.reason in {Reason.TOO_BIG, Reason.DAMAGED}


def test_without_tesseract_it_is_said_and_typed_pages_are_still_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    photograph, mixed = saved(drawn(), "PNG"), pdf_of("Un compte rendu tapé au clavier.", drawn())
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(UnreadableError) as caught:
        read("a.png", photograph)
    with pytest.raises(UnreadableError) as scanned:
        read("scan.pdf", pdf_of(drawn()))
    assert (caught.value.reason, scanned.value.reason) == (Reason.NO_OCR, Reason.NO_OCR)
    assert [(block.kind, block.text) for block in read("mixte.pdf", mixed).blocks] == [
        (BlockKind.PARAGRAPH, "Un compte rendu tapé au clavier.")
    ]


def test_a_photograph_is_the_picture_of_its_page_upright_and_light() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    content = saved(drawn().rotate(90, expand=True).resize((1710, 4200)), "JPEG", exif=exif)

    shown = Image.open(BytesIO(guard.picture("jpeg", content, 1).content))

    assert (guard.sizes("jpeg", content), shown.size, shown.format) == (((4200.0, 1710.0),), (1600, 651), "PNG")
