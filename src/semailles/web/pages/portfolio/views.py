"""The portfolio: every project in one table, what each lacks, what blocks it, since when nothing moved."""

from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from semailles.projects.actions.together import forget_view, keep_view, write_together
from semailles.projects.models import Project, SavedView
from semailles.projects.portfolio import portfolio, rows, summary
from semailles.publication.narrowing import narrowing
from semailles.web.layout.access import asks
from semailles.web.layout.answers import FAULTY
from semailles.web.layout.request import Request
from semailles.web.layout.today import today
from semailles.web.pages.portfolio.asked import asked
from semailles.web.pages.portfolio.forms import TogetherForm, ViewForm
from semailles.web.pages.portfolio.table import exported
from semailles.web.pages.portfolio.telling import line, told
from semailles.workshop.rules import may_read, may_shape

PER_PAGE = 50


@asks(may_read)
@require_safe
def list_projects(request: Request) -> HttpResponse:
    return _listed(request, TogetherForm(request.initiative))


@asks(may_read)
@require_safe
def export(request: Request, form: str) -> HttpResponse:
    """What the filters keep, in their order: no person, no contact."""
    on = today(request.initiative)
    keys = portfolio(request.initiative, asked(request.initiative, request.GET).wanted, on=on)
    return exported(rows(request.initiative, keys, on=on), form, narrowing(request.initiative))


@asks(may_shape)
@require_POST
def together(request: Request) -> HttpResponse:
    """The same words on the projects that are ticked."""
    form = TogetherForm(request.initiative, request.POST)
    ticked = [int(number) for number in request.POST.getlist("project") if number.isdecimal() and len(number) < 10]  # noqa: PLR2004 - longer is no number of ours
    chosen = Project.objects.of(request.initiative).standing().filter(number__in=ticked).select_related("initiative")
    written = form.takes(lambda: (write_together(request.initiative, chosen, form.entry(), by=request.person),))
    if written is None:
        return _listed(request, form, status=FAULTY)
    (count,) = written
    messages.success(request, ngettext("%(n)d project is written.", "%(n)d projects are written.", count) % {"n": count})
    return HttpResponseRedirect(f"{reverse('projects')}?{request.GET.urlencode()}")


@asks(may_shape)
@require_POST
def keep(request: Request) -> HttpResponse:
    form = ViewForm(request.POST)
    view = form.takes(lambda: keep_view(request.initiative, form.entry(), by=request.person))
    if view is None:
        messages.error(request, _("Give the view a name."))
        return redirect("projects")
    messages.success(request, _("« %(thing)s » is written.") % {"thing": view})
    return HttpResponseRedirect(f"{reverse('projects')}?{view.query}")


@asks(may_shape)
@require_POST
def forget(request: Request, public_id: UUID) -> HttpResponse:
    view = get_object_or_404(SavedView.objects.of(request.initiative), public_id=public_id)
    forget_view(view, on=today(request.initiative), by=request.person)
    return redirect("projects")


def _listed(request: Request, form: TogetherForm, *, status: int = 200) -> HttpResponse:
    on, wanted = today(request.initiative), asked(request.initiative, request.GET)
    keys = portfolio(request.initiative, wanted.wanted, on=on)
    page = Paginator(keys, PER_PAGE).get_page(request.GET.get("page"))
    found = rows(request.initiative, list(page), on=on)
    query = request.GET.copy()
    query.pop("page", None)
    around = {
        "asked": wanted,
        "page": page,
        "told": told(len(keys), summary(request.initiative, wanted.wanted, keys)),
        "closed": Project.objects.of(request.initiative).closed().select_related("merged_into"),
        "rows": found,
        "lines": [line(row) for row in found],
        "form": form,
        "ticked": set(request.POST.getlist("project")),
        "query": query.urlencode(),
        "views": SavedView.objects.of(request.initiative).standing(),
        "keep": ViewForm(initial={"query": query.urlencode()}),
        "may_write": may_shape(request.person, request.initiative),
    }
    return render(request, "portfolio/page.html", around, status=status)
