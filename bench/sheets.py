"""Printing 17 sheets of four pages: time and peak memory against WeasyPrint, which sets a plain HTML page of the same tree.

Each run is a fresh process, which times its own printing, without imports; the median of the runs is kept. Usage: python bench/sheets.py
"""

import json
import resource
import statistics
import subprocess
import sys
import time
from html import escape
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests/engines/typesetting")]

from sample import flowing_book  # noqa: E402 - the path is set above

from semailles.engines.typesetting.payload import set_book  # noqa: E402 - the same
from semailles.engines.typesetting.picture import countryside  # noqa: E402 - the same
from semailles.engines.typesetting.tree import EntryPart, Roadmap, Sheet, Titled  # noqa: E402 - the same

RUNS = 3
TARGETS = {"time": 1 / 6, "memory": 2.0}
CSS = """
@page { size: A4; margin: 21mm 18mm; @bottom-center { content: counter(page); font: 10pt serif } }
body { font: 10.4pt/14.2pt 'Libertinus Serif', serif; text-align: justify; hyphens: auto; orphans: 2; widows: 2 }
h1 { font-size: 25pt; font-weight: normal; line-height: 1.2; break-before: page; text-align: left; hyphens: none } h2 { font-size: 12.6pt; margin: 13pt 0 3pt; break-after: avoid }
p { margin: 0 } p + p { text-indent: 1em } .lead, blockquote { font-style: italic; font-size: 14pt; text-align: left }
.sheet > div { width: 115mm } aside { float: right; width: 50mm; font: 8pt/10pt sans-serif; text-align: left }
sup, sup a { font: bold 6.5pt sans-serif; text-decoration: none } .A { color: #2a5a86 } .B { color: #7b3260 } .C { color: #775c00 } .D { color: #14635f }
table { border-collapse: collapse; width: 100%; font: 7pt/9pt sans-serif; text-align: left } td, th { border: .4pt solid #d8d0bd; padding: 1.5mm; vertical-align: top }
.index { columns: 3; font: 7.5pt/9.2pt sans-serif; text-align: left } .entries { columns: 2; font-size: 9.2pt; line-height: 12pt }
"""


def main() -> list[dict[str, Any]]:
    """Rows: name, ours, peer, ratio, target, ok."""
    ours, peer = measured()
    rows = []
    for name, unit in (("time", "s"), ("memory", "MB")):
        ratio = ours[name] / peer[name]
        label = f"17 sheets of 4 pages, {name} ({unit}), {ours['pages']:.0f} pages; WeasyPrint {peer['pages']:.0f}"
        rows.append(
            {
                "name": label,
                "ours": round(ours[name], 2),
                "peer": round(peer[name], 2),
                "ratio": round(ratio, 3),
                "target": round(TARGETS[name], 3),
                "ok": ratio <= TARGETS[name],
            }
        )
    print(json.dumps(rows, ensure_ascii=False, indent=1))
    return rows


def measured() -> tuple[dict[str, float], dict[str, float]]:
    """Medians of both over fresh processes, run in turn so that both meet the same load."""
    runs = [(_run("ours"), _run("peer")) for _ in range(RUNS)]
    ours, peer = ({name: statistics.median(run[side][name] for run in runs) for name in runs[0][side]} for side in (0, 1))
    return ours, peer


def _run(which: str) -> dict[str, float]:
    told = subprocess.run([sys.executable, __file__, which], check=True, capture_output=True, text=True).stdout
    return {name: float(value) for name, value in json.loads(told).items()}


def print_once(which: str) -> None:
    """In a process of its own: print the book one way, tell seconds, peak megabytes and pages."""
    book = flowing_book()
    seconds, pages = _ours(book) if which == "ours" else _peer(book)
    print(json.dumps({"time": seconds, "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, "pages": pages}))


def _ours(book: Roadmap) -> tuple[float, int]:
    from semailles.engines.typesetting import roadmap_pdf

    start = time.perf_counter()
    printed = roadmap_pdf(book)
    return time.perf_counter() - start, printed.pages


def _peer(book: Roadmap) -> tuple[float, int]:
    from weasyprint import HTML

    start = time.perf_counter()
    document = HTML(string=html_of(set_book(book))).render()
    document.write_pdf(pdf_variant="pdf/ua-1")
    return time.perf_counter() - start, len(document.pages)


def html_of(book: Roadmap) -> str:
    """The same parts in the same order, in a much plainer dress."""
    cover, part = book.cover, book.essential
    picture = countryside(["ABCD".index(idea.letter) for idea in book.ideas], seed=1)
    body = [
        f"<p>{escape(cover.process)}</p><h1 style='break-before:avoid'>{escape(cover.title)}</h1>{picture}",
        f"<h1>{escape(part.title)}</h1><p class=lead>{escape(part.lead)}</p>",
        *(f"<h2>{count.count}</h2><p>{escape(count.label)}" for count in part.counts),
        *map(_titled, part.points),
        "<h1>Sommaire</h1>",
        *(f"<p><a href='#s{sheet.number}'>{sheet.number} {escape(sheet.title)}</a></p>" for sheet in book.sheets),
        f"<h1>{escape(book.narrative.title)}</h1><p class=lead>{escape(book.narrative.opening)}</p>",
        *map(_titled, book.narrative.sections),
        _matrix(book),
        *(_sheet(sheet, book) for sheet in book.sheets),
        *map(_entries, (book.convergences, book.singulars)),
        _actors(book),
        f"<h1>{escape(book.index_title)}</h1><div class=index>",
        *(
            f"<p id='{idea.mark}'><b class={idea.letter}>{idea.mark}</b> {escape(idea.title)}<br>{escape(idea.source)}</p>"
            for idea in book.ideas
        ),
        f"</div><h1>{escape(book.colophon.title)}</h1>",
        *map(_titled, book.colophon.method),
    ]
    return f"<!doctype html><html lang=fr><head><title>{escape(cover.title)}</title><style>{CSS}</style></head><body>{''.join(body)}</body></html>"


def _titled(part: Titled) -> str:
    paragraphs = []
    for paragraph in part.paragraphs:
        pieces = (
            f"{escape(one.text)}{''.join(f'<sup><a class={mark[0]} href=#{mark}>{mark}</a></sup>' for mark in one.ideas)}"
            for one in paragraph
        )
        paragraphs.append(f"<p>{' '.join(pieces)}</p>")
    return f"<h2>{escape(part.title)}</h2>{''.join(paragraphs)}"


def _matrix(book: Roadmap) -> str:
    titles = {idea.mark: idea.title for idea in book.ideas}
    head = "".join(f"<th>{escape(team.name)}</th>" for team in book.teams)
    rows = []
    for row in book.matrix.rows:
        cells = ("<br>".join([str(len(marks)), *(f"{mark} {escape(titles[mark])}" for mark in marks[:2])]) for marks in row.cells)
        rows.append(f"<tr><th>{escape(row.theme)}</th>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>")
    return f"<h1>{escape(book.matrix.title)}</h1><table><thead><tr><th></th>{head}</tr></thead>{''.join(rows)}</table>"


def _sheet(sheet: Sheet, book: Roadmap) -> str:
    ideas = {idea.mark: idea for idea in book.ideas}
    sections = "".join(_titled(Titled(part.title, part.paragraphs)) for part in sheet.sections)
    sources = "".join(f"<p><b>{mark}</b> {escape(ideas[mark].title)}<br>{escape(ideas[mark].source)}</p>" for mark in sheet.ideas)
    actors = "".join(f"<p>{escape(actor.name)}<br>{escape(actor.role)}</p>" for actor in sheet.actors)
    facts = " · ".join(f"{escape(label)} {escape(value)}" for label, value in sheet.facts)
    head = f"<h1 id=s{sheet.number}>{sheet.number} {escape(sheet.title)}</h1><p class=lead>{escape(sheet.tagline)}</p><p>{facts}</p>"
    return f"{head}<div class=sheet><aside>{actors}<p>{escape(sheet.explanation)}</p>{sources}</aside><div>{sections}</div></div>"


def _entries(part: EntryPart) -> str:
    groups = []
    for group in part.groups:
        entries = (
            f"<p><b>{escape(entry.title)}</b><br><i>{escape(entry.quote)}</i><br>{escape(entry.detail)}</p>" for entry in group.entries
        )
        groups.append(f"<h2>{escape(group.title)}</h2><div class=entries>{''.join(entries)}</div>")
    return f"<h1>{escape(part.title)}</h1>{''.join(groups)}"


def _actors(book: Roadmap) -> str:
    rows = (
        f"<tr><td>{escape(actor.name)}</td><td>{actor.mentions}</td><td>{', '.join(actor.letters)}</td></tr>"
        for group in book.actors.groups
        for actor in group.actors
    )
    return f"<h1>{escape(book.actors.title)}</h1><table>{''.join(rows)}</table>"


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print_once(sys.argv[1])
    else:
        main()
