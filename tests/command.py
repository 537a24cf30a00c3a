"""The command as people type it, in a process of its own."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.forked import Typed, forked

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "sud-francilien"


def semailles(*words: object) -> Typed:
    return forked(command, *map(str, words))


def semailles_afresh(*words: object) -> Typed:
    """In a process that begins from nothing: other hashes, nothing learnt before."""
    return subprocess.run([sys.executable, "-m", "semailles.cli.main", *map(str, words)], capture_output=True, text=True, check=False)


def command(*words: str) -> int:
    from semailles.cli.main import main

    sys.argv[:] = ["semailles", *words]
    return main()


def synthesis(out: Path) -> dict[str, Any]:
    tree: dict[str, Any] = json.loads((out / "data" / "synthese.json").read_text(encoding="utf-8"))
    return tree
