"""Letters in a picture, by Tesseract in French and English, when this machine has it. The same picture gives the same text."""

import csv
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from itertools import groupby

from PIL import Image

from semailles.engines.reading.document import Reason, UnreadableError
from semailles.engines.reading.guard import run_tool

LEAST_SURE = 35.0  # of 100, under which a word is noise of the picture
LONG_SIDE, SHORT_SIDE = 3600, 1400  # pixels: more is only slower, fewer are enlarged
SECONDS, MEGABYTES = 50, 2000
_WORD = 5  # the level of words in Tesseract's table


@dataclass(frozen=True, slots=True)
class Word:
    """A word and where it stands, in pixels of the picture as it is read."""

    text: str
    sureness: float
    line: tuple[int, int, int]


def text_in(picture: Image.Image) -> str:
    """Lines as they stand, an empty one between two paragraphs; "" when nothing can be read. Raises `UnreadableError` (NO_OCR) without Tesseract."""
    words = [word for word in _words(picture) if word.sureness >= LEAST_SURE]
    lines: list[str] = []
    before: tuple[int, int] | None = None
    for line, found in groupby(words, key=lambda word: word.line):
        if before is not None and line[:2] != before:
            lines.append("")
        before = line[:2]
        lines.append(" ".join(word.text for word in found))
    return "\n".join(lines)


def is_able() -> bool:
    return shutil.which("tesseract") is not None


def _words(picture: Image.Image) -> Iterator[Word]:
    tool = shutil.which("tesseract")
    if tool is None:
        raise UnreadableError(Reason.NO_OCR)
    command = [tool, "stdin", "stdout", "-l", _languages(tool), "--psm", "3", "tsv"]
    table = run_tool(command, stdin=_prepared(picture), seconds=SECONDS, megabytes=MEGABYTES).decode("utf-8", "replace")
    for row in csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row["text"] or "").strip()
        if int(row["level"]) == _WORD and text:
            yield Word(text, float(row["conf"]), (int(row["block_num"]), int(row["par_num"]), int(row["line_num"])))


def _prepared(picture: Image.Image) -> bytes:
    """Grey, of a size that letters are read at."""
    grey = picture.convert("L")
    longest, shortest = max(grey.size), min(grey.size)
    factor = min(LONG_SIDE / longest, max(1.0, SHORT_SIDE / max(1, shortest)))
    sized = (
        grey
        if factor == 1
        else grey.resize((max(1, round(grey.width * factor)), max(1, round(grey.height * factor))), Image.Resampling.LANCZOS)
    )
    out = BytesIO()
    sized.save(out, "PNG")
    return out.getvalue()


@cache
def _languages(tool: str) -> str:
    known = run_tool([tool, "--list-langs"], seconds=20).decode("utf-8", "replace").split()
    found = [lang for lang in ("fra", "eng") if lang in known]
    if not found:
        raise UnreadableError(Reason.NO_OCR)
    return "+".join(found)
