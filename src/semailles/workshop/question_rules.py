"""Who asks about a thing, who answers, who says that it is settled."""

from semailles.core.models import Person
from semailles.workshop.asking import Thing, reads, reads_of
from semailles.workshop.models import Question
from semailles.workshop.rules import may_shape, may_take_part


def may_ask(person: Person, thing: Thing) -> bool:
    """Whoever takes part, about what they may read."""
    return may_take_part(person, thing.initiative) and reads(person, thing)


def may_answer_question(person: Person, question: Question) -> bool:
    """Whoever could have asked answers first; another's answer is replaced only by those who shape."""
    return reads_of(person, question) and is_answered_by(person, question)


def may_settle_question(person: Person, question: Question) -> bool:
    """Whoever asked, and those who shape."""
    return reads_of(person, question) and is_settled_by(person, question)


def is_answered_by(person: Person, question: Question) -> bool:
    """For whoever reads the thing already."""
    is_free = question.answered_by_id in {None, person.pk} and may_take_part(person, question.initiative)
    return is_free or may_shape(person, question.initiative)


def is_settled_by(person: Person, question: Question) -> bool:
    """For whoever reads the thing already."""
    is_theirs = question.by_id == person.pk and may_take_part(person, question.initiative)
    return is_theirs or may_shape(person, question.initiative)
