"""The pictures of the guide are taken of the pages as they are today; `script/pictures` keeps them."""

import os
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page
from tests.command import EXAMPLE, semailles
from tests.e2e.conftest import served
from tests.e2e.pictures import PICTURES, SCALE, TALLEST, WIDTH, file_of, first_convergence, taken

TODAY = "2027-04-12"
LANGUAGES = ("fr", "en")
KEPT = Path(os.environ["SEMAILLES_PICTURES"]) if os.environ.get("SEMAILLES_PICTURES") else None


@pytest.fixture(scope="module")
def carried(example_workspace: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example as `script/demo` leaves it."""
    out = Path(shutil.copytree(example_workspace, tmp_path_factory.mktemp("carried") / "out"))
    with pytest.MonkeyPatch.context() as here:
        here.setenv("SEMAILLES_TODAY", TODAY)
        done = semailles("replay", EXAMPLE.parent / "porter.toml", out, "--print")
    assert done.returncode == 0, done.stderr
    return out


@pytest.fixture(scope="module")
def sites(example_workspace: Path, carried: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[bool, str]]:
    """One of documents just read (True), one where projects are carried (False)."""
    fresh = Path(shutil.copytree(example_workspace, tmp_path_factory.mktemp("fresh") / "out"))
    with served(fresh, today=TODAY) as before, served(carried, today=TODAY) as after:
        yield {True: before, False: after}


@pytest.fixture(params=LANGUAGES)
def page(request: pytest.FixtureRequest, chromium: Browser, sites: dict[bool, str]) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": WIDTH, "height": TALLEST}, device_scale_factor=SCALE, color_scheme="light")
    context.add_cookies([{"name": "langue", "value": request.param, "url": site} for site in sites.values()])
    yield context.new_page()
    context.close()


@pytest.mark.full
def test_every_picture_of_the_guide_can_be_taken_of_today_s_pages(page: Page, sites: dict[bool, str], carried: Path) -> None:
    convergence = first_convergence(carried)

    drawn = {name: taken(page, sites[picture.is_fresh], picture, convergence=convergence) for name, picture in PICTURES.items()}

    lang = page.locator("html").get_attribute("lang") or ""
    assert [name for name, one in drawn.items() if _is_blank(one)] == []
    if KEPT:
        for name, one in drawn.items():
            (KEPT / file_of(name, lang)).write_bytes(one)


def test_a_blank_picture_is_found() -> None:
    drawn = BytesIO()
    Image.new("RGB", (300, 200), "white").save(drawn, "WEBP")

    assert _is_blank(drawn.getvalue())


def _is_blank(drawn: bytes) -> bool:
    """Less than a dozen greys: nothing is written there."""
    return len(set(Image.open(BytesIO(drawn)).convert("L").get_flattened_data())) < 12
