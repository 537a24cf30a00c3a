"""Needs and offers of help of a project."""

import uuid
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from semailles.core.models import Person
from semailles.projects import actions
from semailles.projects.enums import Cliff
from semailles.projects.models import Offer, Project, SupportNeed
from semailles.projects.rules import may_write_project
from semailles.web.layout.access import asks
from semailles.web.layout.addressed import project_named, project_of
from semailles.web.layout.fields import DayField
from semailles.web.layout.forms import PlainForm
from semailles.web.layout.request import Request
from semailles.web.pages.commitments.written import written
from semailles.workshop.actions import name_actor


class NeedForm(PlainForm):
    cliff = forms.ChoiceField(label=gettext_lazy("Which help"), choices=Cliff.choices)
    what = forms.CharField(label=gettext_lazy("What is needed"), max_length=500)
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def entry(self) -> actions.NeedEntry:
        return actions.NeedEntry(self.cleaned_data["cliff"], self.cleaned_data["what"])


class OfferForm(PlainForm):
    who = forms.CharField(label=gettext_lazy("Who offers it"), max_length=200)
    actor = forms.CharField(
        label=gettext_lazy("For which actor"),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"list": "actors-known", "autocomplete": "off"}),
    )
    cliff = forms.ChoiceField(label=gettext_lazy("Which help"), choices=Cliff.choices)
    skill = forms.CharField(label=gettext_lazy("What they can do"), max_length=300)
    until = DayField(label=gettext_lazy("Valid until"), required=False)
    is_for_all = forms.BooleanField(label=gettext_lazy("For whoever needs it, not for this project only"), required=False)
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def entry(self, project: Project, *, by: Person) -> actions.OfferEntry:
        """Written from the page of a project."""
        typed = self.cleaned_data
        actor = name_actor(project.initiative, typed["actor"], by=by) if typed["actor"].strip() else None
        only = None if typed["is_for_all"] else project
        return actions.OfferEntry(typed["who"], typed["cliff"], typed["skill"], actor, typed["until"], only)


@asks(may_write_project, of=project_named)
@require_http_methods(["GET", "HEAD", "POST"])
def need(request: Request, number: int) -> HttpResponse:
    project = project_of(request, number)
    form = NeedForm(request.POST or None, initial={"key": uuid.uuid4()})

    def write() -> str:
        actions.need_help(project, form.entry(), key=form.cleaned_data["key"], by=request.person)
        return to_help(project)

    around = {"title": _("A need for help"), "above": str(project), "back": to_help(project), "said": _("Written.")}
    return written(request, form, write, around)


@asks(may_write_project, of=project_named)
@require_http_methods(["GET", "HEAD", "POST"])
def offer(request: Request, number: int) -> HttpResponse:
    project = project_of(request, number)
    form = OfferForm(request.POST or None, initial={"key": uuid.uuid4()})

    def write() -> str:
        entry = form.entry(project, by=request.person)
        actions.offer_help(project, entry, key=form.cleaned_data["key"], by=request.person)
        return to_help(project)

    around = {"title": _("An offer of help"), "above": str(project), "back": to_help(project), "said": _("Written.")}
    return written(request, form, write, around)


@asks(may_write_project, of=project_named)
@require_POST
def answer(request: Request, number: int, public_id: UUID) -> HttpResponse:
    """`offer`: the one that answers it; none: it is open again."""
    rows = SupportNeed.objects.of(request.initiative).select_related("project__initiative")
    wanted = get_object_or_404(rows, public_id=public_id, project__number=number)
    chosen = request.POST.get("offer", "")
    found = next((one for one in Offer.objects.of(request.initiative).standing() if str(one.public_id) == chosen), None)
    actions.answer_need(wanted, found, by=request.person)
    messages.success(request, _("Written."))
    return redirect(to_help(wanted.project))


def to_help(project: Project) -> str:
    return reverse("project-holders", args=[project.number]) + "#aide"
