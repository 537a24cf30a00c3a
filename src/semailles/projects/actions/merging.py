"""Two projects made one, and parted again: what each had is known, and comes back."""

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from semailles.core.models import Person
from semailles.core.permits import require
from semailles.core.seals import proclaim
from semailles.projects.errors import NotMergeable
from semailles.projects.feeds import feed, join_family
from semailles.projects.holders import holder_of
from semailles.projects.models import (
    Absorption,
    Comment,
    Effect,
    Example,
    FormerFeed,
    Obstacle,
    Offer,
    Picture,
    Project,
    ProjectCommitment,
    ProjectCost,
    ProjectFunding,
    ProjectMilestone,
    ProjectMission,
    ProjectPlace,
    ProjectStep,
    SheetStatement,
    SupportNeed,
    WorkTask,
)
from semailles.projects.taking import opened, said
from semailles.projects.telling import give_words
from semailles.projects.ties import give_links, take_links_back
from semailles.workshop.ladder import count_again
from semailles.workshop.rules import may_shape
from semailles.workshop.today import today

# What a project holds of its own and that goes with it. Its texts, what was said of them and is closed, and its steps of maturity stay with its
# number, where they were written.
HELD: tuple[Any, ...] = (
    ProjectCommitment,
    ProjectCost,
    ProjectFunding,
    ProjectMilestone,
    ProjectMission,
    ProjectPlace,
    Obstacle,
    Example,
    Effect,
    Picture,
    SupportNeed,
    Offer,
    WorkTask,
    Comment,
)
STEPS, TOLD = ProjectStep.__name__, SheetStatement.__name__


@transaction.atomic
def merge_projects(project: Project, into: Project, reason: str, *, by: Person) -> Project:
    """The other one stays with all that both had; this one keeps its number and its reason. An actor who has a ladder in the same role in both has
    one there, with the steps of both in the order of their days."""
    require(may_shape(by, project.initiative), by=by)
    reason = said(reason)
    if project.pk == into.pk or project.initiative_id != into.initiative_id:
        raise NotMergeable(_("« %(project)s » is merged into another project of the same initiative.") % {"project": project.title})
    project, into = opened(project, by=by), opened(into, by=by)
    Absorption.objects.create(
        initiative=project.initiative,
        project=project,
        into=into,
        reason=reason,
        by=by,
        on=today(project.initiative),
        ideas=_give_ideas(project, into),
        rows={**_give_rows(project, into), STEPS: _give_steps(project, into), TOLD: give_words(project, into), **give_links(project, into)},
        families=_give_families(project, into),
    )
    project.merged_into, project.merge_reason = into, reason
    project.revision += 1
    project.save(update_fields=["merged_into", "merge_reason", "revision", "updated_at"])
    proclaim("merged projects", project, by=by, initiative=project.initiative, into=into.title, reason=reason)
    return project


@transaction.atomic
def part_again(project: Project, reason: str, *, by: Person) -> Project:
    """The merge is taken back whole: each has again its lines, each with what was written on it since. A step climbed since on a ladder that both had
    stays with the one that kept the ladder."""
    require(may_shape(by, project.initiative), by=by)
    reason = said(reason)
    merge = (
        Absorption.objects.of(project.initiative)
        .standing()
        .select_for_update(of=("self",))
        .filter(project=project)
        .select_related("into")
        .first()
    )
    if merge is None:
        raise NotMergeable(_("« %(project)s » is merged into no other project.") % {"project": project.title})
    into = opened(merge.into, by=by)
    take_links_back(merge.rows, project, into)
    _take_rows_back(merge)
    _take_ideas_back(merge, into)
    _take_words_back(merge)
    _take_families_back(merge, into)
    merge.taken_back_on, merge.taken_back_reason = today(project.initiative), reason
    merge.save(update_fields=["taken_back_on", "taken_back_reason"])
    kept: Project = Project.objects.of(project.initiative).select_for_update().get(pk=project.pk)
    kept.merged_into, kept.merge_reason = None, ""
    kept.revision += 1
    kept.save(update_fields=["merged_into", "merge_reason", "revision", "updated_at"])
    proclaim("parted again", kept, by=by, initiative=kept.initiative, into=into.title, reason=reason)
    return kept


def _give_ideas(project: Project, into: Project) -> list[tuple[int, str]]:
    """What people took off the other one stays off, unless this one was taken out of it."""
    known = set(into.feeds.values_list("idea", flat=True))
    left = {one.idea_id: one for one in into.former_feeds.all()}
    given = []
    for fed in project.feeds.select_related("idea").order_by("rank"):
        former = left.get(fed.idea_id)
        if fed.idea_id in known or (former and project.parted_from_id != into.pk):
            continue
        feed(into, fed.idea, part=fed.part)
        if former:
            former.delete()
        given.append((fed.idea_id, former.reason if former else ""))
    return given


def _take_ideas_back(merge: Absorption, into: Project) -> None:
    """An idea that another merged project brings too stays, and is that one's from now on."""
    for idea, why_left in merge.ideas:
        also = into.absorbing.standing().exclude(pk=merge.pk).filter(project__feeds__idea=idea).first()
        if also:
            also.ideas = [*also.ideas, [idea, why_left]]
            also.save(update_fields=["ideas"])
            continue
        fed = into.feeds.filter(idea=idea).first()
        if fed is None:
            continue
        fed.delete()
        if why_left:
            FormerFeed.objects.create(
                initiative=into.initiative, project=into, idea=fed.idea, part=fed.part, reason=why_left, on=today(into.initiative)
            )


def _take_words_back(merge: Absorption) -> None:
    """What another merged project says too is told again in its words."""
    SheetStatement.objects.of(merge.initiative).filter(pk__in=merge.rows.get(TOLD, ())).delete()
    for one in merge.into.absorbing.standing().exclude(pk=merge.pk).select_related("project", "into"):
        one.rows[TOLD] = [*one.rows.get(TOLD, ()), *give_words(one.project, one.into)]
        one.save(update_fields=["rows"])


def _give_rows(project: Project, into: Project) -> dict[str, list[Any]]:
    given: dict[str, list[Any]] = {}
    for kind in HELD:
        rows = kind.objects.of(project.initiative).filter(project=project)
        if kind is Comment:
            rows = rows.filter(closed_at=None)
        if twice := _twice(kind, into):
            rows = rows.exclude(pk__in=[row.pk for row in rows if tuple(getattr(row, name) for name in twice[0]) in twice[1]])
        if keys := list(rows.order_by("pk").values_list("pk", flat=True)):
            kind.objects.of(project.initiative).filter(pk__in=keys).update(project=into)
            given[kind.__name__] = keys
    return given


def _twice(kind: Any, into: Project) -> tuple[Sequence[str], set[tuple[object, ...]]] | None:
    """Rows of which a project has one only: what tells them apart, and those that the other one has."""
    names = {ProjectCommitment: ("actor_id", "role"), ProjectMission: ("mission_id",)}.get(kind)
    if names is None:
        return None
    return names, set(kind.objects.of(into.initiative).filter(project=into).values_list(*names))


def _give_steps(project: Project, into: Project) -> list[list[int]]:
    """Where the actor has a ladder in that role in both: each step that goes there, with the ladder that it leaves."""
    given: list[list[int]] = []
    for ladder in project.commitments.standing().select_related("actor", "initiative"):
        there = holder_of(into, ladder.actor, ladder.role)
        if there is None or not there.is_standing:
            continue
        given += [[step, ladder.pk] for step in ladder.steps.order_by("pk").values_list("pk", flat=True)]
        ladder.steps.update(commitment=there)
        count_again(there, ProjectStep)
    return given


def _take_rows_back(merge: Absorption) -> None:
    """What another merged project had beside it, and had left behind, goes in its place."""
    others = list(merge.into.absorbing.standing().exclude(pk=merge.pk).select_related("project", "into"))
    for one in (merge, *others):
        _take_steps_back(one)
    for kind in HELD:
        rows = kind.objects.of(merge.initiative).filter(pk__in=merge.rows.get(kind.__name__, ()))
        rows.filter(project=merge.into).update(project=merge.project)
    for one in others:
        for name, keys in {**_give_rows(one.project, one.into), **give_links(one.project, one.into)}.items():
            one.rows[name] = [*one.rows.get(name, ()), *keys]
        one.rows[STEPS] = _give_steps(one.project, one.into)
        one.save(update_fields=["rows"])


def _take_steps_back(merge: Absorption) -> None:
    ladders = ProjectCommitment.objects.of(merge.initiative)
    for step, ladder in merge.rows.get(STEPS, ()):
        ProjectStep.objects.of(merge.initiative).filter(pk=step).update(commitment=ladder)
    for one in ladders.filter(project__in=(merge.project, merge.into)).select_related("initiative"):
        count_again(one, ProjectStep)


def _give_families(project: Project, into: Project) -> list[int]:
    theirs = [*([project.family] if project.family else []), *project.other_families.all()]
    return [family.pk for family in theirs if join_family(into, family)]


def _take_families_back(merge: Absorption, into: Project) -> None:
    """Another merged project may hold to the same convergence: then it stays."""
    others = (
        Project.objects.of(into.initiative).filter(absorptions__into=into, absorptions__taken_back_on=None).exclude(pk=merge.project_id)
    )
    for family in merge.families:
        if others.filter(Q(family=family) | Q(other_families=family)).exists():
            continue
        into.other_families.remove(family)
        if into.family_id == family:
            into.family = None
            into.save(update_fields=["family", "updated_at"])
