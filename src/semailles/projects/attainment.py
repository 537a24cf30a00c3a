"""What projects hold, as the ladder of maturity asks it: for one or for a thousand, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet, Value

from semailles.core.texts.queries import written_slots
from semailles.projects.enums import Ground, Maturity, Section
from semailles.projects.maturity import READ, Condition, missing, next_step, rank, worth
from semailles.projects.models import (
    Effect,
    Example,
    MaturityStep,
    Obstacle,
    Project,
    ProjectCommitment,
    ProjectCost,
    ProjectFunding,
    ProjectIdea,
    ProjectMilestone,
    ProjectPlace,
    ProjectStep,
    SheetStatement,
)
from semailles.workshop.enums import CommitmentRole, Level
from semailles.workshop.ladder import RUNGS
from semailles.workshop.models import Initiative
from semailles.workshop.ownership import Editable

Met = Mapping[int, frozenset[str]]
_Facts = defaultdict[int, set[str]]
FIELDS = (
    "tagline", "sphere", "strategy_verb", "axis_id", "scale", "competent_body_id", "licence", "emerged_on", "next_review_on",
    "not_quantified_reason", "public_contact",
)  # fmt: skip
TRIO = (frozenset({"élu"}), frozenset({"habitant"}), frozenset({"entreprise", "institution", "chambre"}))
NO_LEVER = "no lever"
AGREED = RUNGS[RUNGS.index(Level.ORAL) :]
SIGNED = RUNGS[RUNGS.index(Level.WRITTEN) :]


@dataclass(frozen=True, slots=True)
class Attainment:
    """`met`: the keys of the conditions that hold. `lapsed`: what the step where it stands asked for, and that holds no more."""

    project: Project
    met: frozenset[str]
    following: Maturity | None
    missing: tuple[Condition, ...]
    lapsed: tuple[Condition, ...]


def attainments(initiative: Initiative, projects: Sequence[Project], *, on: date) -> dict[int, Attainment]:
    """What each project lacks, by its key."""
    met = facts_of(initiative, projects, on=on)
    return {project.pk: _attainment(project, met[project.pk]) for project in projects}


def _attainment(project: Project, met: frozenset[str]) -> Attainment:
    here = Maturity(project.maturity)
    following = next_step(here)
    lapsed = () if here == Maturity.IDEA else missing(met, here)
    return Attainment(project, met, following, missing(met, following or here), lapsed)


def facts_of(initiative: Initiative, projects: Sequence[Project], *, on: date) -> Met:
    """The conditions that each project meets on that day, by its key."""
    found: _Facts = defaultdict(set)
    for project in projects:
        found[project.pk].update(_of_its_card(project))
    keys = [project.pk for project in projects]
    for read in (_linked, _told, _begun, _given):
        read(initiative, keys, found)
    _carried(initiative, keys, found, on)
    _written(initiative, projects, found)
    return {project.pk: frozenset(found[project.pk]) for project in projects}


def _of_its_card(project: Project) -> Iterable[str]:
    yield from (field.removesuffix("_id") for field in FIELDS if getattr(project, field))
    if project.facilitator or project.group_id:
        yield Ground.GROUP.value


def _linked(initiative: Initiative, keys: Sequence[int], found: _Facts) -> None:
    """Whatever is met by one line that stands: all of them in one query. « no lever » takes its obstacles back."""
    projects = Project.objects.of(initiative).filter(pk__in=keys)
    kept = Q(family__validated_at__isnull=False) | Q(other_families__validated_at__isnull=False)
    obstacles = _lines(Obstacle, initiative, keys)
    asked = {
        "themes": projects.filter(themes__set_aside_on=None, themes__isnull=False).values_list("pk"),
        Ground.CONVERGENCE.value: projects.filter(kept).values_list("pk"),
        "source": ProjectIdea.objects.of(initiative).filter(project__in=keys, idea__sources__isnull=False).values_list("project"),
        "costs": _lines(ProjectCost, initiative, keys).values_list("project"),
        "fundings": _lines(ProjectFunding, initiative, keys).values_list("project"),
        "not_quantified_reason": _lines(Effect, initiative, keys).values_list("project"),
        "examples": _lines(Example, initiative, keys).values_list("project"),
        "places": _lines(ProjectPlace, initiative, keys).values_list("project"),
        "obstacles": obstacles.values_list("project"),
        NO_LEVER: obstacles.filter(lever="").values_list("project"),
    }
    first, *others = (rows.order_by().values_list(*rows.query.values_select, Value(key)) for key, rows in asked.items())
    for project, key in first.union(*others):
        found[project].add(key)
    for key in keys:
        if NO_LEVER in found[key]:
            found[key] -= {"obstacles", NO_LEVER}


def _lines(model: type[Editable], initiative: Initiative, keys: Sequence[int]) -> "QuerySet[Any]":
    return model.objects.of(initiative).standing().filter(project__in=keys)


def _told(initiative: Initiative, keys: Sequence[int], found: _Facts) -> None:
    """Headings that the words of the teams fill."""
    told = SheetStatement.objects.of(initiative).filter(project__in=keys)
    for key, section in told.values_list("project", "section").distinct().order_by():
        found[key].add(section)


def _written(initiative: Initiative, projects: Sequence[Project], found: _Facts) -> None:
    texts = written_slots(initiative.public_id, Project.__name__)
    for project in projects:
        slots = texts.get(project.public_id)
        if slots:
            found[project.pk].update(slots, {"writers"}, {"places"} if Section.PLACE in slots else ())


def _carried(initiative: Initiative, keys: Sequence[int], found: _Facts, on: date) -> None:
    """Who agreed to what, once what has expired is taken off."""
    agreed = ProjectCommitment.objects.of(initiative).standing().filter(project__in=keys, level__in=AGREED)
    over = _expired(initiative, agreed, on)
    colleges: _Facts = defaultdict(set)
    for pk, key, role, level, college in agreed.values_list("pk", "project", "role", "level", "actor__college"):
        if pk in over:
            continue
        colleges[key].add(college)
        if role == CommitmentRole.CARRIES:
            found[key].update({Ground.COMMITMENT.value, *({"written"} if level in SIGNED else ())})
    for key, sat in colleges.items():
        if all(sat & side for side in TRIO):
            found[key].add("trio")


def _expired(initiative: Initiative, agreed: "QuerySet[ProjectCommitment]", on: date) -> set[int]:
    """Commitments whose last step is no longer valid."""
    steps = ProjectStep.objects.of(initiative).filter(commitment__in=agreed.filter(steps__expires_on__lt=on), on__lte=on)
    last = dict(steps.order_by("on", "pk").values_list("commitment", "expires_on"))
    return {key for key, expires_on in last.items() if expires_on is not None and expires_on < on}


def _begun(initiative: Initiative, keys: Sequence[int], found: _Facts) -> None:
    milestones = ProjectMilestone.objects.of(initiative).standing().filter(project__in=keys)
    for key, starts_on, planned_on, real_on in milestones.values_list("project", "starts_on", "planned_on", "real_on"):
        found[key].add("milestones")
        if starts_on or planned_on:
            found[key].add("starts_on")
        if real_on:
            found[key].update({"starts_on", Ground.MILESTONE.value})


def _given(initiative: Initiative, keys: Sequence[int], found: _Facts) -> None:
    """The grounds of the steps where the project stands now; those of steps that it went back from hold no more."""
    steps = MaturityStep.objects.of(initiative).filter(project__in=keys).exclude(ground="")
    for key, ground, step, here in steps.values_list("project", "ground", "maturity", "project__maturity"):
        if ground not in READ and rank(step) <= rank(here):
            found[key].add(worth(ground))
