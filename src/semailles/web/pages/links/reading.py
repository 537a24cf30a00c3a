"""Reading one thing without an account, and making remarks on it."""

import uuid

from django.contrib import messages
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from semailles.core.enums import LinkPurpose
from semailles.core.links import WrongLink
from semailles.core.models import PersonalLink
from semailles.core.quotas import HOUR
from semailles.core.quotas import spend as count
from semailles.projects.actions import remark as write_remark
from semailles.projects.entries import RemarkEntry
from semailles.projects.models import Comment, Project
from semailles.publication.one_sheet import card_of
from semailles.web.layout.answers import FAULTY
from semailles.web.layout.letters import letter
from semailles.web.layout.request import Request
from semailles.web.layout.sent import inert
from semailles.web.layout.today import today
from semailles.web.pages.links.asked import project_of
from semailles.web.pages.links.forms import RemarkForm
from semailles.workshop.actions.linking import note_use
from semailles.workshop.folders import folder_of
from semailles.workshop.linked import last_day

ROADMAP = "feuille-de-route.pdf"
REMARKS = 30  # by one link, in an hour


def read(request: Request, link: PersonalLink, token: str) -> HttpResponse:
    project = project_of(link, request.initiative) if link.subject_id else None
    has_roadmap = project is None and (folder_of(request.initiative) / ROADMAP).is_file()
    return letter(request, "links/read.html", {**_about(request, link, project, token), "has_roadmap": has_roadmap})


def remark(request: Request, link: PersonalLink, token: str) -> HttpResponse:
    project, person = project_of(link, request.initiative), link.person
    if person is None:
        raise WrongLink
    form = RemarkForm(request.POST or None, initial={"key": uuid.uuid4()})

    def write() -> Comment:
        count("remark by link", str(link.public_id), limit=REMARKS, within=HOUR)
        typed = form.cleaned_data
        written = write_remark(project, RemarkEntry(typed["text"], typed["slot"]), key=typed["key"], by=person)
        note_use(link, project, by=person)
        return written

    if form.takes(write):
        messages.success(request, _("Your remark is with those who write the sheet, thank you."))
        return redirect("link", token)
    told = {**_about(request, link, project, token), "form": form}
    return letter(request, "links/read.html", told, status=FAULTY if form.is_bound else 200)


def roadmap(request: Request, link: PersonalLink) -> HttpResponseBase:
    """The working document, as members read it."""
    path = folder_of(request.initiative) / ROADMAP
    if link.purpose != LinkPurpose.READ or link.subject_id or not path.is_file():
        raise WrongLink
    return inert(FileResponse(path.open("rb"), as_attachment=True, filename=ROADMAP, content_type="application/pdf"))


def _about(request: Request, link: PersonalLink, project: Project | None, token: str) -> dict[str, object]:
    card = card_of(project, on=today(request.initiative)) if project else None
    return {"link": link, "token": token, "project": project, "card": card, "until": last_day(link)}
