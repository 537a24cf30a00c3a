"""Who writes which project, who works in which group, who answers what."""

from typing import Protocol

from django.db.models import Q

from semailles.core.models import Person
from semailles.projects.models import Comment, GroupNote, Holding, Offer, Project, SupportNeed, WorkTask
from semailles.workshop.enums import Role
from semailles.workshop.models import Body, Initiative
from semailles.workshop.rules import may_shape, may_take_part, remembered, roles_of, sits_in, stand_in, suppose
from semailles.workshop.today import today


class Home(Protocol):
    """What is done for a project or, without one, for a group."""

    @property
    def project(self) -> Project | None: ...

    @property
    def group(self) -> Body | None: ...


def may_write_project(person: Person, project: Project) -> bool:
    """Whoever shapes projects writes them all; a holder, those held; a member of a working group, those that the group takes in hand."""
    initiative = project.initiative
    return (
        may_shape(person, initiative)
        or (project.group_id is not None and sits_in(person, project.group_id, initiative))
        or (Role.HOLDER in roles_of(person, initiative) and project.pk in remembered(person, initiative, _held))
    )


def may_work_in(person: Person, group: Body) -> bool:
    """Tasks and notes of a group: its members, and whoever shapes projects."""
    return may_shape(person, group.initiative) or sits_in(person, group.pk, group.initiative)


def may_plan(person: Person, initiative: Initiative, task: Home) -> bool:
    """What is to be done for a project is written by whoever writes it; for a group alone, by its members."""
    if task.project is not None:
        return may_write_project(person, task.project)
    return may_shape(person, initiative) if task.group is None else may_work_in(person, task.group)


def may_work_on(person: Person, row: WorkTask | GroupNote) -> bool:
    return may_plan(person, row.initiative, row) if isinstance(row, WorkTask) else may_work_in(person, row.group)


def may_finish(person: Person, task: WorkTask) -> bool:
    """The group that has it to do says that it is done, whoever's project it is for."""
    return may_work_on(person, task) or (task.group is not None and may_work_in(person, task.group))


def may_write_help(person: Person, line: SupportNeed | Offer) -> bool:
    """Of a project: whoever writes it; an offer to whoever needs it: whoever writes them all."""
    return may_shape(person, line.initiative) if line.project is None else may_write_project(person, line.project)


def may_give_to(person: Person, project: Project | None) -> bool:
    """Help is offered to a project by whoever writes it, to no one project by anybody who offers."""
    return project is None or may_write_project(person, project)


def may_answer_remark(person: Person, comment: Comment) -> bool:
    """Anybody who takes part answers first; another's answer is replaced only by whoever writes the project."""
    if may_write_project(person, comment.project):
        return True
    return may_take_part(person, comment.initiative) and comment.answered_by_id in {None, person.pk}


def may_settle_remark(person: Person, comment: Comment) -> bool:
    """Whoever made it closes it, and whoever writes the project."""
    is_theirs = comment.by_id == person.pk and may_take_part(person, comment.initiative)
    return is_theirs or may_write_project(person, comment.project)


def stand_in_for(role: Role, project: Project) -> Person:
    """Somebody of no database who has this role alone, holds this project and sits in the group that has it in hand."""
    seats = frozenset() if project.group_id is None else frozenset({project.group_id})
    person = stand_in(role, project.initiative, seats=seats)
    suppose(person, project.initiative, _held, frozenset({project.pk}))
    return person


def _held(person: Person, initiative: Initiative) -> frozenset[int]:
    """The projects that the person holds today, and those into which these were merged."""
    runs = Q(until=None) | Q(until__gt=today(initiative))
    held = set(Holding.objects.of(initiative).filter(runs, person=person).values_list("project", flat=True))
    merged = dict(Project.objects.of(initiative).exclude(merged_into=None).values_list("pk", "merged_into")) if held else {}
    reached = held
    while reached := {merged[key] for key in reached if key in merged} - held:
        held |= reached
    return frozenset(held)
