"""Remarks and questions on a sheet: said, answered, closed."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from semailles.projects import actions
from semailles.projects.models import Comment, Project
from semailles.projects.rules import may_answer_remark, may_settle_remark
from semailles.web.layout.access import asks
from semailles.web.layout.addressed import project_of, remark_named
from semailles.web.layout.request import Request
from semailles.web.pages.project_sheet.forms import AnswerForm, RemarkForm
from semailles.web.pages.project_sheet.views import shown, to_sheet
from semailles.workshop.rules import may_take_part

PLACE = "remarks"


@asks(may_take_part)
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request, number: int) -> HttpResponse:
    project = project_of(request, number)
    form = RemarkForm(typed=request.POST if request.method == "POST" else None, slot=request.GET.get("rubrique", ""))

    def write() -> Comment:
        return actions.remark(project, form.entry(), key=form.cleaned_data["key"], by=request.person)

    if form.takes(write):
        messages.success(request, _("It is written on the sheet."))
        return to_sheet(project, PLACE)
    return shown(request, project, form, {"title": _("Remark or question"), "place": PLACE})


@asks(may_answer_remark, of=remark_named)
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: Request, number: int, public_id: UUID) -> HttpResponse:
    project = project_of(request, number)
    comment = _comment(project, public_id)
    form = AnswerForm(request.POST if request.method == "POST" else None, initial={"answer": comment.answer})

    def write() -> Comment:
        return actions.answer_remark(comment, form.cleaned_data["answer"], by=request.person)

    if form.takes(write):
        messages.success(request, _("The answer is written."))
        return to_sheet(project, PLACE)
    return shown(request, project, form, {"title": _("Answer"), "hint": comment.text, "place": PLACE})


@asks(may_settle_remark, of=remark_named)
@require_POST
def close(request: Request, number: int, public_id: UUID) -> HttpResponse:
    project = project_of(request, number)
    actions.close_remark(_comment(project, public_id), by=request.person)
    return to_sheet(project, PLACE)


@asks(may_settle_remark, of=remark_named)
@require_POST
def reopen(request: Request, number: int, public_id: UUID) -> HttpResponse:
    project = project_of(request, number)
    actions.reopen_remark(_comment(project, public_id), by=request.person)
    return to_sheet(project, PLACE)


def _comment(project: Project, public_id: UUID) -> Comment:
    found: Comment = get_object_or_404(Comment.objects.filter(project=project).select_related("project", "initiative"), public_id=public_id)
    return found
