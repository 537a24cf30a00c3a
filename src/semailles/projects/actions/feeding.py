"""Ideas that feed a project: added, taken off with a reason, put back. Their sources never move."""

from django.db import transaction

from semailles.core.journal import record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.intake.models import Idea
from semailles.projects.feeds import feed, leave, standing_idea
from semailles.projects.models import FormerFeed, Project, ProjectIdea
from semailles.projects.rules import may_write_project
from semailles.projects.taking import opened, said
from semailles.projects.telling import tell, untell


@transaction.atomic
def add_idea(project: Project, idea: Idea, *, part: str = "", by: Person) -> ProjectIdea:
    """An idea may feed several projects; one that had been taken off this one comes back. `part`: what of it is taken, when not all."""
    require(may_write_project(by, project), by=by)
    project = opened(project, by=by)
    idea = standing_idea(project, idea)
    known: ProjectIdea | None = ProjectIdea.objects.of(project.initiative).filter(project=project, idea=idea).first()
    if known:
        return known
    FormerFeed.objects.of(project.initiative).filter(project=project, idea=idea).delete()
    fed = feed(project, idea, part=part.strip())
    tell(project, [idea])
    record("fed", project, by=by, initiative=project.initiative, idea=idea.title)
    return fed


@transaction.atomic
def take_idea_off(project: Project, idea: Idea, reason: str, *, by: Person) -> FormerFeed:
    """The project keeps in sight that it came from there, and why it left."""
    require(may_write_project(by, project), by=by)
    project = opened(project, by=by)
    reason = said(reason)
    untell(project, [idea])
    left = leave(project, idea, reason)
    record("unfed", project, by=by, initiative=project.initiative, idea=idea.title, reason=reason)
    return left
