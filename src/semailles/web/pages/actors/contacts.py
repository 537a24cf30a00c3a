"""How to reach the actors: for those who run the process, for a purpose, until a day."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from semailles.core.errors import Refusal
from semailles.engines.exchange import csv_table
from semailles.web.layout.access import asks
from semailles.web.layout.answers import CONFLICT, FAULTY
from semailles.web.layout.request import Request
from semailles.web.layout.today import today
from semailles.web.pages.actors.asked import asked_actor
from semailles.web.pages.actors.forms import ContactForm
from semailles.workshop.actions import add_contact, describe_contact, erase_contact, erase_past_contacts, hand_out_contacts
from semailles.workshop.models import Contact
from semailles.workshop.rules import may_see_contacts

HEADER = ("acteur", "nom", "fonction", "courriel", "telephone", "finalite", "jusqu_au")


@asks(may_see_contacts)
@never_cache
@require_safe
def list_contacts(request: Request) -> HttpResponse:
    every = Contact.objects.of(request.initiative).select_related("actor__merged_into")
    day = today(request.initiative)
    past = sum(contact.ends_on < day for contact in every)
    return render(request, "actors/contacts.html", {"contacts": every, "past": past, "today": day})


@asks(may_see_contacts)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def add(request: Request, public_id: UUID) -> HttpResponse:
    actor = asked_actor(request, public_id)
    form = ContactForm(typed=request.POST or None)
    if form.is_bound and form.is_valid():
        try:
            add_contact(actor, form.entry, on=today(request.initiative), by=request.person)
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, _("The contact is written."))
            return redirect("actor", actor.public_id)
    return _shown(request, form, {"title": _("Add a contact"), "actor": actor})


@asks(may_see_contacts)
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def describe(request: Request, public_id: UUID) -> HttpResponse:
    contact = _contact(request, public_id)
    form = ContactForm(contact, typed=request.POST or None)

    def write() -> Contact:
        revision = form.cleaned_data["revision"] or 0
        return describe_contact(contact, form.entry, revision=revision, on=today(request.initiative), by=request.person)

    if form.takes(write):
        messages.success(request, _("The contact is written."))
        return redirect("actor", contact.actor.stands_as.public_id)
    return _shown(request, form, {"title": _("A contact"), "actor": contact.actor, "contact": contact, "conflict": form.conflict})


@asks(may_see_contacts)
@require_POST
def erase(request: Request, public_id: UUID) -> HttpResponse:
    contact = _contact(request, public_id)
    actor = contact.actor.stands_as
    erase_contact(contact, by=request.person)
    messages.success(request, _("The contact is erased for good."))
    return redirect("actor", actor.public_id)


@asks(may_see_contacts)
@require_POST
def erase_past(request: Request) -> HttpResponse:
    erased = erase_past_contacts(request.initiative, on=today(request.initiative), by=request.person)
    messages.success(request, ngettext("%(n)d contact is erased for good.", "%(n)d contacts are erased for good.", erased) % {"n": erased})
    return redirect("contacts")


@asks(may_see_contacts)
@never_cache
@require_POST
def export(request: Request) -> HttpResponse:
    """Asked for by itself, and told in the journal: no other file of the workspace holds a contact."""
    contacts = hand_out_contacts(request.initiative, on=today(request.initiative), by=request.person)
    rows = (
        (one.actor.stands_as.name, one.name, one.position, one.email, one.phone, one.purpose, one.ends_on.isoformat()) for one in contacts
    )
    response = HttpResponse(csv_table(HEADER, rows), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="contacts.csv"'
    return response


def _contact(request: Request, public_id: UUID) -> Contact:
    known = Contact.objects.of(request.initiative).select_related("actor__merged_into", "initiative")
    contact: Contact = get_object_or_404(known, public_id=public_id)
    return contact


def _shown(request: Request, form: ContactForm, around: dict[str, Any]) -> HttpResponse:
    status = CONFLICT if around.get("conflict") else FAULTY if form.is_bound and form.errors else 200
    return render(request, "actors/contact.html", {"form": form, **around}, status=status)
