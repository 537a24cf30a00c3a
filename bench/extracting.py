"""Seconds to extract a thousand pages, each page made of passages of the labelled documents: script/bench extracting [PAGES]

A page is 2 500 signs; its passages, of all kinds, come in turn from `bench/quality/train`, each with a number of its own. At most 20 s on two cores.
"""

import sys
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path
from time import perf_counter

from gold import folders
from semailles.engines.blocks import Block
from semailles.engines.extracting import extract, national_gazetteer

TRAIN = Path(__file__).parent / "quality" / "train"
SIGNS_A_PAGE = 2500
PAGES_A_DOCUMENT = 50
MOST_SECONDS = 20.0


def main(pages: int) -> int:
    blocks = [block for folder in folders(TRAIN) for document in folder.documents.values() for block in document]
    documents = _documents(blocks, pages)
    gazetteer = national_gazetteer()
    extract(documents[0][:50], gazetteer=gazetteer)
    started = perf_counter()
    found = sum(len(extract(document, gazetteer=gazetteer).ideas) for document in documents)
    seconds = perf_counter() - started
    print(f"extracting: {pages} pages in {seconds:.1f} s ({found} ideas), at most {MOST_SECONDS:.0f} s a thousand")
    return int(seconds > MOST_SECONDS * pages / 1000)


def _documents(blocks: list[Block], pages: int) -> list[list[Block]]:
    """Documents of fifty pages; a page is as many signs as a printed one holds."""
    a_page = max(1, round(SIGNS_A_PAGE * len(blocks) / sum(len(block.text) for block in blocks)))
    stream = (replace(block, text=f"{block.text} {rank}") for rank, block in enumerate(cycle(blocks)))
    return [list(islice(stream, a_page * PAGES_A_DOCUMENT)) for _ in range(pages // PAGES_A_DOCUMENT)]


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000))
