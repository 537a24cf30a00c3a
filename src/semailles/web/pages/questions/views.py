"""What people ask one another about an idea, a convergence, a commitment: said, answered, settled."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from semailles.core.permits import require
from semailles.web.layout.access import asks
from semailles.web.layout.answers import FAULTY
from semailles.web.layout.askable import KINDS, SLUGS, address_of
from semailles.web.layout.request import Request
from semailles.web.pages.questions.forms import AnswerForm, QuestionForm
from semailles.workshop.actions import questions as actions
from semailles.workshop.asking import thing_for
from semailles.workshop.models import Initiative, Question
from semailles.workshop.queries.questions import people_to_ask, questions_about
from semailles.workshop.question_rules import may_answer_question, may_settle_question
from semailles.workshop.rules import may_take_part


def question_named(initiative: Initiative, public_id: UUID, **others: object) -> Question:
    """For `asks(…, of=question_named)`."""
    known = Question.objects.of(initiative).select_related("initiative", "by", "answered_by")
    question: Question = get_object_or_404(known, public_id=public_id)
    return question


@asks(may_take_part)
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: Request, kind: str, thing: UUID) -> HttpResponse:
    about = _thing(request, KINDS.get(kind, ""), thing)
    people = people_to_ask(about, but=request.person)
    form = QuestionForm(people, typed=request.POST if request.method == "POST" else None)

    def write() -> Question:
        return actions.ask(about, form.entry(), key=form.cleaned_data["key"], by=request.person)

    if form.takes(write):
        messages.success(request, _("It is written beside it."))
        return HttpResponseRedirect(reverse("questions", args=[kind, thing]))
    told = {"about": about, "url": address_of(about), "questions": questions_about(about), "form": form}
    return render(request, "questions/page.html", told, status=FAULTY if form.errors else 200)


@asks(may_take_part)
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: Request, public_id: UUID) -> HttpResponse:
    """Asked of the question here, not at the door: a list links to many of them, whose reader's right it knows already."""
    question = question_named(request.initiative, public_id)
    about = _thing(request, question.owner_kind, question.owner_id)
    require(may_answer_question(request.person, question), by=request.person)
    form = AnswerForm(request.POST if request.method == "POST" else None, initial={"answer": question.answer})

    def write() -> Question:
        return actions.answer_question(question, form.cleaned_data["answer"], by=request.person)

    if form.takes(write):
        messages.success(request, _("The answer is written."))
        return _to_questions(question)
    told = {"about": about, "url": address_of(about), "question": question, "form": form}
    return render(request, "questions/answer.html", told, status=FAULTY if form.errors else 200)


@asks(may_settle_question, of=question_named)
@require_POST
def settle(request: Request, public_id: UUID) -> HttpResponse:
    return _to_questions(actions.settle_question(question_named(request.initiative, public_id), by=request.person))


@asks(may_settle_question, of=question_named)
@require_POST
def reopen(request: Request, public_id: UUID) -> HttpResponse:
    return _to_questions(actions.reopen_question(question_named(request.initiative, public_id), by=request.person))


def _thing(request: Request, kind: str, public_id: UUID) -> Any:
    """In the circle of whoever asks, when they write too."""
    found = thing_for(request.person, request.initiative, kind, public_id)
    if found is None:
        raise Http404
    return found


def _to_questions(question: Question) -> HttpResponse:
    return HttpResponseRedirect(reverse("questions", args=[SLUGS[question.owner_kind], question.owner_id]))
