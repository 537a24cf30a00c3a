"""All the projects in one table: filtered, in order, with what each lacks and when it last moved."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet

from semailles.core.models import SectionVersion
from semailles.engines.budgeting import Balance
from semailles.projects.attainment import Attainment, attainments
from semailles.projects.balances import project_balances
from semailles.projects.enums import Maturity, Status
from semailles.projects.maturity import LADDER
from semailles.projects.models import (
    Comment,
    Effect,
    Example,
    Obstacle,
    Project,
    ProjectCommitment,
    ProjectCost,
    ProjectFunding,
    ProjectMilestone,
    ProjectPlace,
    ProjectQuerySet,
    WorkTask,
)
from semailles.projects.sheets import SheetRow, sheet_rows
from semailles.workshop.enums import CommitmentRole, Level
from semailles.workshop.models import Initiative

LINES = (ProjectCost, ProjectFunding, ProjectMilestone, ProjectCommitment, ProjectPlace, Obstacle, Example, Effect, WorkTask, Comment)
STOPPED = (Status.BLOCKED, Status.PAUSED)
CARRYING = (CommitmentRole.CARRIES, CommitmentRole.CO_CARRIES)
NOBODY = "nobody"
# What the money of a project says, by name: `hoped` would be enough if all that is hoped came.
MONEY: Mapping[str, Callable[[Balance], bool]] = {
    "uncosted": lambda balance: balance.needs == 0,
    "covered": lambda balance: balance.needs > 0 and balance.gap <= 0,
    "hoped": lambda balance: balance.confirmed < balance.needs <= balance.hoped,
    "short": lambda balance: balance.hoped < balance.needs,
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """`holder`: who carries it, or « nobody ». `missing`: the key of a condition. `money`: a reading of its balance. `quiet`: days without any news."""

    words: str = ""
    maturity: str = ""
    status: str = ""
    theme: UUID | None = None
    sphere: str = ""
    holder: str = ""
    missing: str = ""
    money: str = ""
    quiet: int = 0
    order: str = ""


@dataclass(frozen=True, slots=True)
class PortfolioRow:
    """`said`: of a draft that nobody took up, what the documents say."""

    project: Project
    holders: tuple[ProjectCommitment, ...]
    attained: Attainment
    news_on: date
    balance: Balance
    said: SheetRow | None = None


def portfolio(initiative: Initiative, wanted: Wanted, *, on: date) -> list[int]:
    """The keys of the projects that are asked for, in their order. What no column holds is read for all of them at once."""
    found = _filtered(Project.objects.of(initiative).standing(), wanted)
    keys = list(found.order_by("number").values_list("pk", flat=True))
    if wanted.missing:
        attained = attainments(initiative, list(found), on=on)
        keys = [key for key in keys if wanted.missing in {one.key for one in attained[key].missing}]
    if wanted.money or wanted.order == "gap":
        keys = _by_money(initiative, keys, wanted, on=on)
    if wanted.quiet or wanted.order == "news":
        moved = news(initiative, list(found))
        keys = [key for key in keys if moved[key] <= on - timedelta(days=wanted.quiet)]
        if wanted.order == "news":
            keys.sort(key=lambda key: moved[key])
    if wanted.order in ("title", "maturity", "status"):
        keys = _in_order(found.filter(pk__in=keys), wanted.order)
    return keys


def rows(initiative: Initiative, keys: Sequence[int], *, on: date) -> list[PortfolioRow]:
    """In as many queries for one as for fifty."""
    known = Project.objects.of(initiative).in_bulk(keys)
    found = [known[key] for key in keys]
    held, attained, moved = _holders(initiative, keys), attainments(initiative, found, on=on), news(initiative, found)
    balances = project_balances(initiative, keys, on=on)
    said = _said(initiative, found)
    return [PortfolioRow(one, tuple(held[one.pk]), attained[one.pk], moved[one.pk], balances[one.pk], said.get(one.pk)) for one in found]


def news(initiative: Initiative, projects: Sequence[Project]) -> Mapping[int, date]:
    """The day on which anything of each project was last written."""
    last: dict[int, datetime] = {project.pk: project.updated_at for project in projects}
    keys = list(last)
    each = [_last_of(model.objects.of(initiative).filter(project__in=keys)) for model in LINES]
    for key, at in each[0].union(*each[1:], all=True):
        last[key] = max(last[key], at)
    written = SectionVersion.objects.of(initiative.public_id).filter(section__owner_kind=Project.__name__)
    texts = dict(written.values_list("section__owner_id").annotate(last=Max("at")).order_by())
    there = ZoneInfo(initiative.time_zone)
    return {one.pk: max(last[one.pk], texts.get(one.public_id, last[one.pk])).astimezone(there).date() for one in projects}


@dataclass(frozen=True, slots=True)
class Summary:
    """How many of them: drafts; carried or beyond; taken up and with nobody; stopped; with a cost written."""

    drafts: int
    carried: int
    alone: int
    stopped: int
    costed: int


def summary(initiative: Initiative, wanted: Wanted, keys: Sequence[int]) -> Summary:
    """One query. `keys`: what was found. No balance is read here: a thousand of them are not for every page."""
    found = _filtered(Project.objects.of(initiative).standing(), wanted)
    if wanted.missing or wanted.money or wanted.quiet:
        found = found.filter(pk__in=keys)
    costs = ProjectCost.objects.standing().filter(project=OuterRef("pk"), amount__gt=0)
    carrying = _carrying(initiative).filter(project=OuterRef("pk"))
    told = found.annotate(is_held=Exists(carrying), is_costed=Exists(costs))
    counts = told.order_by().aggregate(
        drafts=Count("pk", filter=Q(taken_up_on=None)),
        carried=Count("pk", filter=Q(maturity__in=LADDER[LADDER.index(Maturity.CARRIED) :])),
        alone=Count("pk", filter=Q(is_held=False) & ~Q(taken_up_on=None)),
        stopped=Count("pk", filter=Q(status__in=STOPPED)),
        costed=Count("pk", filter=Q(is_costed=True)),
    )
    return Summary(**counts)


def holders_of(initiative: Initiative) -> list[tuple[str, str]]:
    """Who carries at least one project: the actor's id and name."""
    carrying = _carrying(initiative).values_list("actor__public_id", "actor__name").distinct().order_by("actor__name")
    return [(str(public_id), name) for public_id, name in carrying]


def _filtered(projects: ProjectQuerySet, wanted: Wanted) -> ProjectQuerySet:
    for field in ("maturity", "status", "sphere"):
        if value := getattr(wanted, field):
            projects = projects.filter(**{field: value})
    if wanted.words.strip():
        projects = projects.filter(Q(title__icontains=wanted.words.strip()) | Q(tagline__icontains=wanted.words.strip()))
    if wanted.theme:
        told = Q(themes__public_id=wanted.theme) | Q(themes=None, family__theme__public_id=wanted.theme)
        projects = projects.filter(pk__in=projects.filter(told).values("pk"))
    if wanted.holder:
        carrying = ProjectCommitment.objects.standing().filter(role__in=CARRYING).exclude(level=Level.WITHDRAWN)
        if wanted.holder == NOBODY:
            return projects.exclude(pk__in=carrying.values("project"))
        return projects.filter(pk__in=carrying.filter(actor__public_id=wanted.holder).values("project"))
    return projects


def _by_money(initiative: Initiative, keys: Sequence[int], wanted: Wanted, *, on: date) -> list[int]:
    """In their order, or what lacks most first."""
    balances = project_balances(initiative, keys, on=on)
    kept = [key for key in keys if not wanted.money or MONEY[wanted.money](balances[key])]
    return sorted(kept, key=lambda key: -balances[key].gap) if wanted.order == "gap" else kept


def _said(initiative: Initiative, found: Sequence[Project]) -> Mapping[int, SheetRow]:
    drafts = [one.pk for one in found if one.is_draft]
    return {row.project.pk: row for row in sheet_rows(Project.objects.of(initiative).filter(pk__in=drafts))} if drafts else {}


def _in_order(projects: ProjectQuerySet, order: str) -> list[int]:
    if order == "title":
        return list(projects.order_by("title", "number").values_list("pk", flat=True))
    places = [str(choice) for choice in (Maturity if order == "maturity" else Status)]
    pairs = projects.order_by("number").values_list("pk", order)
    return [pk for pk, _value in sorted(pairs, key=lambda pair: places.index(pair[1]), reverse=order == "maturity")]


def _carrying(initiative: Initiative) -> "QuerySet[ProjectCommitment]":
    return ProjectCommitment.objects.of(initiative).standing().filter(role__in=CARRYING).exclude(level=Level.WITHDRAWN)


def _holders(initiative: Initiative, keys: Sequence[int]) -> Mapping[int, list[ProjectCommitment]]:
    found: dict[int, list[ProjectCommitment]] = defaultdict(list)
    for one in _carrying(initiative).filter(project__in=keys).select_related("actor").order_by("role", "actor__name"):
        found[one.project_id].append(one)
    return found


def _last_of(lines: "QuerySet[Any]") -> "QuerySet[Any, tuple[int, datetime]]":
    last: QuerySet[Any, tuple[int, datetime]] = lines.order_by().values_list("project").annotate(last=Max("updated_at"))
    return last
