"""The portfolio of a thousand projects with twenty lines each: a page of fifty against a bare Django view of the same rows, and what it costs to
read again every balance and every maturity.

Both pages through WSGI, in turns in one run, on five pages of the list, each asked once before; medians of CPU seconds. Usage: python bench/portfolio.py
"""

import json
import os
import sys
import tempfile
from datetime import date
from itertools import product
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any
from uuid import UUID

ROOT = Path(__file__).resolve().parents[1]
WORKSPACE = tempfile.TemporaryDirectory(prefix="semailles-bench-")
os.environ |= {"SEMAILLES_WORKSPACE": WORKSPACE.name, "DJANGO_SETTINGS_MODULE": "semailles.config.settings"}
sys.path.insert(0, str(ROOT / "bench"))

import django  # noqa: E402 - the workspace is set above

django.setup()

from django.conf import settings  # noqa: E402 - the same
from django.core.management import call_command  # noqa: E402 - the same
from django.db import connection  # noqa: E402 - the same
from django.test import Client  # noqa: E402 - the same
from django.test.utils import CaptureQueriesContext, override_settings  # noqa: E402 - the same

from semailles.core.models import Person  # noqa: E402 - the same
from semailles.projects.attainment import attainments  # noqa: E402 - the same
from semailles.projects.balances import project_balances  # noqa: E402 - the same
from semailles.projects.enums import Status  # noqa: E402 - the same
from semailles.projects.models import Obstacle, Project, ProjectCommitment, ProjectCost, ProjectFunding, ProjectMilestone  # noqa: E402 - the same
from semailles.workshop.actions import open_initiative  # noqa: E402 - the same
from semailles.workshop.enums import ActorKind, CommitmentRole, FundingStatus, Level  # noqa: E402 - the same
from semailles.workshop.models import Actor, Initiative  # noqa: E402 - the same

PROJECTS, ACTORS, ROUNDS, PAGES = 1000, 200, 5, (1, 5, 10, 15, 20)
MOST_TIMES, MOST_SECONDS = 2.0, 1.0
DAY = date(2015, 3, 2)
LINES = {ProjectCost: 6, ProjectFunding: 6, ProjectMilestone: 4, Obstacle: 2, ProjectCommitment: 2}  # twenty a project


def main() -> int:
    call_command("migrate", verbosity=0)
    settings.ROOT_URLCONF = "bare"
    initiative = fill()
    rows = [_page(), _queries(), *_all_at_once(initiative)]
    print(json.dumps(rows, ensure_ascii=False, indent=1))
    return 0 if all(row["ok"] for row in rows) else 1


def fill() -> Initiative:
    initiative = open_initiative("Mille projets", by=Person.objects.create(name="local", is_local=True))
    fill_projects(initiative)
    return initiative


def fill_projects(initiative: Initiative) -> None:
    projects = Project.objects.bulk_create(
        Project(
            initiative=initiative,
            number=rank + 1,
            title=f"Projet {rank}",
            taken_up_on=DAY,
            tagline="Une phrase" * (rank % 2),
            status=list(Status)[rank % 2],
        )
        for rank in range(PROJECTS)
    )
    _money(initiative, projects)
    _steps(initiative, projects)


def _money(initiative: Initiative, projects: list[Project]) -> None:
    costs = range(LINES[ProjectCost])
    ProjectCost.objects.bulk_create(
        ProjectCost(initiative=initiative, project=project, item=f"Poste {line}", amount=1000 + line)
        for project, line in product(projects, costs)
    )
    fundings = tuple(enumerate(FundingStatus))[: LINES[ProjectFunding]]
    ProjectFunding.objects.bulk_create(
        ProjectFunding(initiative=initiative, project=project, funder=f"Fonds {line}", amount=900, status=status)
        for project, (line, status) in product(projects, fundings)
    )


def _steps(initiative: Initiative, projects: list[Project]) -> None:
    """The first days, the obstacles and the holders."""
    owned = {"initiative": initiative}
    actors = Actor.objects.bulk_create(
        Actor(**owned, public_id=UUID(int=rank + 1), name=f"Acteur {rank}", kind=ActorKind.ORGANISATION) for rank in range(ACTORS)
    )
    ProjectMilestone.objects.bulk_create(
        ProjectMilestone(**owned, project=project, label=f"Jalon {line}", planned_on=DAY)
        for project, line in product(projects, range(LINES[ProjectMilestone]))
    )
    Obstacle.objects.bulk_create(
        Obstacle(**owned, project=project, obstacle="Le foncier") for project, _ in product(projects, range(LINES[Obstacle]))
    )
    ProjectCommitment.objects.bulk_create(
        ProjectCommitment(
            **owned,
            project=project,
            actor=actors[(project.number + line) % ACTORS],
            role=CommitmentRole.CARRIES,
            level=Level.ORAL,
        )
        for project, line in product(projects, range(LINES[ProjectCommitment]))
    )


def _page() -> dict[str, Any]:
    ours, times = Client(headers={"host": "127.0.0.1:8000"}), []
    with override_settings(MIDDLEWARE=[]):
        peer = Client(headers={"host": "127.0.0.1:8000"})
        peer.handler._middleware_chain = None  # noqa: SLF001 - built now, without middleware
        peer.handler.load_middleware()
    for page in PAGES:
        ours.get(f"/porter/?page={page}"), peer.get(f"/bare/projects/?page={page}")
    for _ in range(ROUNDS):
        times += [(_seconds(ours, f"/porter/?page={page}"), _seconds(peer, f"/bare/projects/?page={page}")) for page in PAGES]
    mine, theirs = median(one for one, _ in times) * 1000, median(one for _, one in times) * 1000
    row = {"name": "portfolio, 50 among 1 000 (CPU ms)", "ours": round(mine, 1), "peer": round(theirs, 1), "ratio": round(mine / theirs, 2)}
    return {**row, "target": MOST_TIMES, "ok": mine <= MOST_TIMES * theirs}


def _seconds(browser: Client, url: str) -> float:
    start = process_time()
    answer = browser.get(url)
    spent = process_time() - start
    if answer.status_code != 200:
        raise RuntimeError(f"{url}: {answer.status_code}")
    return spent


def _queries() -> dict[str, Any]:
    counts = []
    for url in ("/porter/?mots=Projet+999", "/porter/", "/porter/?page=20"):
        with CaptureQueriesContext(connection) as found:
            Client(headers={"host": "127.0.0.1:8000"}).get(url)
        counts.append(len(found))
    return {"name": "portfolio, queries (1 row, 50, last page)", "ours": counts, "ok": len(set(counts)) == 1}


def _all_at_once(initiative: Initiative) -> list[dict[str, Any]]:
    start = process_time()
    projects = list(Project.objects.of(initiative).standing())
    attained = attainments(initiative, projects, on=DAY)
    between = process_time()
    balances = project_balances(initiative, [project.pk for project in projects], on=DAY)
    end = process_time()
    total = {
        "name": "1 000 maturities and balances (CPU s)",
        "ours": round(end - start, 3),
        "target": MOST_SECONDS,
        "ok": end - start <= MOST_SECONDS,
    }
    parts = {"maturities": round(between - start, 3), "balances": round(end - between, 3)}
    return [{**total, "parts": parts, "read": [len(attained), len(balances)]}]


if __name__ == "__main__":
    raise SystemExit(main())
