"""Two hundred milestones of twenty projects, each waiting for others: read, planned and drawn. Target: under 300 ms of processor.

.venv/bin/python -m bench.gantt
"""

import statistics
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

PROJECTS, EACH, RUNS = 20, 10, 15
TODAY = date(2027, 3, 1)
TARGET_MS = 300.0


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        _settle(Path(folder))
        from semailles.engines.typesetting.charts.milestones import milestones_svg
        from semailles.projects.calendar import calendar_of_projects
        from semailles.projects.calendar_chart import portfolio_charts
        from semailles.projects.calendar_words import what_slips, what_to_know
        from semailles.workshop.models import Initiative

        initiative = _filled()
        spent = []
        for _ in range(RUNS):
            start = time.process_time()
            calendar = calendar_of_projects(Initiative.objects.get(pk=initiative), on=TODAY)
            drawn = [milestones_svg(chart) for chart in portfolio_charts(calendar)]
            said = [*what_slips(calendar), *what_to_know(calendar)]
            spent.append(1000 * (time.process_time() - start))
        print(f"{len(calendar.rows)} milestones, {len(drawn)} drawings of {sum(map(len, drawn))} signs, {len(said)} sentences")
        print(f"median {statistics.median(spent):.0f} ms of processor, worst {max(spent):.0f} ms (target {TARGET_MS:.0f} ms)")


def _settle(folder: Path) -> None:
    import os

    import django
    from django.core.management import call_command

    os.environ["SEMAILLES_WORKSPACE"] = str(folder)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "semailles.config.settings")
    django.setup()
    call_command("migrate", verbosity=0)


def _filled() -> int:
    """Each milestone waits for the one before it in its project, and for the same one of the project before."""
    from semailles.core.models import Person
    from semailles.projects.models import Dependency, Project, ProjectMilestone
    from semailles.workshop.actions import open_initiative

    initiative = open_initiative("Vallée", by=Person.objects.create(name="local", is_local=True))
    rows: list[list[ProjectMilestone]] = []
    for number in range(1, PROJECTS + 1):
        project = Project.objects.create(initiative=initiative, number=number, title=f"Projet {number}", taken_up_on=TODAY)
        days = [TODAY + timedelta(days=30 * rank + 3 * number - 40) for rank in range(EACH)]
        rows.append(
            [
                ProjectMilestone.objects.create(
                    initiative=initiative,
                    project=project,
                    label=f"Jalon {rank} du projet {number}",
                    planned_on=on,
                    starts_on=on - timedelta(days=20),
                    rank=rank,
                )
                for rank, on in enumerate(days)
            ]
        )
    for number, row in enumerate(rows):
        for rank, one in enumerate(row):
            befores = [row[rank - 1]] * (rank > 0) + [rows[number - 1][rank]] * (number > 0)
            for before in befores:
                Dependency.objects.create(initiative=initiative, before=before, after=one, lag_days=5)
    return int(initiative.pk)


if __name__ == "__main__":
    main()
