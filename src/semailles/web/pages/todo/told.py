"""Each thing to do with its own address, from wherever one reads."""

from dataclasses import dataclass

from semailles.core.texts.owners import slot_title
from semailles.projects.due import Due, When
from semailles.projects.models import Comment
from semailles.projects.todo import Meeting, Todo
from semailles.web.layout.mounting import initiative_address
from semailles.workshop.models import Initiative, Question


@dataclass(frozen=True, slots=True)
class Line:
    what: str
    about: str
    url: str
    due: Due | None = None

    @property
    def is_late(self) -> bool:
        return self.due is not None and self.due.when is When.LATE


@dataclass(frozen=True, slots=True)
class ToldTodo:
    todo: Todo
    home: str
    notices: str
    tasks: list[Line]
    questions: list[Line]
    texts: list[Line]


def told(todo: Todo) -> ToldTodo:
    initiative = todo.initiative
    return ToldTodo(
        todo,
        initiative_address(initiative, "dashboard"),
        initiative_address(initiative, "notices"),
        [_task(one, initiative) for one in todo.tasks],
        [*(_question(one, initiative) for one in todo.questions), *(_asked(one, initiative) for one in todo.asked)],
        [_text(one, initiative) for one in todo.texts],
    )


def _task(one: Due, initiative: Initiative) -> Line:
    return Line(
        one.task.what, str(one.task.project or one.task.group or ""), initiative_address(initiative, "task", one.task.public_id), one
    )


def _question(one: Comment, initiative: Initiative) -> Line:
    return Line(one.text, str(one.project), initiative_address(initiative, "remark-answer", one.project.number, one.public_id))


def _asked(one: Question, initiative: Initiative) -> Line:
    return Line(one.text, one.owner_label, initiative_address(initiative, "question-answer", one.public_id))


def _text(one: Meeting, initiative: Initiative) -> Line:
    slot = one.draft.section.slot
    address = initiative_address(initiative, "section-merge", one.project.number, slot, one.draft.public_id)
    return Line(str(slot_title("Project", slot)), str(one.project), address)
