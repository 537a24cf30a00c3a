"""Who learns of what was done in a project. Part of the actions that do it: what they did is already allowed and written."""

from semailles.core.enums import NoticeKind
from semailles.core.models import Person, PersonalLink, SectionDraft
from semailles.core.texts.queries import last_version
from semailles.projects.models import Comment, Holding, Project, WorkTask
from semailles.workshop.notices import member_named, tell


def tell_of_remark(comment: Comment, *, by: Person) -> None:
    """The person whom it is addressed to; the others who hold the project."""
    asked = member_named(comment.initiative, comment.asked_to)
    tell(asked, NoticeKind.QUESTION, comment.project, initiative=comment.initiative, by=by)
    for holding in Holding.objects.of(comment.initiative).filter(project=comment.project, until=None).select_related("person"):
        if holding.person != asked:
            tell(holding.person, NoticeKind.REMARK, comment.project, initiative=comment.initiative, by=by)


def tell_of_answer(project: Project, link: PersonalLink, *, by: Person) -> None:
    """Somebody committed to the project or declined, by a link: whoever asked them, and those who hold the project."""
    holders = Holding.objects.of(project.initiative).filter(project=project, until=None).select_related("person")
    for person in {link.given_by, *(holding.person for holding in holders)}:
        tell(person, NoticeKind.LINK, project, initiative=project.initiative, by=by)


def tell_of_task(task: WorkTask, *, by: Person) -> None:
    tell(member_named(task.initiative, task.who), NoticeKind.TASK, task, initiative=task.initiative, by=by)


def tell_of_two_texts(project: Project, draft: SectionDraft) -> None:
    """Who saved first learns that another text waits beside theirs."""
    first = last_version(draft.section)
    tell(first.by if first else None, NoticeKind.TEXTS, project, initiative=project.initiative, by=draft.by)
