"""What the guard costs: reading in another process, against the bare text of pypdfium2 on the same 500 pages; a bomb refused; memory after many files.

The reading process is warm. The peer gives the text of each page and nothing else; ours gives located blocks, sent over the wire. Medians in one run, in turns.
The bomb is 40 MB of zeros in 40 kB. Memory is that of one reading process, after 100 documents of several kinds and after 490. Usage: python bench/guard.py
"""

import sys
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from statistics import median
from time import perf_counter

import docx
import psutil
import pypdfium2
import xlsxwriter

sys.path.insert(0, str(Path(__file__).resolve().parent))

from reading import long_pdf
from semailles.engines.reading import UnreadableError, guard, opening

RUNS = 7
MOST_TIMES, MOST_MILLISECONDS, MOST_GROWTH = 6.0, 200.0, 1.15


def main() -> int:
    pdf = long_pdf()
    guard.read("rapport.pdf", pdf)
    guarded, direct, bare = _medians(lambda: guard.read("rapport.pdf", pdf), lambda: opening.read("rapport.pdf", pdf), lambda: _bare(pdf))
    print(
        f"500 pages: guarded {guarded:.2f} s, in the same process {direct:.2f} s, bare text {bare:.2f} s: {guarded / bare:.2f} times ({MOST_TIMES:.0f} at most)"
    )
    bomb = _zipped(b"0" * (40 * 2**20))
    refused = 1000 * median(_refused(bomb) for _ in range(RUNS))
    print(f"a bomb is refused in {refused:.0f} ms ({MOST_MILLISECONDS:.0f} at most)")
    few, many = _memories()
    print(
        f"memory of one process after 100 documents {few:.0f} MB, after 490 {many:.0f} MB: {many / few:.2f} times ({MOST_GROWTH} at most)"
    )
    return int(guarded > MOST_TIMES * bare or refused > MOST_MILLISECONDS or many > MOST_GROWTH * few)


def _medians(*acts: object) -> list[float]:
    times: list[list[float]] = [[] for _ in acts]
    for _ in range(RUNS):
        for spent, act in zip(times, acts, strict=True):
            started = perf_counter()
            act()  # type: ignore[operator]  # each is a call without arguments
            spent.append(perf_counter() - started)
    return [median(spent) for spent in times]


def _bare(pdf: bytes) -> int:
    document = pypdfium2.PdfDocument(pdf)
    return sum(len(page.get_textpage().get_text_range()) for page in document)


def _refused(bomb: bytes) -> float:
    started = perf_counter()
    try:
        guard.members("bombe.zip", bomb)
    except UnreadableError:
        return perf_counter() - started
    raise AssertionError("the bomb was opened")


def _memories() -> Iterator[float]:
    """Of one reading process, after 100 documents and after 490: the guard replaces it after 500."""
    sheet, text, page = _workbook(), _document(), long_pdf(3)
    with guard.Guard() as own:
        for rank in range(490):
            kinds = (("plan.xlsx", sheet), ("notes.docx", text), ("rapport.pdf", page), ("notes.html", f"<p>Notes {rank}</p>".encode()))
            name, content = kinds[rank % len(kinds)]
            own.ask({"what": "read", "name": name}, content)
            if rank in (99, 489):
                yield _resident()


def _resident() -> float:
    """The last reading process that this one started."""
    readers = [child for child in psutil.Process().children() if "semailles.engines.reading.guarded" in child.cmdline()]
    return float(max(readers, key=lambda child: child.create_time()).memory_info().rss) / 2**20


def _workbook() -> bytes:
    out = BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        for row in range(200):
            sheet.write_row(row, 0, (f"Action {row}", "Commune", row * 125.5))
    return out.getvalue()


def _document() -> bytes:
    out, document = BytesIO(), docx.Document()
    for rank in range(200):
        document.add_paragraph(f"Planter la haie {rank}.", style="List Bullet")
    document.save(out)
    return out.getvalue()


def _zipped(content: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros.txt", content)
    return out.getvalue()


if __name__ == "__main__":
    sys.exit(main())
