"""The process that brings the tables of a workspace up to date: `python -m semailles.cli.updating OUT LANG`. Says in one sentence what the machine refuses."""

import sys
from pathlib import Path

from semailles.cli import opening
from semailles.cli.troubles import sentence_about
from semailles.cli.wording import speak


def update(work: Path, lang: str) -> int:
    speak(lang)
    try:
        opening.start(work, lang, keeps_former=False)  # it is itself a copy
    except Exception as error:  # the edge of a process: what the machine refuses is said in one sentence
        sentence = sentence_about(error)
        if not sentence:
            raise
        sys.stdout.write(sentence)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(update(Path(sys.argv[1]), sys.argv[2]))
