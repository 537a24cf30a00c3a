"""A meeting of sixty people on one instance: sixty sessions, six roles, a click every three seconds for five minutes, one in ten a small write.

The instance is made by our own commands from the example territory and answers by `semailles serve --instance`, one server (a process for each core) and its worker. Those who
ask share the machine with it. Times are counted from when a click was due, so that waiting for the page before counts too.
Usage: python bench/meeting.py [--seconds 300] [--people 60] [--workspace DIR]
"""

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles
from typing import Any

from visitors import Click, Visitor, together

ROOT = Path(__file__).resolve().parents[1]
SEMAILLES = str(Path(sys.executable).with_name("semailles"))
EVERY, WRITES, MOST_MS, FIRST_PORT = 3.0, 0.1, 1000, 8600
ROLES = {"coordinator": 2, "shaper": 8, "worker": 20, "holder": 12, "steering": 8, "reader": 10}  # of sixty
PAGES = ("dashboard", "ideas", "convergences", "projects", "actors", "calendar", "commitments", "journal")
READ, WRITE = "GET", "POST"


def main() -> int:
    asked = _asked()
    with tempfile.TemporaryDirectory(prefix="semailles-bench-") as folder:
        instance = _made(Path(folder), asked.workspace)
        with _served(instance) as port:
            visitors = _people(instance, port, asked.people)
            _settled(visitors)
            together(visitors, lambda visitor: visitor.sit(asked.seconds, EVERY, WRITES))
    rows = _rows(visitors)
    print(json.dumps(rows, ensure_ascii=False, indent=1))
    return 0 if all(row["ok"] for row in rows) else 1


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seconds", type=float, default=300)
    parser.add_argument("--people", type=int, default=60)
    parser.add_argument("--workspace", type=Path, help="already made by « semailles run »")
    return parser.parse_args()


def _made(folder: Path, workspace: Path | None) -> Path:
    if workspace is None:
        workspace = folder / "out"
        _run("run", str(ROOT / "examples" / "sud-francilien"), "--output", str(workspace))
    instance = str(folder / "instance")
    _run("instance", "create", instance)
    _run("instance", "administrator", instance, "accueil@exemple.test")
    _run("instance", "import", instance, str(workspace), "--slug", "reunion")
    return Path(instance)


def _run(*words: str) -> None:
    subprocess.run([SEMAILLES, *words], check=True, capture_output=True)


@contextmanager
def _served(instance: Path) -> Iterator[int]:
    """The port of a server on this instance, ended afterwards."""
    command = [SEMAILLES, "serve", str(instance), "--instance", "--no-browser", "--port", str(FIRST_PORT)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"}) as server:
        said = server.stdout.readline() if server.stdout else ""
        found = re.search(r":(\d+)/", said)
        if found is None:
            raise RuntimeError(said)
        try:
            yield int(found[1])
        finally:
            server.terminate()


def _people(instance: Path, port: int, number: int) -> list[Visitor]:
    """Each with an account, a role and an open session."""
    os.environ |= {"SEMAILLES_WORKSPACE": str(instance), "SEMAILLES_INSTANCE": "1", "DJANGO_SETTINGS_MODULE": "semailles.config.settings"}
    import django

    django.setup()
    from django.test import Client

    from semailles.core.models import Person
    from semailles.workshop.models import Initiative, Membership

    initiative = Initiative.objects.get(slug="reunion")
    roles = [role for role, among_sixty in ROLES.items() for _ in range(among_sixty)]
    visitors = []
    for rank in range(number):
        role, person = roles[rank % len(roles)], Person.objects.create(name=f"Personne {rank}", email=f"personne{rank}@exemple.test")
        Membership.objects.create(initiative=initiative, person=person, role=role)
        browser = Client()
        browser.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
        visitors.append(Visitor(role, browser.cookies["sessionid"].value, port, random.Random(rank), *_places(initiative)))  # noqa: S311 - the same clicks in every run
    return visitors


def _settled(visitors: list[Visitor]) -> None:
    """The first of each role finds which pages and forms are theirs."""
    first = {visitor.role: visitor for visitor in reversed(visitors)}
    together(list(first.values()), Visitor.settle)
    for visitor in visitors:
        visitor.pages, visitor.forms = first[visitor.role].pages, first[visitor.role].forms


def _places(initiative: Any) -> tuple[list[str], list[tuple[str, dict[str, str]]]]:
    """What there is to read and to write; whoever may not keeps what they may."""
    from semailles.intake.models import Idea
    from semailles.projects.models import Project
    from semailles.web.layout.mounting import initiative_address

    projects = Project.objects.of(initiative).standing().order_by("number").values_list("number", flat=True)[:20]
    ideas = Idea.objects.of(initiative).order_by("pk").values_list("public_id", flat=True)[:20]
    pages = [initiative_address(initiative, name) for name in PAGES]
    pages += [initiative_address(initiative, "project", number) for number in projects]
    pages += [initiative_address(initiative, "idea", public_id) for public_id in ideas]
    pages += [initiative_address(initiative, "find") + "?q=cantine"]
    remarks = [(initiative_address(initiative, "remark-add", number), {"text": "Qui appelle la mairie ?"}) for number in projects[:5]]
    sorted_ideas = [(initiative_address(initiative, "idea-decide", public_id), {"gesture": "keep"}) for public_id in ideas[:5]]
    own = [("/preferences/", {"lang": "fr", "next": "/"})]
    return pages, [*remarks, *sorted_ideas, *own]


def _rows(visitors: list[Visitor]) -> list[dict[str, Any]]:
    clicks = [click for visitor in visitors for click in visitor.clicks]
    troubles = Counter(click.trouble for click in clicks if click.trouble)
    rows = [_times(f"meeting of {len(visitors)}, {name} (ms)", found) for name, found in _kinds(clicks)]
    pages = [len(visitor.pages) for visitor in visitors]
    errors = {"name": f"meeting of {len(visitors)}, errors", "ours": troubles.total(), "target": 0, "ok": not troubles and min(pages) > 0}
    return [*rows, {**errors, "said": troubles.most_common(5), "pages a person (least, most)": [min(pages), max(pages)]}]


def _kinds(clicks: list[Click]) -> list[tuple[str, list[Click]]]:
    return [
        ("every click", clicks),
        ("pages read", [click for click in clicks if click.name == READ]),
        ("small writes", [click for click in clicks if click.name == WRITE]),
    ]


def _times(name: str, clicks: list[Click]) -> dict[str, Any]:
    cuts = [round(1000 * cut) for cut in quantiles([click.seconds for click in clicks], n=100)]
    p50, p95, p99 = cuts[49], cuts[94], cuts[98]
    return {"name": name, "clicks": len(clicks), "p50": p50, "p95": p95, "p99": p99, "target": MOST_MS, "ok": p99 < MOST_MS}


if __name__ == "__main__":
    raise SystemExit(main())
