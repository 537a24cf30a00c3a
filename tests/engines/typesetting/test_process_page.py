"""The page of the process: budget and calendar, on one page or two, and nothing at all when nobody wrote them."""

from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from docx import Document
from process_sample import budget_part, calendar_part, process_part
from sample import book

from semailles.engines.typesetting import roadmap_docx, roadmap_pdf
from semailles.engines.typesetting.process_page import ProcessPart
from semailles.engines.typesetting.tree import Roadmap

BASE = book(teams=2, ideas=12, themes=3, sheets=1)
TITLE = "Budget et calendrier de la démarche"


def with_process(part: ProcessPart | None) -> Roadmap:
    return replace(BASE, process=part)


def pages_of(part: ProcessPart | None) -> list[str]:
    document = pypdfium2.PdfDocument(roadmap_pdf(with_process(part)).pdf)
    found = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    return found


def bare(text: str) -> str:
    return "".join(text.replace("\u200b", "").split())


@pytest.fixture(scope="module")
def without() -> int:
    return len(pages_of(None))


@pytest.mark.parametrize(
    ("part", "more"),
    [
        (process_part(budget_part(), calendar_part()), 1),
        (process_part(budget_part(), None), 1),
        (process_part(None, calendar_part()), 1),
        (process_part(budget_part(20), calendar_part(bodies=6, dates=9)), 2),
    ],
    ids=["both", "budget", "calendar", "rich"],
)
def test_the_process_takes_one_page_or_two_when_it_is_rich(part: ProcessPart, more: int, without: int) -> None:
    assert len(pages_of(part)) - without == more


def test_without_a_process_there_is_no_page_and_no_line_of_contents() -> None:
    assert [text for text in pages_of(None) if TITLE in text] == []


def test_the_page_says_what_the_tree_says() -> None:
    texts = pages_of(process_part(budget_part(), calendar_part()))
    (page,) = [text for text in texts if text.startswith(TITLE)]

    wanted = [
        *("Mise en forme des projets", "8 000 €", "à confirmer", "décidé", "refusé", "Trois lectures du même budget", "−5 000 €"),
        *(
            "5 000 € ne sont pas acquis.",
            "En nature, à part et jamais additionné.",
            "32 jours après l’échéance",
            "lancement tenue",
            "à dater validation",
        ),
        *("échéance extérieure, 30 avril", "aujourd’hui", "février 2015"),
    ]
    assert [words for words in wanted if bare(words) not in bare(page)] == []


def test_the_contents_lead_to_the_process() -> None:
    contents = pages_of(process_part(budget_part(), calendar_part()))[2]

    assert TITLE in " ".join(contents.split())


def test_the_same_process_gives_the_same_bytes() -> None:
    part = process_part(budget_part(), calendar_part())

    assert roadmap_pdf(with_process(part)).pdf == roadmap_pdf(with_process(part)).pdf


def test_what_people_type_is_never_read_as_markup_nor_breaks_the_drawing() -> None:
    hostile = '#read("/etc/passwd") <b>&\x00東🚲'
    calendar = calendar_part()
    assert calendar.chart is not None
    chart = replace(calendar.chart, bars=(replace(calendar.chart.bars[0], label=hostile),), title=hostile)
    part = replace(process_part(budget_part(), replace(calendar, chart=chart)), lead=hostile)

    texts = bare("".join(pages_of(part)))

    assert (texts.count("<b>&▯"), texts.count("#read("), "root:" in texts) == (2, 2, False)


def test_the_word_file_says_the_same_as_tables() -> None:
    document = Document(BytesIO(roadmap_docx(with_process(process_part(budget_part(), calendar_part())))))
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in document.tables]
    heads = [table[0] for table in tables]

    assert [head for head in heads if head[0] in {"Dépenses", "Ressources", "Ce qui est compté", "Quand"}] == [
        ["Ce qui est compté", "Montant", "Écart aux besoins"],
        ["Dépenses", "Montant"],
        ["Ressources", "État", "Montant"],
        ["Quand", "Quoi", "État", "Au plus tard, pour tenir"],
    ]
    assert tables[heads.index(["Ressources", "État", "Montant"])][1] == [
        "Établissement foncier (démo) · subvention",
        "à confirmer",
        "5\u202f000\xa0€",
    ]
    assert TITLE in [line.text for line in document.paragraphs if line.style is not None and line.style.name == "Heading 1"]


def test_the_word_file_without_a_process_has_no_title_for_it() -> None:
    document = Document(BytesIO(roadmap_docx(with_process(None))))

    assert [line.text for line in document.paragraphs if TITLE in line.text] == []
