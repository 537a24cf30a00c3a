"""What people ask one another about a thing: said, answered, settled."""

from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from semailles.core.enums import NoticeKind
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.workshop import editing
from semailles.workshop.asking import Thing, thing_for
from semailles.workshop.errors import Elsewhere, ReasonMissing
from semailles.workshop.models import Question
from semailles.workshop.notices import LONGEST_LABEL, tell
from semailles.workshop.question_rules import may_answer_question, may_ask, may_settle_question


@dataclass(frozen=True, slots=True)
class QuestionEntry:
    """A remark; a question when it is asked to somebody."""

    text: str
    asked_to: Person | None = None


@transaction.atomic
def ask(thing: Thing, entry: QuestionEntry, *, key: UUID | None = None, by: Person) -> Question:
    """Nobody is asked about what they may not read: the question itself would tell them of it."""
    require(may_ask(by, thing), by=by)
    if entry.asked_to is not None and not may_ask(entry.asked_to, thing):
        raise Elsewhere(_("%(person)s does not read this page: ask somebody else, or open it to them first.") % {"person": entry.asked_to})
    about = {"owner_kind": type(thing).__name__, "owner_id": thing.public_id, "owner_label": str(thing)[:LONGEST_LABEL]}
    question = editing.add(Question(initiative=thing.initiative, by=by, at=timezone.now(), **about), entry, key=key, by=by)
    tell(question.asked_to, NoticeKind.QUESTION, thing, initiative=thing.initiative, by=by)
    return question


@transaction.atomic
def answer_question(question: Question, text: str, *, by: Person) -> Question:
    """The answer stands beside the question; a later one takes its place, and the journal keeps the first."""
    require(may_answer_question(by, question), by=by)
    if not text.strip():
        raise ReasonMissing(_("Write the answer in a few words."))
    answer = {"answer": text.strip(), "answered_by": by, "answered_at": timezone.now()}
    answered = editing.change(question, answer, by=by, verb="answered")
    thing = thing_for(answered.by, answered.initiative, answered.owner_kind, answered.owner_id)
    if thing is not None:  # who asked may read it no more
        tell(answered.by, NoticeKind.ANSWER, thing, initiative=answered.initiative, by=by)
    return answered


@transaction.atomic
def settle_question(question: Question, *, by: Person) -> Question:
    """It is settled, and can still be read."""
    require(may_settle_question(by, question), by=by)
    return question if question.closed_at else editing.change(question, {"closed_at": timezone.now()}, by=by, verb="settled")


@transaction.atomic
def reopen_question(question: Question, *, by: Person) -> Question:
    require(may_settle_question(by, question), by=by)
    return editing.change(question, {"closed_at": None}, by=by, verb="opened again")
