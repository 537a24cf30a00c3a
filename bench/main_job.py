"""The main job on the example, against the bare libraries on the same files and one compile of the same Typst document.

From both sides the cost of starting is taken away: the same command on a one-line file, and an empty Python. In turns, the best of several: what
else the machine does only adds to a time.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "sud-francilien"
SEMAILLES = [str(Path(sys.executable).with_name("semailles")), "run"]
RUNS = 5
MOST_TIMES, MOST_MEGABYTES = 6.0, 600.0

BARE = """
import sys
from pathlib import Path
import docx, pptx, pypdfium2, python_calamine, zipfile, typst, font_lato
from lxml import etree
from selectolax.lexbor import LexborHTMLParser
from markdown_it import MarkdownIt
folder, inputs, templates = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
for path in sorted(folder.rglob("*")):
    kind = path.suffix
    if kind == ".docx":
        document = docx.Document(str(path)); [p.text for p in document.paragraphs]; [c.text for t in document.tables for r in t.rows for c in r.cells]
    elif kind == ".pptx":
        [s.text_frame.text for slide in pptx.Presentation(str(path)).slides for s in slide.shapes if s.has_text_frame]
    elif kind == ".pdf":
        [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(str(path))]
    elif kind == ".xlsx":
        book = python_calamine.CalamineWorkbook.from_path(str(path)); [book.get_sheet_by_name(n).to_python() for n in book.sheet_names]
    elif kind == ".odt":
        "".join(etree.fromstring(zipfile.ZipFile(path).read("content.xml")).itertext())
    elif kind == ".html":
        LexborHTMLParser(path.read_text()).text()
    elif kind == ".md":
        MarkdownIt().parse(path.read_text())
    elif kind == ".txt":
        path.read_text()
fonts = Path(font_lato.__file__).parent / "files"
typst.Compiler(str(templates / "book.typ"), root=str(templates), font_paths=[str(fonts)], ignore_system_fonts=True,
    sys_inputs={"book": inputs.read_text()}).compile(format="pdf", pdf_standards=["ua-1", "a-2a"])
"""

TREE = """
import json, sys
from datetime import date
from pathlib import Path
from semailles.cli import opening
opening.start(Path(sys.argv[1]), "fr")
from semailles.engines.typesetting.payload import book_values
from semailles.publication.audiences import for_working_document
from semailles.publication.queries import snapshot
from semailles.publication.roadmap.book import Room, compose
from semailles.workshop.models import Initiative
book = compose(for_working_document(snapshot(Initiative.objects.get())), on=date(2027, 1, 1), room=Room())
Path(sys.argv[2]).write_text(json.dumps(book_values(book), ensure_ascii=False))
"""


def measured(command: list[str]) -> tuple[float, float]:
    """Seconds elapsed and peak memory (MB) of one run of a command, or of the largest process that it started."""
    started = time.perf_counter()
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command)
    return time.perf_counter() - started, usage.ru_maxrss / 1024


def main_job(folder: Path, work: Path) -> tuple[float, float]:
    shutil.rmtree(work / "out", ignore_errors=True)
    return measured([*SEMAILLES, str(folder), "--output", str(work / "out")])


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        (work / "one" / "equipe").mkdir(parents=True)
        (work / "one" / "equipe" / "note.txt").write_text("On pourrait planter une haie le long du chemin de la gare.\n", encoding="utf-8")
        main_job(EXAMPLE, work)
        subprocess.run([sys.executable, "-c", TREE, str(work / "out"), str(work / "book.json")], check=True)
        templates = ROOT / "src" / "semailles" / "engines" / "typesetting" / "templates"
        turns = [
            (
                main_job(EXAMPLE, work),
                main_job(work / "one", work),
                measured([sys.executable, "-c", BARE, str(EXAMPLE), str(work / "book.json"), str(templates)]),
                measured([sys.executable, "-c", "pass"]),
            )
            for _ in range(RUNS)
        ]
    whole, small, bare, empty = zip(*turns, strict=True)
    ours = best(whole) - best(small)
    peer = best(bare) - best(empty)
    peak = max(memory for _, memory in whole)
    rows = [
        {"name": "main job", "ours_s": ours, "peer_s": peer, "ratio": ours / peer, "target": MOST_TIMES, "ok": ours / peer <= MOST_TIMES},
        {"name": "main job, peak MB", "ours": peak, "target": MOST_MEGABYTES, "ok": peak <= MOST_MEGABYTES},
        {"name": "main job, whole", "seconds": best(whole), "one_line_s": best(small)},
    ]
    for row in rows:
        print(json.dumps({key: round(value, 3) if isinstance(value, float) else value for key, value in row.items()}))


def best(runs: Iterable[tuple[float, float]]) -> float:
    return min(seconds for seconds, _ in runs)


if __name__ == "__main__":
    main()
