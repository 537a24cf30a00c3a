"""The main job: a workshop's folder → a workspace and its printed draft roadmap."""

import argparse
import time
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from semailles.cli import opening
from semailles.cli.survey import survey
from semailles.cli.terminal import progress_shown, say_json


def run(arguments: argparse.Namespace, lang: str) -> int:
    started = time.monotonic()
    out = arguments.output.resolve()
    found = survey(arguments.folder, out)
    opening.refuse_instance(out, arguments.output)
    with opening.place_of_work(out) as work:
        opening.start(work, lang)
        from semailles.cli import pipeline, summary

        with progress_shown() as progress:
            outcome = pipeline.perform(arguments.folder, found, work, on=date.today(), lang=lang, progress=progress)  # noqa: DTZ011  # the day where the person is
        if outcome.figures:
            pipeline.write_run(work, outcome, started_at=datetime.now(UTC), seconds=time.monotonic() - started)
            opening.show(work, out)
        summary.tell(outcome, arguments.output, seconds=time.monotonic() - started)
        if arguments.json:
            say_json(_line(outcome.figures, arguments.output))
        return 0 if outcome.figures else 1


def _line(figures: dict[str, Any], out: Path) -> dict[str, Any]:
    if not figures:
        return {"ok": False}
    return {"ok": True, "output": str(out), "pdf": str(out / "feuille-de-route.pdf"), **figures}
