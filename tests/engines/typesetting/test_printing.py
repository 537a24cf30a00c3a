"""The printed book: one page a draft sheet, whatever people typed."""

import re
from dataclasses import replace

import pypdfium2
import pytest
from sample import book, flowing_book, report

from semailles.engines.typesetting import report_pdf, roadmap_pdf
from semailles.engines.typesetting.tree import Printed, Roadmap, Sheet, Statement

HOSTILE = (
    '#read("/etc/passwd")',
    "*gras* _penché_ `code`",
    "$a^2$ \\alpha",
    "@b <c> ~ -- // /* */",
    "Vélo 🚲 vers la 🏳️‍🌈 gare",
    "Anticonstitutionnellement" * 8,
    "https://exemple.fr/" + "tres-long-chemin/" * 12,
    "東京 и Москва\x00\x07\u202e",
    "= Titre\n- liste\r\n+ suite",
)


def words_of(printed: Printed) -> list[str]:
    with_pages = pypdfium2.PdfDocument(printed.pdf)
    texts = [page.get_textpage().get_text_bounded() for page in with_pages]
    with_pages.close()
    return texts


def bare(text: str) -> str:
    return re.sub(r"[\s\u200b\u2060\ufffe\x02-]+", "", text)


@pytest.fixture(scope="module")
def printed() -> Printed:
    return roadmap_pdf(book())


def test_each_draft_sheet_takes_one_page_and_all_holds(printed: Printed) -> None:
    opening = [index for index, text in enumerate(words_of(printed)) if "Équipesconvergentes".upper() in bare(text)]

    assert (opening, printed.overflows) == ([*range(opening[0], opening[0] + 17)], ())


def test_the_book_stays_within_its_pages(printed: Printed) -> None:
    assert printed.pages <= 40


def test_the_same_tree_gives_the_same_bytes(printed: Printed) -> None:
    assert roadmap_pdf(book()).pdf == printed.pdf


def test_the_file_claims_both_standards(printed: Printed) -> None:
    claims = [
        re.search(pattern, printed.pdf) is not None for pattern in (rb"<pdfuaid:part>1<", rb"<pdfaid:part>2<", rb"<pdfaid:conformance>A<")
    ]

    assert claims == [True, True, True]


def test_every_idea_is_in_the_index(printed: Printed) -> None:
    last = bare("".join(words_of(printed)[-5:]))

    assert [idea.mark for idea in book().ideas if bare(f"{idea.mark}{idea.title}").replace("’", "'") not in last.replace("’", "'")] == []


def test_an_overfull_sheet_sends_its_reader_to_the_index(printed: Printed) -> None:
    fifth = next(
        text for text in words_of(printed) if "Lefretfluvialdesécomatériaux" in bare(text) and "Équipesconvergentes".upper() in bare(text)
    )

    assert fifth.count("voir l’index") == 7


def test_two_and_eight_regards_are_printed_whole() -> None:
    assert [roadmap_pdf(book(teams=teams, ideas=30, themes=themes, sheets=2)).overflows for teams, themes in ((2, 3), (6, 16))] == [(), ()]


def hostile_sheet(sheet: Sheet, text: str) -> Sheet:
    sections = tuple(replace(part, paragraphs=((Statement(text, sheet.ideas[:1], is_quote=True),),)) for part in sheet.sections[:2])
    return replace(sheet, title=text, tagline=text, sections=sections, explanation=text, facts=((text, text),))


def hostile_book(text: str) -> Roadmap:
    base = book(teams=2, ideas=12, themes=3, sheets=1)
    ideas = tuple(replace(idea, title=text, quote=text, source=text) for idea in base.ideas)
    return replace(base, ideas=ideas, cover=replace(base.cover, title=text), sheets=(hostile_sheet(base.sheets[0], text),))


@pytest.mark.parametrize("text", HOSTILE)
def test_what_people_type_is_never_read_as_markup(text: str) -> None:
    printed = roadmap_pdf(hostile_book(text))

    assert (printed.overflows, "root:" in "".join(words_of(printed))) == ((), False)


def test_markup_is_printed_as_typed() -> None:
    texts = bare("".join(words_of(roadmap_pdf(hostile_book('#read("/etc/passwd") *x* $a$ @b <c>')))))

    assert bare("*x*$a$@b<c>") in texts


def test_an_empty_process_still_has_its_book() -> None:
    base = book(teams=2, ideas=12, themes=3, sheets=1)
    bare_book = replace(
        base,
        ideas=(),
        sheets=(),
        matrix=replace(base.matrix, rows=()),
        convergences=replace(base.convergences, groups=()),
        singulars=replace(base.singulars, groups=()),
        actors=replace(base.actors, groups=()),
        narrative=replace(base.narrative, sections=(), endpiece=""),
        essential=replace(base.essential, money=None, asks=(), points=()),
    )

    assert roadmap_pdf(bare_book).pages == 5


def test_a_finished_sheet_flows_over_the_pages_that_it_needs() -> None:
    drafts, finished = roadmap_pdf(book(sheets=2)), roadmap_pdf(flowing_book(sheets=2))

    assert finished.pages - drafts.pages == 6


def test_an_english_book_speaks_english() -> None:
    texts = "".join(words_of(roadmap_pdf(replace(book(teams=2, ideas=12, themes=3, sheets=1), lang="en"))))

    assert ("Source ideas".upper() in texts.upper(), "Idées de départ".upper() in texts.upper()) == (True, False)


def test_the_report_repeats_its_confidential_mention_on_every_page() -> None:
    printed = report_pdf(report())

    assert ["Confidentiel" in text for text in words_of(printed)] == [True] * printed.pages
