"""Running heads, running feet and page numbers: printed on every page, said by nobody."""

import re
from collections import Counter

from semailles.engines.reading.pdf_lines import Page, Segment

_MARGIN = 0.13  # of the page's height, at top and at bottom
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?:page|p\.?)?\s*[-–—(|]*\s*#\s*(?:(?:/|sur|of|de|\|)\s*#)?\s*[-–—)|]*$", re.IGNORECASE)
_FEW_PAGES = 5
Band = tuple[str, str]


def without_furniture(pages: list[Page]) -> list[Page]:
    """The pages without what repeats in their margins."""
    bands = [_bands(page) for page in pages]
    seen = Counter(band for page in bands for band in set(page.values()))
    needed = max(2.0, len(pages) * (0.5 if len(pages) <= _FEW_PAGES else 0.35))
    repeated = {band for band, count in seen.items() if count >= needed}
    return [_kept(page, repeated, band_of) for page, band_of in zip(pages, bands, strict=True)]


def _kept(page: Page, repeated: set[Band], band_of: dict[int, Band]) -> Page:
    outermost = _outermost(page)
    dropped = {height for height, band in band_of.items() if band in repeated or (height in outermost and _PAGE_NUMBER.match(band[1]))}
    return page._replace(segments=[segment for segment in page.segments if round(segment.y) not in dropped])


def _outermost(page: Page) -> set[int]:
    heights = [round(segment.y) for segment in page.segments]
    return {max(heights), min(heights)} if heights else set()


def _bands(page: Page) -> dict[int, Band]:
    """Height of each line in the margins → its side and its words, numbers aside."""
    lines: dict[int, list[Segment]] = {}
    for segment in page.segments:
        if not page.height * _MARGIN < segment.y < page.height * (1 - _MARGIN):
            lines.setdefault(round(segment.y), []).append(segment)
    return {height: (_side(page, height), _signature(segments)) for height, segments in lines.items()}


def _side(page: Page, height: int) -> str:
    return "top" if height > page.height / 2 else "bottom"


def _signature(segments: list[Segment]) -> str:
    words = " ".join(segment.text for segment in sorted(segments, key=lambda segment: segment.x0))
    return _DIGITS.sub("#", " ".join(words.casefold().split()))
