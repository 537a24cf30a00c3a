"""What waits for one person in one initiative: their tasks, the questions that they are asked, their texts to be brought together."""

from dataclasses import dataclass
from datetime import date

from semailles.core.models import Notice, Person, SectionDraft
from semailles.projects.due import Due, open_tasks
from semailles.projects.models import Comment, Project
from semailles.projects.people import is_same
from semailles.workshop.models import Initiative, Question
from semailles.workshop.queries.questions import asked_of


@dataclass(frozen=True, slots=True)
class Meeting:
    """A text of this person that waits beside another's."""

    draft: SectionDraft
    project: Project


@dataclass(frozen=True, slots=True)
class Todo:
    """`questions`: about projects; `asked`: about other things. `unread`: how many notices."""

    initiative: Initiative
    tasks: tuple[Due, ...]
    questions: tuple[Comment, ...]
    asked: tuple[Question, ...]
    texts: tuple[Meeting, ...]
    unread: int

    @property
    def is_empty(self) -> bool:
        return not (self.tasks or self.questions or self.asked or self.texts or self.unread)


def todo_of(person: Person, initiative: Initiative, *, on: date) -> Todo:
    """Names are people's own: a task or a question is theirs who bear the name that it says. Six queries at most, and one a question about another thing."""
    asked = Comment.objects.of(initiative).standing().filter(closed_at=None, answered_at=None).exclude(asked_to="")
    asked = asked.filter(project__set_aside_on=None, project__merged_into=None).select_related("project", "by").order_by("at", "pk")
    return Todo(
        initiative,
        tuple(one for one in open_tasks(initiative, on=on) if is_same(person.name, one.task.who)),
        tuple(one for one in asked if is_same(person.name, one.asked_to)),
        tuple(asked_of(person, initiative)),
        _texts(person, initiative),
        Notice.objects.of(initiative.public_id).filter(person=person, read_at=None).count(),
    )


def _texts(person: Person, initiative: Initiative) -> tuple[Meeting, ...]:
    waiting = SectionDraft.objects.of(initiative.public_id).open().filter(by=person, section__owner_kind="Project")
    drafts = list(waiting.select_related("section", "by").order_by("pk"))
    wanted = {draft.section.owner_id for draft in drafts}
    projects = {one.public_id: one for one in Project.objects.of(initiative).filter(public_id__in=wanted)} if wanted else {}
    return tuple(Meeting(draft, projects[draft.section.owner_id]) for draft in drafts if draft.section.owner_id in projects)
