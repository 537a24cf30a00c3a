"""All that the dashboard tells, read once."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from semailles.core.audience import reads_everything
from semailles.engines.scheduling import Plan
from semailles.intake.enums import ReadStatus
from semailles.intake.models import Contribution, DocumentVersion
from semailles.projects.enums import Section
from semailles.projects.holders import HOLDING, unheld
from semailles.projects.models import Project, ProjectCommitment, SaidCommitment
from semailles.projects.sheets import filled_headings, rung
from semailles.publication.board.funnel import Funnel, funnel
from semailles.publication.contradictions import Contradiction, opposed
from semailles.publication.queries import money_talk
from semailles.publication.views import BudgetView
from semailles.workshop.calendar import process_calendar
from semailles.workshop.enums import Level
from semailles.workshop.models import Initiative
from semailles.workshop.queries import OpenPoint, open_points
from semailles.workshop.queries.budget import FundingRow

MOST_NEAR = 3
Near = SaidCommitment | ProjectCommitment


@dataclass(frozen=True, slots=True)
class Board:
    """`budget`: given by people, or found in a document. `lines`: who pays, each beside the commitment it rests on; given ones only. `points`: what is open about the process.

    `incomplete`: sheets with at least one empty heading. `empty`: how many sheets leave each heading empty. `nearest`: who is furthest on a ladder.
    """

    funnel: Funnel
    contradictions: tuple[Contradiction, ...]
    unreadable: tuple[DocumentVersion, ...]
    proposed: int  # by the public, and not read yet
    plan: Plan
    budget: BudgetView
    lines: tuple[FundingRow, ...]
    points: tuple[OpenPoint, ...]
    incomplete: int
    empty: Counter[Section]
    nearest: tuple[Near, ...]


def board(initiative: Initiative, *, on: date) -> Board:
    projects = list(Project.objects.of(initiative).standing())
    filled = filled_headings(projects)
    missing = {project.pk: [section for section in Section if section not in filled[project.pk]] for project in projects}
    talk, plan = money_talk(initiative, on=on), process_calendar(initiative, on=on)
    return Board(
        funnel=funnel(initiative),
        contradictions=opposed(talk.actors, talk.claims, talk.budget.fundings),
        unreadable=_unreadable(initiative),
        proposed=Contribution.objects.of(initiative).waiting().count(),
        plan=plan,
        budget=talk.budget,
        lines=talk.given.fundings,
        points=tuple(open_points(initiative, on=on, plan=plan, budget=talk.given)),
        incomplete=sum(1 for sections in missing.values() if sections),
        empty=Counter(section for sections in missing.values() for section in sections),
        nearest=_nearest(initiative),
    )


def _nearest(initiative: Initiative) -> tuple[Near, ...]:
    """Of the projects that nobody agreed to carry, who is furthest: as people wrote it, and as documents say of drafts."""
    alone = unheld(initiative)
    written = ProjectCommitment.objects.standing().filter(project__in=alone, role__in=HOLDING)
    said = SaidCommitment.objects.filter(project__in=alone, project__taken_up_on=None)
    rows: list[Near] = [
        *written.exclude(level=Level.WITHDRAWN).select_related("actor", "project"),
        *said.select_related("actor", "project"),
    ]
    climbed = sorted(rows, key=lambda one: (-rung(one.level), one.project.number, one.actor.name))
    return tuple(climbed[:MOST_NEAR])


def _unreadable(initiative: Initiative) -> tuple[DocumentVersion, ...]:
    if not reads_everything():
        return ()
    rows = DocumentVersion.objects.of(initiative).filter(is_latest=True, status=ReadStatus.UNREADABLE, document__is_in_folder=True)
    return tuple(rows.select_related("document").order_by("document__path"))
