"""What one is told; how one wants to be told; what one wants to hear no more of; who is told what."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from semailles.core.enums import MailedHow, NoticeKind
from semailles.core.models import Notice
from semailles.projects.models import Project
from semailles.web.layout.access import asks
from semailles.web.layout.askable import SLUGS
from semailles.web.layout.links import to_project
from semailles.web.layout.request import Request
from semailles.workshop.actions.notices import choose_mail, hear_again, mute, read_notices
from semailles.workshop.enums import Role
from semailles.workshop.notice_words import notice_words
from semailles.workshop.notices import WHO
from semailles.workshop.queries.notices import choices_of, mutes_of, notices_of
from semailles.workshop.rules import may_read

OF_LINKS = (NoticeKind.LINK, NoticeKind.ORPHANS)


@dataclass(frozen=True, slots=True)
class Told:
    notice: Notice
    words: str
    url: str


@dataclass(frozen=True, slots=True)
class Kind:
    """One line of the table: who is told it, and how this person chose to be."""

    name: str
    label: str
    roles: str
    how: MailedHow


@asks(may_read)
@require_safe
def show_notices(request: Request) -> HttpResponse:
    told = _told(request)
    around = {
        "fresh": [one for one in told if one.notice.read_at is None],
        "seen": [one for one in told if one.notice.read_at],
        "kinds": _kinds(request),
        "ways": MailedHow.choices,
        "muted": list(enumerate(mutes_of(request.person, request.initiative))),
    }
    return render(request, "notices/page.html", around)


@asks(may_read)
@require_POST
def read(request: Request) -> HttpResponse:
    read_notices(request.initiative, by=request.person)
    return HttpResponseRedirect(reverse("notices"))


@asks(may_read)
@require_POST
def choose(request: Request) -> HttpResponse:
    wanted = {kind: request.POST.get(kind.value, "") for kind in NoticeKind}
    choose_mail(request.initiative, {kind: MailedHow(how) for kind, how in wanted.items() if how in MailedHow.values}, by=request.person)
    messages.success(request, _("Your choices are kept."))
    return HttpResponseRedirect(f"{reverse('notices')}#courrier")


@asks(may_read)
@require_POST
def silence(request: Request, public_id: UUID) -> HttpResponse:
    mine = Notice.objects.of(request.initiative.public_id).filter(person=request.person)
    notice: Notice = get_object_or_404(mine, public_id=public_id)
    mute(notice, by=request.person)
    messages.success(request, _("You will hear nothing more of « %(thing)s », unless you ask to again.") % {"thing": notice.label})
    return HttpResponseRedirect(reverse("notices"))


@asks(may_read)
@require_POST
def speak_again(request: Request, rank: int) -> HttpResponse:
    muted = dict(enumerate(mutes_of(request.person, request.initiative))).get(rank)
    if muted is None:
        raise Http404
    hear_again(muted, by=request.person)
    messages.success(request, _("You will hear of « %(thing)s » again.") % {"thing": muted.label})
    return HttpResponseRedirect(reverse("notices"))


def _told(request: Request) -> list[Told]:
    notices = notices_of(request.person, request.initiative)
    ids = {one.subject_id for one in notices if one.subject_kind == "Project"}
    projects = {one.public_id: one for one in Project.objects.of(request.initiative).filter(public_id__in=ids)} if ids else {}
    return [Told(one, notice_words(one), _url(one, projects)) for one in notices]


def _url(notice: Notice, projects: dict[UUID, Project]) -> str:
    """Where the thing is read; nowhere when it is no more."""
    if notice.subject_kind == "WorkTask":
        return reverse("task", args=[notice.subject_id])
    if notice.subject_kind == "Contribution":
        return reverse("contributions")
    if notice.kind in OF_LINKS and notice.subject_kind != "Project":
        return reverse("people")
    if notice.subject_kind in SLUGS:
        return reverse("questions", args=[SLUGS[notice.subject_kind], notice.subject_id])
    project = projects.get(notice.subject_id)
    return str(to_project(project)) if project else ""


def _kinds(request: Request) -> list[Kind]:
    chosen = choices_of(request.person, request.initiative)
    return [Kind(kind.value, str(kind.label), _roles(WHO[kind]), chosen[kind]) for kind in NoticeKind]


def _roles(roles: frozenset[Role]) -> str:
    return ", ".join(str(role.label) for role in Role if role in roles)
