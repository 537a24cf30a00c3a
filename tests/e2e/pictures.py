"""The pictures of the guide: where each is taken, and from which part of the page to which."""

import io
import json
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

WIDTH, SCALE = 1000, 1.3
TALLEST = 780
ABOVE, BELOW = 12, 3  # of blank around what is shown, in units of the page
QUALITY = 80


@dataclass(frozen=True, slots=True)
class Picture:
    """`start`, `end`: what stands first and last in it. `is_fresh`: of documents just read, before anybody sorted or carried anything."""

    address: str
    start: str
    end: str
    is_fresh: bool = False


PICTURES = {
    "chemin": Picture("/", "nav.path", "ol.funnel"),
    "trier": Picture("/recueillir/trier/", "#board .bar", ".other-actions", is_fresh=True),
    "convergence": Picture("/converger/{convergence}/", ".conv-head", "ol.proofs > li:nth-child(1)"),
    "matrice": Picture("/converger/matrice/", ".matrix-page table thead", ".matrix-page table tbody tr:nth-child(4)"),
    "projets": Picture("/porter/", "main table thead", "main table tbody tr:nth-child(5)"),
    "fiche": Picture("/porter/17/", ".sheet-head", "section.maturity"),
    "portage": Picture("/porter/17/portage/", "main .head", "table.stack"),
    "argent": Picture("/porter/17/argent/", "main .head", "figure.drawn"),
    "calendrier": Picture("/porter/calendrier/", "main .head", "figure.drawn"),
    "journee": Picture("/porter/a-faire/", "section .title", "section:has(.title) li:nth-child(3)"),
    "budget": Picture("/demarche/budget/", "main .head", "main section table"),
    "instances": Picture("/gouverner/", "main .head", "main section:nth-of-type(2)"),
    "publier": Picture("/publier/", "section:has(#s1)", "section:has(#s2) tbody tr:nth-child(2)"),
    "acteurs": Picture("/acteurs/", "section:has(table) .title", "section table tbody tr:nth-child(5)"),
}


def file_of(name: str, lang: str) -> str:
    return f"{name}.{lang}.webp"


def first_convergence(workspace: Path) -> str:
    tree = json.loads((workspace / "data" / "synthese.json").read_text(encoding="utf-8"))
    return str(tree["convergences"][0]["id"])


def taken(page: Page, site: str, picture: Picture, *, convergence: str) -> bytes:
    """The part of the page, as small as it stays fine to read. What is not there any more fails."""
    page.goto(site.rstrip("/") + picture.address.format(convergence=convergence))
    page.evaluate("document.fonts.ready")
    top, bottom = (page.locator(f"css={selector}").first.bounding_box(timeout=5000) for selector in (picture.start, picture.end))
    assert top is not None, f"{picture.address}: {picture.start} is not shown"
    assert bottom is not None, f"{picture.address}: {picture.end} is not shown"
    start = max(0.0, top["y"] - ABOVE)
    height = min(bottom["y"] + bottom["height"] + BELOW - start, TALLEST)
    drawn = page.screenshot(full_page=True, clip={"x": 0, "y": start, "width": WIDTH, "height": height})
    return smaller(drawn)


def smaller(drawn: bytes) -> bytes:
    kept = io.BytesIO()
    Image.open(io.BytesIO(drawn)).convert("RGB").save(kept, "WEBP", quality=QUALITY, method=6)
    return kept.getvalue()
