"""What people settle: an idea pinned where it stands, a family validated."""

from dataclasses import replace

from django.utils import timezone
from django.utils.translation import gettext as _

from semailles.convergence.board import Board
from semailles.convergence.errors import StandsAlready
from semailles.convergence.gestures import Told, on_the_map, placed, settle
from semailles.convergence.models import Correction, Family
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.intake.models import Idea
from semailles.workshop.rules import may_shape


def pin_idea(idea: Idea, *, by: Person, reason: str = "") -> Correction:
    """It stays in its family: neither a later run nor a gesture moves it before it is unpinned. It is no longer « à placer »."""
    require(may_shape(by, idea.initiative), by=by)
    return settle(idea.initiative, lambda board: _pin(board, idea, is_pinned=True), verb="pinned idea", by=by, reason=reason)


def unpin_idea(idea: Idea, *, by: Person, reason: str = "") -> Correction:
    require(may_shape(by, idea.initiative), by=by)
    return settle(idea.initiative, lambda board: _pin(board, idea, is_pinned=False), verb="unpinned idea", by=by, reason=reason)


def validate_family(family: Family, *, by: Person, reason: str = "") -> Correction:
    """A person says that these ideas say the same thing: none of them moves before it is reopened."""
    require(may_shape(by, family.initiative), by=by)

    def plan(board: Board) -> Told:
        key = on_the_map(board, family)
        portrait = board.touch(key)
        if portrait.validated_at and not any(seat.is_doubtful for seat in portrait.seats.values()):
            raise StandsAlready(_("« %(family)s » is validated already.") % {"family": family})
        portrait.validated_at, portrait.validated_by = timezone.now().isoformat(), by.pk
        portrait.seats = {idea: replace(seat, is_doubtful=False) for idea, seat in portrait.seats.items()}
        return Told({"family": portrait.title, "about": key}, list(portrait.seats))

    return settle(family.initiative, plan, verb="validated family", by=by, reason=reason)


def reopen_family(family: Family, *, by: Person, reason: str = "") -> Correction:
    """It may be changed again."""
    require(may_shape(by, family.initiative), by=by)

    def plan(board: Board) -> Told:
        key = on_the_map(board, family)
        portrait = board.touch(key)
        if not portrait.validated_at:
            raise StandsAlready(_("« %(family)s » was not validated: there is nothing to reopen.") % {"family": family})
        portrait.validated_at, portrait.validated_by = "", None
        return Told({"family": portrait.title, "about": key})

    return settle(family.initiative, plan, verb="reopened family", by=by, reason=reason)


def _pin(board: Board, idea: Idea, *, is_pinned: bool) -> Told:
    key = placed(board, idea)
    family = board.touch(board.place[key])
    if family.seats[key].is_pinned == is_pinned:
        pinned, free = _("« %(idea)s » is pinned already."), _("« %(idea)s » is not pinned: there is nothing to unpin.")
        raise StandsAlready((pinned if is_pinned else free) % {"idea": idea})
    family.seats[key] = replace(family.seats[key], is_pinned=is_pinned, is_doubtful=family.seats[key].is_doubtful and not is_pinned)
    return Told({"idea": str(board.cards[key]), "family": family.title, "about": board.place[key]}, [key])
