"""What a demanding editor looks at: no hole, no page of a few lines, never more to fill in than to read."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

import pypdfium2
import pytest
from sample import book, report
from words_of_sample import SENTENCES, THEMES

from semailles.engines.typesetting import report_pdf, roadmap_pdf
from semailles.engines.typesetting.tree import (
    Entry,
    EntryGroup,
    Matrix,
    MatrixRow,
    Printed,
    ReportRow,
    Roadmap,
    Sheet,
    Statement,
    Titled,
)

TO_COMPLETE = "À compléter par le groupe de travail"
LONG = "Une idée dont le titre ne finit pas et qui revient encore sur ce qu’elle vient de dire "


@dataclass(frozen=True)
class Page:
    """Its text, and how far from its top (0) to its foot (1) the letters stand."""

    text: str
    lines: tuple[float, ...]
    marked: tuple[float, ...]


def pages_of(printed: Printed, mark: str = TO_COMPLETE) -> list[Page]:
    document = pypdfium2.PdfDocument(printed.pdf)
    found = [_page(page, mark) for page in document]
    document.close()
    return found


def _page(page: pypdfium2.PdfPage, mark: str) -> Page:
    told, height = page.get_textpage(), page.get_height()
    boxes = (told.get_charbox(rank) for rank in range(told.count_chars()) if told.get_text_range(rank, 1).strip())
    lines = sorted({round(1 - box[1] / height, 3) for box in boxes})
    return Page(told.get_text_bounded(), tuple(lines), tuple(_found(told, mark, height)))


def _found(told: pypdfium2.PdfTextPage, mark: str, height: float) -> Iterator[float]:
    search = told.search(mark)
    while place := search.get_next():
        yield 1 - told.get_charbox(place[0])[3] / height


def bands(printed: Printed) -> list[float]:
    """Where what is to be filled in begins, sheet by sheet (the contents speak of it too)."""
    return [place for page in pages_of(printed) if "ÉQUIPES CONVERGENTES" in page.text for place in page.marked]


def gaps_before(printed: Printed, number: int, sign: str) -> list[float]:
    """Points between each last letter of `sign` on a page and what stands to its left, margin notes or not."""
    told = pypdfium2.PdfDocument(printed.pdf)[number].get_textpage()
    boxes = [told.get_charbox(rank) for rank in range(told.count_chars()) if told.get_text_range(rank, 1).strip("\u2060 \r\n")]
    search = told.search(sign)
    gaps = []
    while place := search.get_next():
        left, bottom, *_ = told.get_charbox(sum(place) - 1)
        gaps.append(left - max(box[2] for box in boxes if box[2] < left + 0.5 and abs(box[1] - bottom) < 7))
    return gaps


def small(**changes: object) -> Roadmap:
    return replace(book(teams=2, ideas=24, themes=4, sheets=2), **changes)  # type: ignore[arg-type]  # fields of the tree, by name


def poor(sheet: Sheet, quotes: tuple[Statement, ...]) -> Sheet:
    first, *others = sheet.sections
    empty = tuple(replace(part, paragraphs=()) for part in others)
    return replace(sheet, sections=(replace(first, paragraphs=tuple((one,) for one in quotes)), *empty), actors=(), ideas=())


def test_what_is_to_be_filled_in_stands_in_the_lower_part_of_a_sheet() -> None:
    assert [place for place in bands(roadmap_pdf(book())) if place < 0.65] == []


@pytest.mark.parametrize("count", [0, 1, 2])
def test_a_sheet_with_hardly_a_word_is_not_a_form(count: int) -> None:
    base = small()
    quotes = tuple(Statement(idea.quote, (idea.mark,), is_quote=True) for idea in base.ideas[:count])
    found = bands(roadmap_pdf(replace(base, sheets=tuple(poor(sheet, quotes) for sheet in base.sheets))))

    assert (len(found), [place for place in found if place < 0.65]) == (2, [])


def test_a_tagline_that_repeats_its_title_is_left_out() -> None:
    base = small()
    sheets = tuple(replace(sheet, title="Rouvrir la halte de Callirac", tagline="rouvrir la halte de Callirac.") for sheet in base.sheets)
    sheet = next(page.text for page in pages_of(roadmap_pdf(replace(base, sheets=sheets))) if "ÉQUIPES CONVERGENTES" in page.text)

    assert "rouvrir la halte" not in sheet


def test_no_space_stands_between_a_mark_and_the_comma_that_follows() -> None:
    base = small()
    quotes = tuple(Statement(idea.quote.rstrip("."), (idea.mark,), is_quote=True) for idea in base.ideas[:3])
    told = (Statement("Elles disent "), Statement(": "), quotes[0], Statement(", "), quotes[1], Statement(", "), quotes[2], Statement(". "))
    narrative = replace(base.narrative, sections=(Titled("Ce qu’elles disent", (told,)),))

    gaps = gaps_before(roadmap_pdf(replace(base, narrative=narrative)), 3, "\u2060,")

    assert (len(gaps), max(gaps) < 1) == (2, True)


def test_fourteen_themes_hold_on_one_page() -> None:
    base = book(ideas=120, sheets=2)
    rows = tuple(
        MatrixRow(theme, tuple(tuple(idea.mark for idea in base.ideas if idea.letter == t.letter)[:9] for t in base.teams))
        for theme in THEMES[:14]
    )
    ideas = tuple(replace(idea, title=LONG) for idea in base.ideas)
    pages = pages_of(roadmap_pdf(replace(base, ideas=ideas, matrix=Matrix("La grille", "Lecture.", rows))), THEMES[13][:12])
    opening = next(rank for rank, page in enumerate(pages) if page.text.startswith("La grille"))

    assert (len(pages[opening].marked), "ÉQUIPES CONVERGENTES" in pages[opening + 1].text) == (1, True)


def test_the_page_for_someone_in_a_hurry_has_no_hole() -> None:
    base = small()
    essential = replace(base.essential, money=None, counts=base.essential.counts[:2])
    lines = pages_of(roadmap_pdf(replace(base, essential=essential)))[1].lines

    assert (lines[-2] > 0.75, max(below - above for above, below in pairwise(lines[:-1])) < 0.25) == (True, True)


@pytest.mark.parametrize("ideas", [24, 60, 90, 120])
def test_the_method_is_whole_on_the_last_page(ideas: int) -> None:
    printed = roadmap_pdf(book(ideas=ideas, sheets=2))
    last = pages_of(printed)[-1]

    assert ([word in last.text for word in ("Méthode", "Recueillir", "Publier", "SIL OFL")], len(last.lines) > 14) == ([True] * 4, True)
    assert last.text.rstrip().endswith(str(printed.pages)) or last.text.lstrip().startswith(str(printed.pages))


@pytest.mark.parametrize("rows", [9, 10, 11, 12, 20, 21, 22, 23])
def test_the_report_never_ends_with_a_few_lines_alone(rows: int) -> None:
    base = report()
    many = tuple(ReportRow(f"Point {rank}", SENTENCES[rank % 9], ("rapport.docx, § 3 : « mot »",)) for rank in range(rows))
    first, *others = base.sections
    pages = pages_of(report_pdf(replace(base, sections=(replace(first, rows=many), *(replace(one, rows=()) for one in others)))))

    assert len(pages) == 1 or pages[-1].lines[-2] > 0.3


def test_an_entry_has_four_lines_and_its_title_two() -> None:
    base = small()
    mark = base.ideas[0].mark
    entry = Entry(
        LONG * 3, ("A",), (mark,), "Autre chose, dit longuement et sans reprendre le titre. " * 4, "Proposition · rapport.docx, § 12"
    )
    singulars = replace(base.singulars, title="Seules", lead="", groups=(EntryGroup("Groupe", (entry,)),))
    nothing = replace(base.convergences, groups=())
    pages = pages_of(
        roadmap_pdf(replace(base, convergences=nothing, singulars=singulars, actors=replace(base.actors, groups=()), sheets=())),
        "Index des",
    )
    page = next(page for page in pages if page.text.startswith("Seules"))
    lines = [line for line in page.lines if line < page.marked[0]]
    rows = [line for rank, line in enumerate(lines) if rank == 0 or line - lines[rank - 1] > 0.006]

    assert len(rows) - 2 == 4  # the part's title and the group's stand above


def test_nothing_breaks_for_one_team_no_theme_and_long_titles() -> None:
    base = book(teams=1, ideas=5, themes=1, sheets=1)
    ideas = tuple(replace(idea, title=(LONG * 3)[:200]) for idea in base.ideas)
    sheets = tuple(replace(sheet, title=(LONG * 3)[:200]) for sheet in base.sheets)
    alone = replace(
        base, ideas=ideas, sheets=sheets, matrix=replace(base.matrix, rows=()), convergences=replace(base.convergences, groups=())
    )

    assert roadmap_pdf(alone).overflows == ()
