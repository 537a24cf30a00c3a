"""The page that an excerpt comes from, drawn beside it: its picture, or the passage among its neighbours."""

from collections.abc import Iterable
from dataclasses import dataclass

from semailles.intake.models import Excerpt, Passage
from semailles.intake.queries.documents import Screenful, around
from semailles.intake.queries.originals import has_original, marks_of, page_sizes
from semailles.web.pages.documents.leaves import Leaf, Sought, leaves
from semailles.web.pages.documents.pieces import Piece

BEFORE, AFTER = 5, 8  # passages around the one that is sought, at most
SIGNS_BEFORE, SIGNS_AFTER = 450, 1200


@dataclass(frozen=True, slots=True)
class Origin:
    """`leaf` holds the words around; `is_drawn`: the page's picture says it all. `pages`: those that can be turned to, before and after."""

    excerpt: Excerpt
    leaf: Leaf
    form: str
    has_original: bool
    before: int | None = None
    after: int | None = None

    @property
    def record(self) -> list[tuple[str, tuple[Piece, ...]]]:
        """A row of a table that has headers: each cell that is not empty, under its header."""
        found = ((block.headers, row) for block in self.leaf.blocks if block.has_headers for row in block.passages if row.is_sought)
        return [(header, cell) for headers, row in found for header, cell in zip(headers, row.cells, strict=True) if cell]

    @property
    def is_drawn(self) -> bool:
        return self.leaf.size is not None and bool(self.leaf.marks)


def origin_of(excerpt: Excerpt) -> Origin:
    """`excerpt` comes with `passage__version__document`."""
    version = excerpt.passage.version
    sizes, marks = page_sizes(version), marks_of(excerpt)
    near = _near(excerpt.passage, excerpt.start)
    screen = Screenful(near, {}, {}, total=len(near), number=1, screens=1)
    leaf = leaves(screen, Sought(excerpt.passage.rank, excerpt.start, excerpt.end), sizes, marks)[0]
    number = leaf.number if leaf.size else None
    return Origin(
        excerpt,
        leaf,
        form="svg" if version.kind == "pptx" else "png",
        has_original=has_original(version),
        before=number - 1 if number and number > 1 else None,
        after=number + 1 if number and number < len(sizes) else None,
    )


def _near(passage: Passage, start: int) -> tuple[Passage, ...]:
    """On the same page, and not so much that one would have to look for it."""
    found = [one for one in around(passage, before=BEFORE, after=AFTER) if _place(one.locator) == _place(passage.locator)]
    above, below = [one for one in found if one.rank < passage.rank], [one for one in found if one.rank > passage.rank]
    kept = [*reversed(_within(reversed(above), SIGNS_BEFORE - start)), passage, *_within(below, SIGNS_AFTER)]
    return tuple(kept)


def _within(passages: Iterable[Passage], most: int) -> list[Passage]:
    found: list[Passage] = []
    for one in passages:
        most -= len(one.text)
        if most < 0:
            break
        found.append(one)
    return found


def _place(locator: dict[str, object]) -> object:
    return locator.get("page") or locator.get("slide")
