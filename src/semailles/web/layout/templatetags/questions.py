"""`{% questions_beside thing %}`: what people ask about it, at its place, for those who take part."""

from typing import Any

from django import template
from django.urls import reverse

from semailles.core.models import Person
from semailles.web.layout.askable import SLUGS
from semailles.workshop import question_rules
from semailles.workshop.asking import Thing
from semailles.workshop.models import Question
from semailles.workshop.queries.questions import questions_about
from semailles.workshop.rules import may_take_part

register = template.Library()


@register.inclusion_tag("questions/_beside.html", takes_context=True)
def questions_beside(context: template.Context, thing: Thing) -> dict[str, Any]:
    """The page shows the thing: whoever sees it reads it."""
    if not may_take_part(context["request"].person, thing.initiative):
        return {}
    url = reverse("questions", args=[SLUGS[type(thing).__name__], thing.public_id])
    return {"url": url, "open": [one for one in questions_about(thing) if one.closed_at is None]}


@register.filter
def is_answered_by(question: Question, person: Person) -> bool:
    return question_rules.is_answered_by(person, question)


@register.filter
def is_settled_by(question: Question, person: Person) -> bool:
    return question_rules.is_settled_by(person, question)
