"""The command as people type it, in a process of its own."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "sud-francilien"

Typed = subprocess.CompletedProcess[str]


def semailles(*words: object) -> Typed:
    return subprocess.run([sys.executable, "-m", "semailles.cli.main", *map(str, words)], capture_output=True, text=True, check=False)


def synthesis(out: Path) -> dict[str, Any]:
    tree: dict[str, Any] = json.loads((out / "data" / "synthese.json").read_text(encoding="utf-8"))
    return tree
