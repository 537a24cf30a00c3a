"""A project split, dropped, taken back: each with its reason, none for ever."""

from collections.abc import Sequence
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from semailles.core.journal import record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.core.seals import proclaim
from semailles.intake.models import Idea
from semailles.projects.errors import Closed, NotParted, Unsaid
from semailles.projects.feeds import born, feed, leave, numbered
from semailles.projects.models import Project
from semailles.projects.queries import said_by
from semailles.projects.rules import may_write_project
from semailles.projects.taking import opened, said
from semailles.projects.telling import tell_in
from semailles.projects.ties import serve_too
from semailles.workshop import editing
from semailles.workshop.editing import check
from semailles.workshop.rules import may_shape
from semailles.workshop.today import today


@transaction.atomic
def rename_project(project: Project, title: str, *, revision: int, by: Person) -> Project:
    """Its number stays, and so do the addresses that lead to it."""
    require(may_write_project(by, project), by=by)
    if not title.strip():
        raise Unsaid(_("Give the project a title: a few words that are understood alone."))
    return editing.change(opened(project, by=by), {"title": title.strip()}, revision=revision, by=by, verb="described")


@transaction.atomic
def split_project(project: Project, ideas: Sequence[Idea], title: str, reason: str, *, key: UUID | None = None, by: Person) -> Project:
    """These ideas go to a project of their own, under a new number; the first one keeps in sight that they left. Merging it back undoes the split."""
    require(may_shape(by, project.initiative), by=by)
    if known := numbered(project.initiative, key):
        return known
    project, reason = opened(project, by=by), said(reason)
    if not title.strip():
        raise Unsaid(_("Give the new project a title: a few words that are understood alone."))
    if not ideas or len(ideas) >= project.feeds.count():
        raise NotParted(_("Choose at least one idea of « %(project)s », and leave it one at least.") % {"project": project.title})
    part = born(project.initiative, title, key=key)
    part.parted_from, part.family, part.sphere = project, project.family, project.sphere
    check(part)
    part.save(update_fields=["parted_from", "family", "sphere"])
    told, there = said_by(project, ideas), dict(project.feeds.values_list("idea", "rank"))
    here = {there.get(idea.pk, -1): feed(part, idea, part=leave(project, idea, reason).part).rank for idea in ideas}
    tell_in(part, told, here)
    serve_too(project, part)
    record("split project", project, by=by, initiative=project.initiative, part=part.title, reason=reason)
    return part


@transaction.atomic
def drop_project(project: Project, reason: str, *, by: Person) -> Project:
    """It leaves every list that counts; its sheet, its ideas and its reason stay."""
    require(may_shape(by, project.initiative), by=by)
    project, reason = opened(project, by=by), said(reason)
    project.set_aside_on, project.set_aside_reason = today(project.initiative), reason
    _keep(project)
    proclaim("dropped project", project, by=by, initiative=project.initiative, reason=reason)
    return project


@transaction.atomic
def take_project_back(project: Project, reason: str, *, by: Person) -> Project:
    require(may_shape(by, project.initiative), by=by)
    kept: Project = Project.objects.of(project.initiative).select_for_update().get(pk=project.pk)
    if kept.set_aside_on is None:
        raise Closed(_("« %(project)s » was not dropped: there is nothing to take back.") % {"project": kept.title})
    reason = said(reason)
    kept.set_aside_on, kept.set_aside_reason = None, ""
    _keep(kept)
    proclaim("took project back", kept, by=by, initiative=kept.initiative, reason=reason)
    return kept


def _keep(project: Project) -> None:
    project.revision += 1
    project.save(update_fields=["set_aside_on", "set_aside_reason", "revision", "updated_at"])
