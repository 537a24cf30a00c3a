"""Projects that people open: from convergences, from ideas, by hand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from semailles.convergence.models import Family
from semailles.core.journal import record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.intake.enums import OUT
from semailles.intake.models import Idea
from semailles.projects.actions.merging import merge_projects
from semailles.projects.enums import LinkKind, ProjectKind
from semailles.projects.errors import NotShared, Unsaid
from semailles.projects.feeds import born, feed, join_family, numbered, standing_idea
from semailles.projects.models import Project, ProjectLink
from semailles.projects.taking import opened
from semailles.projects.telling import tell
from semailles.workshop.editing import check, next_rank
from semailles.workshop.models import Initiative
from semailles.workshop.rules import may_shape

SHARED_BY = 2


@dataclass(frozen=True, slots=True)
class NewProject:
    """`serves`: the projects that share a transverse one."""

    title: str
    families: Sequence[Family] = ()
    ideas: Sequence[Idea] = ()
    serves: Sequence[Project] = ()

    @property
    def kind(self) -> ProjectKind:
        return ProjectKind.TRANSVERSE if self.serves else ProjectKind.PROJECT


@transaction.atomic
def open_project(initiative: Initiative, new: NewProject, *, key: UUID | None = None, by: Person) -> Project:
    """The draft of the first convergence is taken up with its number when there is one; the drafts of the others are merged into it."""
    require(may_shape(by, initiative), by=by)
    if known := numbered(initiative, key):
        return known
    if not new.title.strip():
        raise Unsaid(_("Give the project a title: a few words that are understood alone."))
    if new.serves and len(new.serves) < SHARED_BY:
        raise NotShared(_("What is transverse serves two projects at least: name another one, or open an ordinary project."))
    drafts = _drafts_of(initiative, new.families)
    project = opened(drafts[0], by=by) if drafts else born(initiative, new.title, kind=new.kind, key=key)
    project.title, project.kind, project.opened_with = new.title.strip(), new.kind, key
    check(project)
    project.save(update_fields=["title", "kind", "opened_with", "updated_at"])
    for other in drafts[1:]:
        merge_projects(other, project, _("One project was made of these convergences."), by=by)
    _tie(project, new, by=by)
    record("project born", project, by=by, initiative=initiative, ideas=project.feeds.count())
    return project


def _drafts_of(initiative: Initiative, families: Iterable[Family]) -> list[Project]:
    """Those that nobody took up yet, in the order of the convergences."""
    found = {project.family_id: project for project in Project.objects.of(initiative).drafts().order_by("-number")}
    return [found[family.pk] for family in families if family.pk in found]


def _tie(project: Project, new: NewProject, *, by: Person) -> None:
    """A convergence that is read as such brings its ideas; an idea that is set aside or said by another one does not come alone."""
    for family in new.families:
        join_family(project, family)
    told = [idea for family in new.families for idea in family.ideas.exclude(state__in=OUT).order_by("-score", "pk")]
    _feed_with(project, [*told, *(standing_idea(project, idea) for idea in new.ideas)])
    for other in new.serves:
        rank = next_rank(ProjectLink.objects.of(project.initiative))
        link = ProjectLink(initiative=project.initiative, project=project, other=opened(other, by=by), kind=LinkKind.SERVES, rank=rank)
        check(link)
        link.save()


def _feed_with(project: Project, ideas: Iterable[Idea]) -> None:
    known = set(project.feeds.values_list("idea", flat=True))
    new = [idea for idea in dict.fromkeys(ideas) if idea.pk not in known]
    for idea in new:
        feed(project, idea)
    if new:
        tell(project, new)
