"""Working groups, and one of them: who is in it, what it carries, what it has to do, what it noted."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from semailles.core.errors import Refusal
from semailles.projects.actions.work import entrust
from semailles.projects.groups import GroupView, group_view, groups
from semailles.projects.models import GroupNote, Project, WorkTask
from semailles.projects.rules import may_work_in
from semailles.web.layout.access import asks
from semailles.web.layout.addressed import group_named, project_of
from semailles.web.layout.request import Request
from semailles.web.layout.today import today
from semailles.web.pages.groups.forms import ProjectForm
from semailles.web.pages.groups.words import lede
from semailles.workshop.models import Body
from semailles.workshop.rules import may_read, may_shape


@asks(may_read)
@require_safe
def list_groups(request: Request) -> HttpResponse:
    found = groups(request.initiative, on=today(request.initiative))
    told = {"groups": found, "lede": lede(found)}
    return render(request, "groups/page.html", told)


@asks(may_read)
@require_safe
def show_group(request: Request, public_id: UUID) -> HttpResponse:
    body = group_of(request, public_id)
    view = group_view(body, on=today(request.initiative))
    told = {
        "group": view,
        "choose": ProjectForm(_others(request, view)) if may_shape(request.person, request.initiative) else None,
        "aside": _set_aside(body),
        "may_write": may_work_in(request.person, body),
    }
    return render(request, "groups/one.html", told)


@asks(may_shape)
@require_POST
def take_in_hand(request: Request, public_id: UUID) -> HttpResponse:
    body = group_of(request, public_id)
    known = Project.objects.of(request.initiative).standing().select_related("initiative", "group")
    form = ProjectForm(known, typed=request.POST)
    former = form.cleaned_data["project"].group if form.is_valid() else None
    if project := form.takes(lambda: entrust(form.cleaned_data["project"], body, by=request.person)):
        messages.success(request, _taken(body, project, former))
    else:
        messages.error(request, _("Choose a project first."))
    return HttpResponseRedirect(reverse("group", args=[public_id]))


def _taken(body: Body, project: Project, former: Body | None) -> str:
    said = {"group": body, "project": project.title, "former": former}
    if former is None or former == body:
        return _("« %(group)s » takes « %(project)s » in hand.") % said
    return _("« %(group)s » takes « %(project)s » in hand; « %(former)s » had it until now, and no longer has.") % said


@asks(may_shape)
@require_POST
def give_up(request: Request, public_id: UUID, number: int) -> HttpResponse:
    body, project = group_of(request, public_id), project_of(request, number)
    try:
        if project.group_id == body.pk:
            entrust(project, None, by=request.person)
    except Refusal as refused:
        messages.error(request, refused.sentence)
    else:
        messages.success(request, _("« %(group)s » no longer has « %(project)s » in hand.") % {"group": body, "project": project.title})
    return HttpResponseRedirect(reverse("group", args=[public_id]))


def group_of(request: Request, public_id: UUID) -> Body:
    return group_named(request.initiative, public_id)


def _others(request: Request, view: GroupView) -> list[Project]:
    theirs = {project.pk for project in view.projects}
    return [project for project in Project.objects.of(request.initiative).standing() if project.pk not in theirs]


def _set_aside(body: Body) -> list[tuple[str, WorkTask | GroupNote]]:
    """What was set aside in this group, with the route that opens it."""
    tasks = WorkTask.objects.of(body.initiative).set_aside().filter(group=body)
    notes = GroupNote.objects.of(body.initiative).set_aside().filter(group=body)
    return [*(("task", task) for task in tasks), *(("group-note", note) for note in notes.select_related("group"))]
