"""What is held about people: the register, all that is held about one of them, its erasure."""

from collections.abc import Callable, Sequence
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from semailles.publication import persons
from semailles.publication.actions import ask_to_gather, ask_to_print
from semailles.publication.persons import register
from semailles.web.layout.access import asks
from semailles.web.layout.answers import FAULTY
from semailles.web.layout.request import Request
from semailles.web.pages.actors.asked import asked_actor
from semailles.web.pages.register.forms import EraseForm
from semailles.workshop.enums import ActorKind
from semailles.workshop.rules import may_coordinate


@asks(may_coordinate)
@require_safe
def show_register(request: Request) -> HttpResponse:
    initiative, now = request.initiative, timezone.now()
    told = {
        "purposes": register.purposes(initiative, at=now),
        "links": [(link, link.is_standing(now)) for link in register.links_given(initiative)],
        "most_links": register.MOST_LINKS,
        "people": register.people_of(initiative),
        "named": register.persons_named(initiative),
    }
    return render(request, "register/page.html", told)


@asks(may_coordinate)
@require_http_methods(["GET", "HEAD", "POST"])
def show_actor(request: Request, public_id: UUID) -> HttpResponse:
    actor = asked_actor(request, public_id)
    if actor.kind != ActorKind.PERSON:
        raise Http404
    names = persons.names_of_actor(actor)
    return _shown(request, actor.name, names, lambda form: persons.erase_actor(actor, also=form.names, by=request.person), may_erase=True)


@asks(may_coordinate)
@require_http_methods(["GET", "HEAD", "POST"])
def show_person(request: Request, public_id: UUID) -> HttpResponse:
    person = register.person_of(request.initiative, public_id)
    if person is None:
        raise Http404
    names = persons.names_of_person(person, request.initiative)
    may_erase = persons.may_erase(request.person, person) and not person.is_local
    said = {
        "person": person,
        "roles": person.memberships.filter(initiative=request.initiative),
        "tied": persons.tied_to(person, request.initiative),
    }

    def erase(form: EraseForm) -> object:
        return persons.erase_person(person, also=form.names, by=request.person)

    return _shown(request, str(person), names, erase, may_erase=may_erase, **said)


def _shown(
    request: Request, name: str, names: Sequence[str], erase: Callable[[EraseForm], object], *, may_erase: bool, **said: object
) -> HttpResponse:
    form = EraseForm(request.POST or None)
    if form.takes(lambda: erase(form)):
        ask_to_gather(request.initiative, by=request.person)
        ask_to_print(request.initiative, token=uuid4(), by=request.person)
        messages.success(request, _("What was held about this person is erased; everything is being printed again without it."))
        return redirect("register")
    told = {
        "name": name,
        "held": persons.held_about(request.initiative, names),
        "files": persons.named_in_files(request.initiative, names),
        "form": form,
        "may_erase": may_erase,
        **said,
    }
    return render(request, "register/held.html", told, status=FAULTY if form.is_bound else 200)
