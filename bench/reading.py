"""Reading against the libraries that people use: PDFs of 500 and of 300 pages, a workbook of 2 000 rows.

Run in an environment that has requirements/bench.txt. Ours does all its work, from the bytes to located blocks: for a PDF paragraphs, headings,
lists, running heads; for a workbook the refusal of endless sheets, the header row, every value worded as a French spreadsheet shows it, and the
place of each cell in its row. The peers do less: pypdf extracts text, openpyxl (`load_workbook` as it is, `data_only` since we give values too)
gives every cell's value, which nobody words. The workbook is a plan of actions, words, numbers, dates and gaps, two columns long; it is read
with its twelve columns, with ten and with eight, since workshops' tables have any of these widths.
markitdown turns a PDF into Markdown; against it ours is the whole way through the warm reading process, and it runs once, for it takes a minute.
Each other is run once to warm it; then medians in one run, ours, the peer's and the floor's in turns. The floor: python-calamine alone, as values
that nobody words nor places, under which no reader built on it can go (docs/decisions/0008).
"""

import gc
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from statistics import median
from time import perf_counter
from typing import NamedTuple

import openpyxl
import pypdf
import typst
import xlsxwriter
from markitdown import MarkItDown
from python_calamine import CalamineWorkbook

from semailles.engines.reading import guard, read

_PAGES, _FEWER_PAGES, _ROWS, _RUNS = 500, 300, 2000, 7
_WIDTHS = (8, 10, 12)
_SENTENCES = (
    "Le car du matin quitte la place du marché avant l’ouverture de l’école, et personne ne comprend pourquoi.",
    "Les maraîchers du plateau livrent déjà trois cantines, mais la quatrième attend toujours une chambre froide.",
    "On a compté quarante-deux toitures publiques assez grandes pour porter des panneaux photovoltaïques.",
    "Une ancienne filature, au bord du canal, pourrait accueillir l’atelier de réparation et la ressourcerie.",
    "L’intercommunalité a inscrit la rénovation thermique des gymnases à son programme pluriannuel d’investissement.",
    "Les habitants du quartier de la gare demandent des traversées sûres, des bancs et un peu d’ombre.",
    "La nappe descend depuis douze étés ; les puits communaux ne suffisent plus aux jardins partagés.",
    "Chaque printemps, les élèves plantent une haie entre le collège et la zone d’activités.",
)
_HEADERS = ("N°", "Thème", "Action", "Porteur", "Partenaire", "État", "Coût", "Aide", "Année", "Début", "Fin", "Remarque")


class Result(NamedTuple):
    """Seconds, ours, the peer's and the floor's (0: none was measured); `target`: the most that ours may take of the peer's time."""

    name: str
    target: float
    ours: float
    peer: float
    floor: float = 0

    @property
    def is_met(self) -> bool:
        return self.ours <= self.peer * self.target


def main() -> int:
    pdf, shorter = long_pdf(), long_pdf(_FEWER_PAGES)
    guard.read("rapport.pdf", shorter)
    results = [
        Result(
            "pdf, 300 pages (markitdown)",
            1 / 10,
            _seconds(lambda: guard.read("rapport.pdf", shorter)),
            _seconds(lambda: _markdown(shorter)),
        ),
        _compared("pdf, 500 pages (pypdf)", 1 / 8, lambda: read("rapport.pdf", pdf), lambda: _pypdf_text(pdf)),
        *map(_compared_workbook, _WIDTHS),
    ]
    print(f"{'name':38} {'ours s':>8} {'peer s':>8} {'floor s':>8} {'ratio':>7} {'floor':>7} {'target':>7} ok")
    for result in results:
        name, target, ours, peer, floor = result
        verdict = "yes" if result.is_met else "NO"
        print(f"{name:38} {ours:8.3f} {peer:8.3f} {floor:8.3f} {ours / peer:7.3f} {floor / peer:7.3f} {target:7.3f} {verdict}")
    return 0 if all(result.is_met for result in results) else 1


def _compared_workbook(columns: int) -> Result:
    workbook = _long_workbook(columns)
    peers = (lambda: _openpyxl_values(workbook), lambda: _calamine_values(workbook))
    return _compared(f"xlsx, 2 000 rows × {columns} (openpyxl)", 1 / 10, lambda: read("actions.xlsx", workbook), *peers)


def _compared(name: str, target: float, *runs: Callable[[], object]) -> Result:
    """One after the other, in turns: what else the machine does weighs on all of them."""
    for run in runs:
        run()
    turns = [[_seconds(run) for run in runs] for _ in range(_RUNS)]
    return Result(name, target, *map(median, zip(*turns, strict=True)))


def _seconds(run: Callable[[], object]) -> float:
    gc.collect()  # nobody pays for what the other one left
    start = perf_counter()
    run()
    return perf_counter() - start


def _pypdf_text(content: bytes) -> int:
    return sum(len(page.extract_text()) for page in pypdf.PdfReader(BytesIO(content)).pages)


def _markdown(content: bytes) -> int:
    return len(MarkItDown().convert_stream(BytesIO(content), file_extension=".pdf").text_content)


def _openpyxl_values(content: bytes) -> int:
    sheets = openpyxl.load_workbook(BytesIO(content), data_only=True).worksheets
    return sum(1 for sheet in sheets for row in sheet.iter_rows(values_only=True) for value in row if value is not None)


def _calamine_values(content: bytes) -> int:
    rows = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    return sum(map(len, rows))


def long_pdf(pages: int = _PAGES) -> bytes:
    """Sections of paragraphs and lists, under a running head and above page numbers, one page each."""
    text = "\n#pagebreak()\n".join(_page(number) for number in range(1, pages + 1))
    source = f"""#set page(header: [Atelier des plateaux — cahier de travail], footer: context [#h(1fr) #counter(page).display()])
#set text(lang: "fr", size: 10pt, hyphenate: true)
#set par(justify: true)
{text}
"""
    return typst.compile(source.encode())


def _page(number: int) -> str:
    paragraphs = [" ".join(_SENTENCES[(number + shift + rank) % len(_SENTENCES)] for rank in range(6)) for shift in range(5)]
    entries = "\n".join(f"- {_SENTENCES[(number * 3 + rank) % len(_SENTENCES)]}" for rank in range(4))
    return f"= Section {number}\n\n" + "\n\n".join(paragraphs) + f"\n\n{entries}\n"


def _long_workbook(columns: int) -> bytes:
    """A plan of actions: columns of words, numbers, dates and gaps; what is to be done and the remarks are long, and no two the same."""
    kept = [*range(columns - 1), len(_HEADERS) - 1]  # the remarks are always there
    buffer = BytesIO()
    workbook = xlsxwriter.Workbook(buffer, {"in_memory": True, "default_date_format": "dd/mm/yyyy"})
    sheet = workbook.add_worksheet("Actions")
    for row in range(_ROWS + 1):
        values = _action(row) if row else _HEADERS
        for column, source in enumerate(kept):
            sheet.write(row, column, values[source])
    workbook.close()
    return buffer.getvalue()


def _action(row: int) -> tuple[str | float | date | None, ...]:
    sentences = [_SENTENCES[row * step // 8 % len(_SENTENCES)] for step in (5, 11, 23)]
    return (
        row,
        f"Thème {row % 12}",
        f"Action {row} : {' '.join(sentences[: 1 + row % 3])}",
        f"Commune {row % 90}",
        f"Partenaire {row % 37}" if row % 3 else None,
        ("à lancer", "en cours", "achevée", "abandonnée")[row % 4],
        row * 125.5,
        row * 40.2 if row % 4 else None,
        2015 + row % 10,
        date(2015, 1, 5) + timedelta(days=row),
        date(2016, 9, 1) + timedelta(days=row * 2) if row % 2 else None,
        f"{' '.join(sentences[row % 2 :])} Voir la fiche {row} et la carte {row % 50}.",
    )


if __name__ == "__main__":
    raise SystemExit(main())
