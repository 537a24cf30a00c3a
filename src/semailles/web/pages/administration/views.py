"""What is open on this instance, who coordinates it, and the instance's own journal."""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from semailles.core.administering import may_administer
from semailles.core.journal import INSTANCE, JournalLine, page_of
from semailles.core.mailing import send
from semailles.core.models import Event, PersonalLink
from semailles.core.saved import last
from semailles.web.layout.access import asks_at_root
from semailles.web.layout.answers import FAULTY
from semailles.web.layout.letters import private
from semailles.web.layout.mounting import root_address
from semailles.web.layout.request import Request
from semailles.web.pages.administration.forms import CoordinatorForm, OpeningForSomebodyForm
from semailles.web.pages.administration.lines import OF_INITIATIVES, initiatives, names_of
from semailles.web.pages.people.messages import message_of
from semailles.workshop.actions.administering import close_initiative, open_for_somebody, reopen_initiative
from semailles.workshop.actions.inviting import invite_coordinator
from semailles.workshop.linked import initiative_of
from semailles.workshop.models import Initiative

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class Done:
    """`about`: the account, by its name of today."""

    line: JournalLine
    about: str


@asks_at_root(may_administer)
@require_http_methods(["GET", "HEAD", "POST"])
def show_initiatives(request: Request) -> HttpResponse:
    gesture = request.POST.get("gesture", "")
    if gesture in GESTURES:
        return _done(request, gesture)
    form = (CoordinatorForm if gesture == "invite" else OpeningForSomebodyForm)(request.POST or None)
    if given := form.takes(lambda: _invited(request, form)):
        return _given(request, *given)
    told = {"lines": initiatives(), "form": form, "named": _asked(request) if gesture == "invite" else None, **_saved()}
    return render(request, "administration/initiatives.html", told, status=FAULTY if form.is_bound else 200)


@asks_at_root(may_administer)
@require_safe
def show_journal(request: Request) -> HttpResponse:
    """Also that initiatives were opened and closed, which stands in their own journals."""
    before = request.GET.get("avant", "")
    events = Event.objects.filter(Q(initiative_id=INSTANCE.public_id) | Q(verb__in=OF_INITIATIVES, subject_kind=Initiative.__name__))
    page = page_of(events, before=before, limit=PER_PAGE)
    names = names_of({line.subject_id for line in page.lines if line.subject_kind == "Person"})
    done = [Done(line, names.get(line.subject_id, "")) for line in page.lines]
    return render(request, "administration/journal.html", {"done": done, "before": page.before, "is_first": not before})


GESTURES = {"close": close_initiative, "open": reopen_initiative}


def _done(request: Request, gesture: str) -> HttpResponse:
    initiative = _asked(request)
    GESTURES[gesture](initiative, by=request.person)
    said = (
        _("« %(initiative)s » is closed: it is read, and changed no more.")
        if gesture == "close"
        else _("« %(initiative)s » is open again.")
    )
    messages.success(request, said % {"initiative": initiative})
    return redirect("administration")


def _saved() -> dict[str, object]:
    """By the backup of this host: another host's is noted there."""
    saved = last(Path(settings.WORKSPACE))
    return {"saved": saved, "is_late": saved is not None and saved.is_late(timezone.now())}


def _asked(request: Request) -> Initiative:
    found = Initiative.objects.filter(slug=request.POST.get("initiative", "")).first()
    if found is None:
        raise Http404
    return found


def _invited(request: Request, form: CoordinatorForm) -> tuple[PersonalLink, str]:
    if not isinstance(form, OpeningForSomebodyForm):
        return invite_coordinator(_asked(request), form.entry, by=request.person)
    return open_for_somebody(form.cleaned_data["name"], form.entry, lang=form.cleaned_data["lang"], by=request.person)


def _given(request: Request, link: PersonalLink, token: str) -> HttpResponse:
    """Mailed, since the button says so; shown besides, once, should the mail not arrive."""
    address = request.build_absolute_uri(root_address("short-link", token))
    message = message_of(link, initiative_of(link), address)
    left = send(link.sent_to, message.subject, message.body, kind="link")
    told = {"link": link, "address": address, "message": message, "left": left}
    return private(render(request, "administration/given.html", told))  # type: ignore[return-value]  # what is private is still a page
