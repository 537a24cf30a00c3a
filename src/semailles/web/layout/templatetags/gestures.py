"""Whether a gesture on one thing is shown to whoever reads. What concerns the whole initiative stands in `may`, around every page."""

from django import template

from semailles.core.models import Person
from semailles.projects.models import Comment, Project, WorkTask
from semailles.projects.rules import may_answer_remark, may_finish, may_settle_remark, may_work_on, may_write_project

register = template.Library()


@register.filter
def written_by(project: Project, person: Person) -> bool:
    return may_write_project(person, project)


@register.filter
def worked_on_by(task: WorkTask, person: Person) -> bool:
    return may_work_on(person, task)


@register.filter
def finished_by(task: WorkTask, person: Person) -> bool:
    return may_finish(person, task)


@register.filter
def answered_by(remark: Comment, person: Person) -> bool:
    return may_answer_remark(person, remark)


@register.filter
def settled_by(remark: Comment, person: Person) -> bool:
    return may_settle_remark(person, remark)
