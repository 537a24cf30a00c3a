"""A task of a group or of a project: written, done, begun again, set aside."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from semailles.projects.actions.work import add_task, begin_task_again, describe_task, finish_task, put_work_back, set_work_aside
from semailles.projects.models import Project, WorkTask
from semailles.projects.people import people
from semailles.projects.rules import may_finish, may_work_on
from semailles.web.layout.access import asks
from semailles.web.layout.addressed import task_named
from semailles.web.layout.answers import CONFLICT, FAULTY
from semailles.web.layout.forms import PlainForm
from semailles.web.layout.request import Request
from semailles.web.layout.returning import coming_back, way_back
from semailles.web.layout.today import today
from semailles.web.pages.entries.forms import ReasonForm
from semailles.web.pages.tasks.forms import TaskForm
from semailles.workshop.models import Body
from semailles.workshop.rules import may_take_part

BOTH = ["GET", "HEAD", "POST"]


@asks(may_take_part)
@require_http_methods(BOTH)
def add(request: Request) -> HttpResponse:
    """« ?projet=3 », « ?groupe=… »: what it is for, chosen already."""
    project, group = _project(request), _group(request)
    typed = request.POST if request.method == "POST" else None
    form = TaskForm(request.initiative, typed=typed, given={"project": project, "group": group})

    def write() -> WorkTask:
        return add_task(request.initiative, form.entry(), key=form.cleaned_data["key"], by=request.person)

    if task := form.takes(write):
        messages.success(request, _("« %(thing)s » is written.") % {"thing": task})
        return _back(request, task)
    about = WorkTask(initiative=request.initiative, project=project, group=group)
    return _shown(request, about, form, {"title": _("Add a task"), "hint": _("Who does what, by which day.")})


@asks(may_work_on, of=task_named)
@require_http_methods(BOTH)
def describe(request: Request, public_id: UUID) -> HttpResponse:
    task = _task(request, public_id)
    form = TaskForm(request.initiative, row=task, typed=request.POST if request.method == "POST" else None)

    def write() -> WorkTask:
        return describe_task(task, form.entry(), revision=form.cleaned_data["revision"] or 0, by=request.person)

    if written := form.takes(write):
        messages.success(request, _("« %(thing)s » is written.") % {"thing": written})
        return _back(request, written)
    aside, again = (coming_back(reverse(route, args=[public_id]), way_back(request, "")) for route in ("task-set-aside", "task-put-back"))
    around = {"title": task.what, "row": task, "is_task": True, "aside": aside, "again": again, "conflict": form.conflict}
    return _shown(request, task, form, around)


@asks(may_finish, of=task_named)
@require_POST
def finish(request: Request, public_id: UUID) -> HttpResponse:
    """Done today."""
    task = finish_task(_task(request, public_id), on=today(request.initiative), by=request.person)
    messages.success(request, _("Written: « %(thing)s » is done.") % {"thing": task})
    return _back(request, task)


@asks(may_finish, of=task_named)
@require_POST
def begin_again(request: Request, public_id: UUID) -> HttpResponse:
    task = begin_task_again(_task(request, public_id), by=request.person)
    messages.success(request, _("« %(thing)s » is to be done again.") % {"thing": task})
    return _back(request, task)


@asks(may_work_on, of=task_named)
@require_http_methods(BOTH)
def set_aside(request: Request, public_id: UUID) -> HttpResponse:
    task = _task(request, public_id)
    form = ReasonForm(request.POST or None)
    on = today(request.initiative)
    if kept := form.takes(lambda: set_work_aside(task, form.cleaned_data["reason"], on=on, by=request.person)):
        messages.success(request, _("« %(thing)s » is set aside, with its reason. It can be put back.") % {"thing": kept})
        return _back(request, kept)
    return _shown(request, task, form, {"title": _("Set aside"), "thing": task, "verb": _("Set aside"), "stops": True})


@asks(may_work_on, of=task_named)
@require_POST
def put_back(request: Request, public_id: UUID) -> HttpResponse:
    task = put_work_back(_task(request, public_id), by=request.person)
    messages.success(request, _("« %(thing)s » is back.") % {"thing": task})
    return _back(request, task)


def _task(request: Request, public_id: UUID) -> WorkTask:
    return task_named(request.initiative, public_id)


def _project(request: Request) -> Project | None:
    number = request.GET.get("projet", "")
    known = Project.objects.of(request.initiative).standing().select_related("initiative")
    return known.filter(number=int(number)).first() if number.isdecimal() and len(number) < 10 else None  # noqa: PLR2004  # longer is no number of ours


def _group(request: Request) -> Body | None:
    try:
        wanted = UUID(request.GET.get("groupe", ""))
    except ValueError:
        return None
    found: Body | None = Body.objects.of(request.initiative).standing().filter(public_id=wanted).first()
    return found


def home_of(task: WorkTask) -> str:
    """The page where it is read: its group's, or its project's."""
    if task.group and task.group.is_standing:
        return reverse("group", args=[task.group.public_id])
    return reverse("project-work", args=[task.project.number]) if task.project else reverse("groups")


def _back(request: Request, task: WorkTask) -> HttpResponseRedirect:
    """At its line, where there is one: no page lists what was set aside, nor what is left to nobody."""
    home = home_of(task)
    has_line = task.is_standing and home != reverse("groups")
    return HttpResponseRedirect(way_back(request, f"{home}#tache-{task.public_id}" if has_line else home))


def _shown(request: Request, task: WorkTask, form: PlainForm, around: dict[str, Any]) -> HttpResponse:
    status = CONFLICT if around.get("conflict") else FAULTY if form.is_bound and form.errors else 200
    known = people(request.initiative, on=today(request.initiative)) if "who" in form.fields else ()
    above = task.group or task.project or _("Working groups")
    told = {"task": task, "form": form, "known_people": known, "above": above, "back": way_back(request, home_of(task)), **around}
    return render(request, "tasks/form.html", told, status=status)
