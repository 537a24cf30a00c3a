"""The answer of whoever was asked, by a personal link, to commit itself to a project."""

from datetime import date

from django.db import transaction

from semailles.core.models import Person
from semailles.core.permits import require
from semailles.projects.informing import tell_of_answer
from semailles.projects.models import ProjectCommitment, ProjectStep
from semailles.projects.pledges import pledge_to_project
from semailles.projects.taking import opened
from semailles.workshop.actions.answering import Answer, decline, sign
from semailles.workshop.linked import may_answer


@transaction.atomic
def sign_as_holder(commitment: ProjectCommitment, answer: Answer, *, on: date, by: Person) -> ProjectStep:
    require(may_answer(by, commitment), by=by)
    opened(commitment.project, by=by)
    step = sign(commitment, ProjectStep, pledge_to_project(commitment), answer, on=on, by=by)
    tell_of_answer(commitment.project, answer.link, by=by)
    return step


@transaction.atomic
def decline_as_holder(commitment: ProjectCommitment, answer: Answer, *, on: date, by: Person) -> ProjectStep:
    require(may_answer(by, commitment), by=by)
    opened(commitment.project, by=by)
    step = decline(commitment, ProjectStep, answer, on=on, by=by)
    tell_of_answer(commitment.project, answer.link, by=by)
    return step
