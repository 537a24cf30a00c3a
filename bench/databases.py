"""SQLite and PostgreSQL side by side: pages of ten thousand ideas and a thousand projects, what a gesture waits for, the main job.

One process for each database, filled alike, asked in turns in one run, each page once before; medians of the time that passes, through the whole application.
Both keep what they answered: `synchronous=FULL` here, `fsync` and `synchronous_commit` on there, on the same disk. The server is on the same machine: what a network
adds is not seen. The main job is the command on the example, in turns, the best of three. Usage: python bench/databases.py
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path += [str(ROOT), str(ROOT / "bench")]

ROUNDS, RUNS = 30, 3
MOST_TIMES = {"page": 2.0, "gesture": 3.0, "main job": 1.5}  # PostgreSQL against SQLite
PAGES = {
    "ideas, 50 among 10 000": "/recueillir/idees/?page={page}",
    "matrix": "/converger/matrice/",
    "portfolio, 50 among 1 000": "/porter/?page={page}",
    "sheet of a project": "/porter/{page}/",
    "ideas that hold words": "/recueillir/idees/?mots=verger+gare",
}
GESTURES = ("a line of the journal", "a remark")
Seconds = Callable[[], float]


def main() -> int:
    from tests.servers import postgresql

    with postgresql() as server:
        is_fine = [_shown(row) for row in _rows(server)]
    return 0 if all(is_fine) else 1


def _rows(server: str) -> Iterator[dict[str, Any]]:
    from tests.servers import database

    with database(server) as address, _beside("") as sqlite, _beside(address) as postgresql:
        asked = {"sqlite": sqlite, "postgresql": postgresql}
        for name in PAGES:
            yield _row(name, "page", *_in_turns(name, asked))
        for name in GESTURES:
            yield _row(name, "gesture", *_in_turns(name, asked))
    yield _row("main job on the example (s)", "main job", *_main_jobs(server))


def _shown(row: dict[str, Any]) -> bool:
    print(json.dumps(row, ensure_ascii=False), flush=True)
    return bool(row["ok"])


@contextmanager
def _beside(server: str) -> Iterator[Callable[[str], float]]:
    with tempfile.TemporaryDirectory(prefix="semailles-bench-") as place:
        told = {"SEMAILLES_WORKSPACE": place, "BENCH_SERVER": server, "DJANGO_SETTINGS_MODULE": "kept_on"}
        command = [sys.executable, __file__, "--answer"]
        with subprocess.Popen(command, env={**os.environ, **told}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
            lines, said = process.stdin, process.stdout
            if lines is None or said is None:
                raise RuntimeError(command)

            def ask(name: str) -> float:
                print(name, file=lines, flush=True)
                return float(said.readline())

            yield ask
            lines.close()


def _in_turns(name: str, asked: dict[str, Callable[[str], float]]) -> tuple[float, float]:
    for ask in asked.values():
        ask(name)
    times = [{which: ask(name) for which, ask in asked.items()} for _ in range(ROUNDS)]
    ours, theirs = (median(one[which] for one in times) * 1000 for which in ("postgresql", "sqlite"))
    return ours, theirs


def answer() -> None:
    """Filled, then asked line by line."""
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from filling import fill
    from portfolio import fill_projects
    from semailles.publication.indexing import index_workspace

    initiative = fill()
    fill_projects(initiative)
    index_workspace(initiative)
    known = {name: _page(address) for name, address in PAGES.items()} | dict(zip(GESTURES, (_line(initiative), _remark()), strict=True))
    for line in sys.stdin:
        print(known[line.strip()](), flush=True)


def _page(address: str) -> Seconds:
    browser, turns = _browser(), count()

    def seconds() -> float:
        url = address.format(page=1 + next(turns) % 10)
        began = perf_counter()
        answered = browser.get(url)
        spent = perf_counter() - began
        if answered.status_code != 200:
            raise RuntimeError(f"{url}: {answered.status_code}")
        return spent

    return seconds


def _line(initiative: Any) -> Seconds:
    """The least that is ever written: begun, written, kept."""
    from django.db import transaction

    from semailles.core.journal import record
    from semailles.core.models import Person

    by = Person.objects.get(is_local=True)

    def seconds() -> float:
        began = perf_counter()
        with transaction.atomic():
            record("changed", initiative, by=by, initiative=initiative)
        return perf_counter() - began

    return seconds


def _remark() -> Seconds:
    """As its form sends it."""
    from django.urls import reverse

    browser, turns = _browser(), count()

    def seconds() -> float:
        began = perf_counter()
        answered = browser.post(reverse("remark-add", args=[7]), {"text": f"Qui appelle la mairie ? {next(turns)}"})
        spent = perf_counter() - began
        if answered.status_code != 302:
            raise RuntimeError(answered.status_code)
        return spent

    return seconds


def _browser() -> Any:
    from django.test import Client

    return Client(headers={"host": "127.0.0.1:8000"})


def _main_jobs(server: str) -> tuple[float, float]:
    times = [(_main_job(server), _main_job("")) for _ in range(RUNS)]
    return min(one for one, _ in times), min(one for _, one in times)


def _main_job(server: str) -> float:
    """Only an instance keeps its rows on a server: the command is told that it is one."""
    from tests.servers import database

    with tempfile.TemporaryDirectory(prefix="semailles-bench-") as place, ExitStack() as stack:
        told = {}
        if server:
            told = {"DATABASE_URL": stack.enter_context(database(server)), "SEMAILLES_INSTANCE": "1", "SEMAILLES_SECRET_KEY": "b" * 40}
        command = [
            str(Path(sys.executable).with_name("semailles")),
            "run",
            str(ROOT / "examples" / "sud-francilien"),
            "--output",
            f"{place}/out",
        ]
        began = perf_counter()
        subprocess.run(command, env={**os.environ, **told}, check=True, capture_output=True)
        return perf_counter() - began


def _row(name: str, kind: str, ours: float, theirs: float) -> dict[str, Any]:
    ratio, target = ours / theirs, MOST_TIMES[kind]
    shown = f"{name} (ms)" if kind != "main job" else name
    return {
        "name": shown,
        "postgresql": round(ours, 2),
        "sqlite": round(theirs, 2),
        "ratio": round(ratio, 2),
        "target": target,
        "ok": ratio <= target,
    }


if __name__ == "__main__":
    raise SystemExit(answer() if "--answer" in sys.argv else main())
