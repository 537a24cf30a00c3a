"""A heading of a sheet, written by several: its text, its versions, and two texts brought together when two people wrote at once."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from semailles.core.errors import Refusal
from semailles.core.models import Person, SectionDraft, SectionVersion, TextSection
from semailles.core.texts import actions
from semailles.core.texts.diff import word_pieces
from semailles.core.texts.errors import EditConflict
from semailles.core.texts.merge import merge
from semailles.core.texts.queries import history, last_version, text_at, waiting_drafts
from semailles.projects.actions import take_up
from semailles.projects.enums import Note, Section
from semailles.projects.identity import remarks_under
from semailles.projects.informing import tell_of_two_texts
from semailles.projects.models import Project
from semailles.projects.rules import may_write_project
from semailles.projects.sheet import told_under
from semailles.web.layout.access import asks
from semailles.web.layout.addressed import project_named, project_of
from semailles.web.layout.answers import CONFLICT, FAULTY
from semailles.web.layout.drafts import taken
from semailles.web.layout.request import Request
from semailles.web.layout.today import today
from semailles.web.pages.sections.forms import SectionForm
from semailles.web.pages.sections.questions import question
from semailles.web.pages.sheet_print.room import room_of
from semailles.workshop.rules import may_read


@dataclass(frozen=True, slots=True)
class Heading:
    """Where one writes: the project, which of its headings or notes, the section that keeps its versions (none before the first)."""

    project: Project
    slot: Section | Note
    section: TextSection | None

    @property
    def url(self) -> str:
        return reverse("section", args=[self.project.number, self.slot.value])

    def opened(self, *, by: Person) -> TextSection:
        """Who writes in a draft takes it up."""
        take_up(self.project, by=by)
        return self.section or actions.open_section(self.project, self.slot.value, initiative=self.project.initiative, by=by)


@asks(may_write_project, of=project_named)
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: Request, number: int, slot: str) -> HttpResponse:
    heading = _heading(request, number, slot)
    last = last_version(heading.section) if heading.section else None
    seen = {"text": last.text if last else "", "based_on": last.rank if last else 0}
    form = SectionForm(request.POST or None, initial=seen)
    preview = request.POST.get("text", "") if "preview" in request.POST else None
    if preview is None and form.is_bound and form.is_valid():
        try:
            section = heading.opened(by=request.person)
            actions.write_section(section, form.cleaned_data["text"], based_on=form.cleaned_data["based_on"], by=request.person)
        except EditConflict as conflict:
            taken(request)
            tell_of_two_texts(heading.project, conflict.mine)
            return _together(request, heading, conflict.mine, status=CONFLICT)
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            messages.success(
                request, _("« %(heading)s » is written. Every version before can be read again.") % {"heading": heading.slot.label}
            )
            return _to_sheet(heading)
    drafts = waiting_drafts(heading.section) if heading.section else ()
    remarks = remarks_under(heading.project, slot)
    around = {"heading": heading, "form": form, "remarks": remarks, "last": last, "question": question(heading.slot), "drafts": drafts}
    status = FAULTY if form.is_bound and preview is None else 200
    text = (last.text if last else "") if preview is None else preview
    room = None if status == FAULTY else room_of(heading.project, heading.slot, text, on=today(request.initiative))
    said = told_under(heading.project, heading.slot)
    return render(request, "sections/page.html", {**around, "preview": preview, "room": room, "said": said}, status=status)


@asks(may_read)
@require_safe
def versions(request: Request, number: int, slot: str) -> HttpResponse:
    """Every version, and what changed from one to the next."""
    heading = _heading(request, number, slot)
    rows = list(history(heading.section)) if heading.section else []
    texts = {version.rank: version.text for version in rows}
    changes = [(version, word_pieces(texts.get(version.base_rank, ""), version.text)) for version in rows]
    return render(request, "sections/versions.html", {"heading": heading, "changes": changes, "last": rows[0].rank if rows else 0})


@asks(may_write_project, of=project_named)
@require_POST
def restore(request: Request, number: int, slot: str, rank: int) -> HttpResponse:
    heading = _heading(request, number, slot)
    version = get_object_or_404(SectionVersion.objects.filter(section=heading.section), rank=rank)
    take_up(heading.project, by=request.person)
    last = last_version(version.section)
    actions.restore_section(version, based_on=last.rank if last else 0, by=request.person)
    messages.success(request, _("The text of version %(rank)d stands again; the others stay readable.") % {"rank": rank})
    return _to_sheet(heading)


@asks(may_write_project, of=project_named)
@require_http_methods(["GET", "HEAD", "POST"])
def bring_together(request: Request, number: int, slot: str, draft: UUID) -> HttpResponse:
    heading = _heading(request, number, slot)
    mine = _draft(heading, draft)
    form = SectionForm(request.POST or None)
    if form.is_bound and form.is_valid():
        try:
            actions.merge_section(mine, form.cleaned_data["text"], based_on=form.cleaned_data["based_on"], by=request.person)
        except EditConflict as conflict:
            taken(request)
            tell_of_two_texts(heading.project, conflict.mine)
            return _together(request, heading, conflict.mine, status=CONFLICT)
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, _("The two texts are one. Both can still be read among the versions."))
            return _to_sheet(heading)
    return _together(request, heading, mine, typed=form if form.is_bound else None, status=FAULTY if form.is_bound else 200)


@asks(may_write_project, of=project_named)
@require_POST
def leave_draft(request: Request, number: int, slot: str, draft: UUID) -> HttpResponse:
    heading = _heading(request, number, slot)
    actions.set_draft_aside(_draft(heading, draft), by=request.person)
    messages.success(request, _("What was kept stands as it is; the other text is set aside."))
    return _to_sheet(heading)


def _together(request: Request, heading: Heading, mine: SectionDraft, *, typed: SectionForm | None = None, status: int) -> HttpResponse:
    """Both texts against what they began with, and a proposal to correct, or what was `typed` and could not be written."""
    theirs = last_version(mine.section)
    if theirs is None:
        raise Http404
    base = text_at(mine.section, mine.base_rank)
    proposal = merge(base, mine.text, theirs.text)
    form = typed or SectionForm(initial={"text": proposal.text, "based_on": theirs.rank})
    sides = {"mine": mine, "my_pieces": word_pieces(base, mine.text), "theirs": theirs, "their_pieces": word_pieces(base, theirs.text)}
    around = {"heading": heading, "form": form, "proposal": proposal, **sides}
    return render(request, "sections/together.html", around, status=status)


def _heading(request: Request, number: int, slot: str) -> Heading:
    project = project_of(request, number)
    if slot not in (*Section.values, *Note.values):
        raise Http404
    named = {"initiative_id": request.initiative.public_id, "owner_kind": "Project", "owner_id": project.public_id}
    return Heading(project, Section(slot) if slot in Section.values else Note(slot), TextSection.objects.filter(**named, slot=slot).first())


def _draft(heading: Heading, public_id: UUID) -> SectionDraft:
    found: SectionDraft = get_object_or_404(SectionDraft.objects.filter(section=heading.section), public_id=public_id)
    return found


def _to_sheet(heading: Heading) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{reverse('project', args=[heading.project.number])}#{heading.slot.name.lower()}")
