"""Writing about ideas: other words, two ideas out of one, one that the machine did not see."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from semailles.core.errors import Refusal
from semailles.intake.actions import describe_idea, split_idea, write_idea
from semailles.intake.actions.wording import IdeaEntry
from semailles.intake.models import Document, Idea
from semailles.intake.queries.ideas import sources_of
from semailles.intake.queries.sorting import passage_holding
from semailles.publication.actions import refresh_search
from semailles.publication.words import printable
from semailles.web.layout.access import asks
from semailles.web.layout.answers import CONFLICT, FAULTY
from semailles.web.layout.request import Request
from semailles.web.pages.sorting.forms import SplitForm, WordsForm, WriteForm
from semailles.workshop.rules import may_shape


@asks(may_shape)
@require_http_methods(["GET", "HEAD", "POST"])
def reword(request: Request, public_id: UUID) -> HttpResponse:
    idea = _idea(request, public_id)
    form = WordsForm(idea, request.POST if request.method == "POST" else None)
    if form.takes(lambda: describe_idea(idea, form.entry, revision=form.cleaned_data["revision"], by=request.person)):
        return _done(request, idea, _("The idea is in your words; its quote stays as it was said."))
    status = CONFLICT if form.conflict else FAULTY if form.is_bound and form.errors else 200
    around = {
        "idea": idea,
        "sources": sources_of(idea),
        "form": form,
        "conflict": form.conflict,
        "title": _("Reword the idea"),
        "verb": _("Save"),
    }
    return render(request, "sorting/words.html", around, status=status)


@asks(may_shape)
@require_http_methods(["GET", "HEAD", "POST"])
def split(request: Request, public_id: UUID) -> HttpResponse:
    idea = _idea(request, public_id)
    form = SplitForm(request.POST or None)
    if form.is_bound and form.is_valid():
        quotes = list(idea.sources.values_list("quote", flat=True))
        try:
            parts = split_idea(idea, form.wanted(quotes), by=request.person)
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            return _done(request, idea, _("%(n)d ideas stand in place of one; « undo » brings it back.") % {"n": len(parts)})
    status = FAULTY if form.is_bound and form.errors else 200
    around = {"idea": idea, "sources": sources_of(idea), "form": form, "title": _("Split the idea"), "verb": _("Split")}
    return render(request, "sorting/words.html", around, status=status)


@asks(may_shape)
@require_http_methods(["GET", "HEAD", "POST"])
def write(request: Request) -> HttpResponse:
    """`?document=…&passage=…&mots=…`: what was chosen on the page of a document."""
    rows = Document.objects.of(request.initiative).filter(versions__is_latest=True, versions__status="read").order_by("path")
    documents = [(str(key), printable(path)) for key, path in rows.values_list("public_id", "path")]
    chosen = {name: request.GET.get(asked, "") for name, asked in (("document", "document"), ("passage", "passage"), ("words", "mots"))}
    form = WriteForm(request.POST or None, documents=documents, initial={name: value for name, value in chosen.items() if value})
    if form.is_bound and form.is_valid():
        typed = form.cleaned_data
        try:
            passage = passage_holding(request.initiative, UUID(typed["document"]), typed["words"], rank=typed["passage"])
            idea = write_idea(passage, typed["words"], IdeaEntry(typed["title"], "", typed["kind"]), by=request.person)
        except Refusal as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, _("The idea is written, with its source: it is kept."))
            refresh_search(request.initiative, by=request.person)
            return redirect("idea", public_id=idea.public_id)
    status = FAULTY if form.is_bound and form.errors else 200
    return render(request, "sorting/write.html", {"form": form, "documents": documents}, status=status)


def _idea(request: Request, public_id: UUID) -> Idea:
    rows = Idea.objects.of(request.initiative).select_related("team", "initiative")
    found: Idea = get_object_or_404(rows, public_id=public_id)
    return found


def _done(request: Request, idea: Idea, said: str) -> HttpResponse:
    """Back to where the person was: sorting, or the page of the idea."""
    refresh_search(request.initiative, by=request.person)
    messages.success(request, said)
    if request.GET.get("retour") == "trier":
        response = redirect("sort")
        response["Location"] += f"?idee={idea.public_id}"
        return response
    return redirect("idea", public_id=idea.public_id)
