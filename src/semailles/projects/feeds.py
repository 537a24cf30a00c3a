"""How a project is born, and what feeds it. For actions only, once the right was checked."""

import uuid
from uuid import UUID

from django.db.models import Max, Q
from django.utils.translation import gettext as _

from semailles.convergence.models import Family
from semailles.intake.enums import IdeaState
from semailles.intake.models import Idea
from semailles.projects.enums import ProjectKind, Section
from semailles.projects.errors import WrongIdea
from semailles.projects.models import FormerFeed, Project, ProjectIdea
from semailles.workshop.models import Initiative
from semailles.workshop.today import today


def born(initiative: Initiative, title: str, *, kind: ProjectKind = ProjectKind.PROJECT, key: UUID | None = None) -> Project:
    """People's own from its first day, under the next number. Its words are checked by the action."""
    last = Project.objects.of(initiative).order_by("-number").values_list("number", flat=True).first() or 0
    day = today(initiative)
    project = Project(
        initiative=initiative,
        public_id=key or uuid.uuid4(),
        number=last + 1,
        title=title.strip(),
        kind=kind,
        taken_up_on=day,
        emerged_on=day,
    )
    project.save()
    return project


def numbered(initiative: Initiative, key: UUID | None) -> Project | None:
    """The one that the same form made already: a double click is one gesture."""
    known: Project | None = Project.objects.of(initiative).filter(Q(public_id=key) | Q(opened_with=key)).first() if key else None
    return known


def feed(project: Project, idea: Idea, *, part: str = "") -> ProjectIdea:
    """Last of the ideas that the project comes from; what it says on the sheet stands under the same rank."""
    described = project.statements.filter(section=Section.DESCRIPTION)
    ranks = [rows.aggregate(last=Max("rank"))["last"] for rows in (project.feeds.all(), described)]
    rank = max((int(last) + 1 for last in ranks if last is not None), default=0)
    return ProjectIdea.objects.create(initiative=project.initiative, project=project, idea=idea, rank=rank, part=part)


def leave(project: Project, idea: Idea, reason: str) -> FormerFeed:
    fed = ProjectIdea.objects.of(project.initiative).filter(project=project, idea=idea).first()
    if fed is None:
        raise WrongIdea(_("« %(idea)s » does not feed « %(project)s »: nothing to take off.") % _both(project, idea))
    fed.delete()
    return FormerFeed.objects.create(
        initiative=project.initiative, project=project, idea=idea, part=fed.part, reason=reason, on=today(project.initiative)
    )


def standing_idea(project: Project, idea: Idea) -> Idea:
    """The idea that says it today: a duplicate is said by another one."""
    if idea.initiative_id != project.initiative_id:
        raise WrongIdea(_("« %(idea)s » belongs to another initiative.") % _both(project, idea))
    if idea.state == IdeaState.MERGED and idea.merged_into:
        return standing_idea(project, idea.merged_into)
    if idea.state == IdeaState.SET_ASIDE:
        raise WrongIdea(_("« %(idea)s » was set aside: keep it first, then it can feed a project.") % _both(project, idea))
    if idea.state == IdeaState.SPLIT:
        raise WrongIdea(_("« %(idea)s » was split: choose among its parts.") % _both(project, idea))
    return idea


def join_family(project: Project, family: Family) -> bool:
    """True when it was not tied to it yet."""
    if project.family_id is None:
        project.family = family
        project.save(update_fields=["family", "updated_at"])
        return True
    if project.family_id == family.pk or project.other_families.filter(pk=family.pk).exists():
        return False
    project.other_families.add(family)
    return True


def _both(project: Project, idea: Idea) -> dict[str, str]:
    return {"idea": idea.title, "project": project.title}
