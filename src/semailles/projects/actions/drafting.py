"""What the program draws when asked: draft sheets from the strongest convergences."""

from collections.abc import Sequence

from django.db import transaction

from semailles.convergence.models import Family
from semailles.core.identifiers import named
from semailles.core.journal import record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.intake.enums import OUT
from semailles.intake.models import Idea
from semailles.projects.enums import Section
from semailles.projects.models import Project, ProjectIdea, SaidCommitment, SheetStatement
from semailles.projects.queries import claims_beside, families_without_project, feeding, levels_said
from semailles.projects.telling import describe
from semailles.workshop.enums import Level
from semailles.workshop.models import Initiative
from semailles.workshop.rules import may_shape

MOST_DRAFTS = 17
LEAST_SAID = 90  # signs, over all the ideas of a convergence: below, it stays a four-line entry
# What a text says of a commitment is at most an agreement by word: nothing is written before its document is attached.
LADDER = {
    "sollicité": Level.SOUGHT,
    "à confirmer": Level.TO_CONFIRM,
    "accord oral": Level.ORAL,
    "décidé": Level.ORAL,
    "retiré": Level.WITHDRAWN,
}
RUNGS = (Level.WITHDRAWN, Level.SOUGHT, Level.TO_CONFIRM, Level.ORAL)


@transaction.atomic
def draft_projects(initiative: Initiative, *, by: Person) -> list[Project]:
    """Drafts for the strongest convergences, 17 at most; a draft keeps its number, and its sheet is drawn again from today's ideas."""
    require(may_shape(by, initiative), by=by)
    for project in Project.objects.of(initiative).left_behind():
        _follow(project)
    drafts = list(Project.objects.of(initiative).drafts())
    drafts += _new_drafts(initiative, MOST_DRAFTS - Project.objects.of(initiative).standing().count())
    _feed(initiative, drafts)
    record("drafted", initiative, by=by, initiative=initiative, projects=len(drafts))
    return drafts


def _follow(project: Project) -> None:
    """Its convergence was absorbed: the draft goes with most of its ideas, unless another sheet is already there."""
    ideas = set(project.ideas.values_list("pk", flat=True))
    free = Family.objects.of(project.initiative).current().filter(ideas__in=ideas, projects=None).distinct().prefetch_related("ideas")
    shared = [(-len(ideas.intersection(idea.pk for idea in family.ideas.all())), family.rank, family.pk, family) for family in free]
    if shared:
        project.family = min(shared)[-1]
        project.save(update_fields=["family"])


def _new_drafts(initiative: Initiative, room: int) -> list[Project]:
    last = Project.objects.of(initiative).order_by("-number").values_list("number", flat=True).first() or 0
    rich = [family for family in families_without_project(initiative) if _is_rich(family)]
    return [_born(initiative, family, last + rank) for rank, family in enumerate(rich[: max(room, 0)], start=1)]


def _is_rich(family: Family) -> bool:
    """A sheet needs something to stand on: what its ideas say, not their number."""
    return sum(len(idea.text) for idea in _told(family)) >= LEAST_SAID


def _born(initiative: Initiative, family: Family, number: int) -> Project:
    project = Project(
        initiative=initiative, public_id=named("project", str(family.public_id)), number=number, title=family.title, family=family
    )
    project.save()
    return project


def _feed(initiative: Initiative, drafts: Sequence[Project]) -> None:
    for model in (ProjectIdea, SheetStatement, SaidCommitment):
        model.objects.of(initiative).filter(project__in=drafts).delete()
    for project in drafts:
        _link_ideas(project)
        describe(project, project.feeds.select_related("idea").order_by("rank"))
    statements = feeding(initiative, drafts)
    SheetStatement.objects.bulk_create(
        SheetStatement(
            initiative=initiative,
            project=project,
            section=Section(remark.heading),
            rank=rank,
            passage=remark.passage,
            start=remark.start,
            end=remark.end,
            quote=remark.quote,
        )
        for project, sections in statements.items()
        for remarks in sections.values()
        for rank, remark in enumerate(remarks)
    )
    for project in drafts:
        _set_commitments(project)


def _link_ideas(project: Project) -> None:
    """The idea that tells the convergence first, then the surest; those that people are to place come last."""
    family = project.family
    if family is None:
        return
    project.title = family.title
    project.save(update_fields=["title"])
    doubtful = set(family.members.filter(is_doubtful=True).values_list("idea", flat=True))
    ideas = sorted(_told(family), key=lambda idea: (idea.pk in doubtful, idea.pk != family.medoid_id, -idea.score, idea.pk))
    ProjectIdea.objects.bulk_create(
        ProjectIdea(initiative=project.initiative, project=project, idea=idea, rank=rank) for rank, idea in enumerate(ideas)
    )


def _told(family: Family) -> list[Idea]:
    """What a duplicate says, the other idea says with its sources; what people set aside is told no more."""
    return [idea for idea in family.ideas.all() if idea.state not in OUT]


def _set_commitments(project: Project) -> None:
    """One ladder per actor and role; the lowest rung that any source gives them in that role counts. Who withdrew from this project has no other line on it."""
    lowest: dict[tuple[int, str], SaidCommitment] = {}
    claims = claims_beside(project)
    gone = {claim.actor_id: claim for claim in reversed(claims) if claim.level == Level.WITHDRAWN}
    for claim in (gone.get(claim.actor_id, claim) for claim in claims):
        level = min((LADDER[level] for level in levels_said(claim)), key=RUNGS.index)
        line = SaidCommitment(initiative=project.initiative, project=project, actor=claim.actor, role=claim.role, level=level, claim=claim)
        key = (claim.actor_id or 0, claim.role)
        lowest.setdefault(key, line)
    SaidCommitment.objects.bulk_create(lowest.values())
