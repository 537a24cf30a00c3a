"""The pictures of the guide: each one is shown, kept, light, and told in words to who does not see it."""

import re
from pathlib import Path

from PIL import Image
from tests.e2e.pictures import PICTURES, SCALE, WIDTH, file_of

LANGUAGES = ("fr", "en")
HEAVIEST = 2_000_000  # bytes of all the pictures together
SHORTEST_WORDS = 25  # letters that say what a picture shows
SHOWN = re.compile(r"!\[(?P<words>[^\]]*)\]\(\.\./images/(?P<file>[^)]+)\)")


def test_every_picture_is_shown_in_the_guide_and_says_what_it_shows(root: Path) -> None:
    shown = {
        lang: [found for file in sorted((root / "docs" / lang).glob("*.md")) for found in SHOWN.finditer(file.read_text())]
        for lang in LANGUAGES
    }

    assert {lang: sorted(found["file"] for found in listed) for lang, listed in shown.items()} == {
        lang: sorted(file_of(name, lang) for name in PICTURES) for lang in LANGUAGES
    }
    assert [found["file"] for listed in shown.values() for found in listed if len(found["words"]) < SHORTEST_WORDS] == []


def test_every_picture_is_kept_and_all_are_light(root: Path) -> None:
    kept = list((root / "docs/images").iterdir())

    assert {file.name for file in kept} - {"page.png"} == {file_of(name, lang) for name in PICTURES for lang in LANGUAGES}
    assert sum(file.stat().st_size for file in kept) <= HEAVIEST
    assert {_width(file) for file in kept if file.suffix == ".webp"} == {round(WIDTH * SCALE)}


def _width(file: Path) -> int:
    with Image.open(file) as picture:
        return picture.width
