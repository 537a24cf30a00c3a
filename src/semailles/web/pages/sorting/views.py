"""The evening's work: two hundred ideas, one after the other, with the page that each comes from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from semailles.core.errors import Refusal
from semailles.core.models import Person
from semailles.intake.actions import keep_ideas, mark_duplicates, put_off, set_aside_ideas, take_back_ideas, undo_last
from semailles.intake.models import Idea
from semailles.intake.queries.sorting import idea_called, ideas_by_id
from semailles.publication.actions import ask_to_gather, refresh_search
from semailles.web.layout.access import asks
from semailles.web.layout.answers import FAULTY
from semailles.web.layout.ids import uuid_of
from semailles.web.layout.request import Request
from semailles.web.pages.sorting.board import Filtered, board, filtered
from semailles.workshop.errors import ReasonMissing
from semailles.workshop.rules import may_read_workspace, may_shape

MOST_AT_ONCE = 200


@asks(may_read_workspace)
@require_safe
def show(request: Request) -> HttpResponse:
    return _shown(request, filtered(request.initiative, request.GET), uuid_of(request.GET.get("idee", "")))


@asks(may_shape)
@require_POST
def decide(request: Request) -> HttpResponse:
    """One gesture on the idea that is read, and on those that are chosen beside it; then the next one comes."""
    before = filtered(request.initiative, request.GET)
    ids = [found for typed in request.POST.getlist("ideas")[:MOST_AT_ONCE] if (found := uuid_of(typed))]
    try:
        said, here = _performed(request, ids)
    except Refusal as refusal:
        return _shown(request, before, ids[0] if ids else None, refused=refusal.sentence)
    after = filtered(request.initiative, request.GET)
    refresh_search(request.initiative, by=request.person)
    if before.queue.left and not after.queue.left:
        ask_to_gather(request.initiative, by=request.person)
    following = here or _following(before, after, ids)
    if not request.htmx:
        messages.success(request, said)
        return redirect(after.address(following))
    response = _shown(request, after, following, said=said)
    response["HX-Push-Url"] = after.address(following)
    return response


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form of a gesture says beside the ideas."""

    ideas: Sequence[Idea]
    request: Request

    def typed(self, name: str) -> str:
        return str(self.request.POST.get(name, "")).strip()


def _keep(asked: Asked, by: Person) -> str:
    kept = len(keep_ideas(asked.ideas, by=by))
    return ngettext("Kept: %(what)s.", "%(n)d ideas kept.", kept) % {"n": kept, "what": _what(asked.ideas)}


def _later(asked: Asked, by: Person) -> str:
    count = len(put_off(asked.ideas, by=by))
    return ngettext("Put off: %(what)s.", "%(n)d ideas put off.", count) % {"n": count, "what": _what(asked.ideas)}


def _aside(asked: Asked, by: Person) -> str:
    reason = asked.typed("other") or asked.typed("reason")
    if not reason:
        raise ReasonMissing(_("Say in a few words why this is set aside."))
    count = len(set_aside_ideas(asked.ideas, reason, by=by))
    return ngettext("Set aside: %(what)s.", "%(n)d ideas set aside.", count) % {"n": count, "what": _what(asked.ideas)}


def _duplicate(asked: Asked, by: Person) -> str:
    initiative, mark = asked.request.initiative, asked.typed("mark")
    chosen = uuid_of(asked.typed("of"))
    of = idea_called(initiative, mark) if mark else next(iter(ideas_by_id(initiative, [chosen] if chosen else [])), None)
    if of is None:
        sentence = _("No idea bears the mark « %(mark)s ».") % {"mark": mark} if mark else _("Choose the idea that says the same thing.")
        raise ReasonMissing(sentence)
    count = len(mark_duplicates(asked.ideas, of=of, by=by))
    told = {"n": count, "of": of.merged_into or of}
    return (
        ngettext("Duplicate of « %(of)s », which takes its sources.", "%(n)d duplicates of « %(of)s », which takes their sources.", count)
        % told
    )


def _back(asked: Asked, by: Person) -> str:
    count = len(take_back_ideas(asked.ideas, by=by))
    return ngettext("To be sorted again: %(what)s.", "%(n)d ideas to be sorted again.", count) % {"n": count, "what": _what(asked.ideas)}


GESTURES: dict[str, Callable[[Asked, Person], str]] = {
    "keep": _keep,
    "later": _later,
    "aside": _aside,
    "duplicate": _duplicate,
    "back": _back,
}


def _performed(request: Request, ids: Sequence[UUID]) -> tuple[str, UUID | None]:
    """What was done, in a sentence; and the idea to come back to, when the gesture says which."""
    gesture = request.POST.get("gesture", "")
    if gesture == "undo":
        undone = undo_last(request.initiative, by=request.person)
        keys = [int(key) for key in undone.before]
        first = Idea.objects.of(request.initiative).filter(pk__in=keys).order_by("team_id", "number").first()
        return _("Undone: the last gesture is as if it had never been made."), first.public_id if first else None
    ideas = ideas_by_id(request.initiative, ids)
    if gesture not in GESTURES or not ideas:
        raise Http404
    return GESTURES[gesture](Asked(ideas, request), request.person), None


def _following(before: Filtered, after: Filtered, ids: Sequence[UUID]) -> UUID | None:
    """The next that nobody has decided, after the last one that was; when all is sorted, the same one stays."""
    places = [place for one in ids if (place := before.queue.place(one)) is not None]
    order = [line.public_id for line in before.queue.lines[max(places, default=-1) + 1 :]]
    at = next((place for one in order if (place := after.queue.place(one)) is not None), 0)
    line = after.queue.first_waiting(after=at - 1)
    return line.public_id if line else (ids[-1] if ids else None)


def _shown(request: Request, found: Filtered, idea: UUID | None, *, said: str = "", refused: str = "") -> HttpResponse:
    context = board(request.initiative, request.person, found, idea)
    context |= {"said": said, "refused": refused, "here_again": f"?{found.kept}" if found.kept else ""}
    is_part = request.htmx and not request.htmx.history_restore_request
    name = "sorting/_board.html" if is_part else "sorting/page.html"
    response = render(request, name, context, status=FAULTY if refused else 200)
    patch_vary_headers(response, ["HX-Request"])
    return response


def _what(ideas: Sequence[Idea]) -> str:
    return f"« {ideas[0].title} »"
