"""The process that brings the tables of a copied workspace up to date: `python -m semailles.cli.updating FOLDER LANG`."""

import sys
from pathlib import Path

from semailles.cli import opening
from semailles.cli.beside import answer


def update(folder: Path, lang: str) -> str:
    opening.start(folder, lang, keeps_former=False)  # it is itself a copy
    return ""


if __name__ == "__main__":
    sys.exit(answer(be_ready=opening.open_folder, work=update))
