"""Running heads, running feet and page numbers: printed on every page, said by nobody."""

import re
from collections import Counter
from itertools import pairwise
from statistics import median_low

from semailles.engines.reading.pdf_lines import Page, Segment

_MARGIN = 0.13  # of the page's height, at top and at bottom
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?:page|pg?\.?)?\s*(?:n[°o]\s*)?[-–—(\[|:]*\s*#\s*(?:(?:/|sur|of|de|\|)\s*#)?\s*[-–—)\]|]*$", re.IGNORECASE)
_FEW_PAGES = 5
_MOST_PAGES = 0.6
_APART = 1.6  # in sizes, from the nearest line
_FARTHER, _AS_NEAR = 1.3, 1.1  # times the usual distance of lines
Band = tuple[str, str]


def without_furniture(pages: list[Page]) -> list[Page]:
    """The pages without what repeats in their margins."""
    bands = [_bands(page) for page in pages]
    seen = Counter(band for page in bands for band in set(page.values()))
    needed = max(2.0, len(pages) * (0.5 if len(pages) <= _FEW_PAGES else 0.35))
    repeated = {band for band, count in seen.items() if count >= needed}
    places = _standing_places(pages)
    return [
        _kept(page, repeated | {band for height, band in band_of.items() if height in places and seen[band] > 1}, band_of)
        for page, band_of in zip(pages, bands, strict=True)
    ]


def _standing_places(pages: list[Page]) -> set[int]:
    """Heights where most pages have a small line apart from the rest: what stands there on two pages is the name of their chapter."""
    apart = Counter(height for page in pages if len(page.segments) > 1 for height in _apart(page) if not _is_large(page, height))
    return {height for height, count in apart.items() if count >= max(_FEW_PAGES - 1, len(pages) * _MOST_PAGES)}


def _apart(page: Page) -> set[int]:
    heights = sorted({round(segment.y) for segment in page.segments})
    gaps = sorted(above - below for below, above in pairwise(heights))
    if not gaps or not _MARGIN * page.height < heights[-1] - heights[0]:
        return set()
    far = max(_APART * median_low(segment.size for segment in page.segments), _FARTHER * gaps[len(gaps) // 2])
    return {height for height, nearest in ((heights[0], heights[1]), (heights[-1], heights[-2])) if abs(height - nearest) > far}


def _is_large(page: Page, height: int) -> bool:
    """Larger than the text of its page: the title of a slide stands at one place too."""
    usual = median_low(segment.size for segment in page.segments)
    return any(segment.size > usual for segment in page.segments if round(segment.y) == height)


def _kept(page: Page, repeated: set[Band], band_of: dict[int, Band]) -> Page:
    numbers = {height for height in _outermost(page) if height in band_of and _PAGE_NUMBER.match(band_of[height][1])}
    dropped = _out_of_text(page, {height for height, band in band_of.items() if band in repeated}, numbers)
    if not dropped:
        return page
    return page._replace(segments=[segment for segment in page.segments if round(segment.y) not in dropped])


def _out_of_text(page: Page, repeated: set[int], dropped: set[int]) -> set[int]:
    """Those dropped and, of the lines that repeat, those that are not set in the text: the first question of a form repeats too, right above the rest."""
    if not repeated:
        return dropped
    heights = sorted({round(segment.y) for segment in page.segments}, key=lambda height: abs(height - page.height / 2))
    gaps = sorted(above - below for below, above in pairwise(sorted(heights)))
    usual = median_low(segment.size for segment in page.segments)
    dropped = set(dropped)
    for height in (height for height in heights if height in repeated):
        sizes = {segment.size for segment in page.segments if round(segment.y) == height}
        near = _AS_NEAR * gaps[len(gaps) // 2] if gaps else 0
        inner = min(
            (abs(height - other) for other in heights if _is_inside(page, other, height) and other not in dropped), default=page.height
        )
        if usual not in sizes or inner > near:
            dropped.add(height)
    return dropped


def _is_inside(page: Page, other: int, height: int) -> bool:
    """Nearer to the middle of the page, on the same side."""
    middle = page.height / 2
    return middle <= other < height if height > middle else height < other <= middle


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
