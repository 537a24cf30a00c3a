"""What people make of a family: two of one, one of two, its name, the idea that tells it, its theme."""

import itertools
from collections.abc import Sequence

from django.utils.translation import gettext as _

from semailles.convergence.board import Board
from semailles.convergence.contradictions import refuse_held
from semailles.convergence.errors import CannotSplit, StandsAlready, TitleMissing
from semailles.convergence.gestures import Told, on_the_map, perform, placed, settle
from semailles.convergence.models import Correction, Family
from semailles.convergence.ties import APART, TOGETHER
from semailles.convergence.titles import title_as_typed
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.intake.models import Idea
from semailles.workshop.errors import Elsewhere
from semailles.workshop.models import Theme
from semailles.workshop.rules import may_shape


def split_family(family: Family, ideas: Sequence[Idea], title: str = "", *, by: Person, reason: str = "") -> Correction:
    """These ideas leave it for a family of their own; what remains keeps its id."""
    require(may_shape(by, family.initiative), by=by)
    titled = title_as_typed(title)

    def plan(board: Board) -> Told:
        key = on_the_map(board, family)
        leaving = [idea for idea in (placed(board, idea) for idea in ideas) if board.place[idea] == key]
        remaining = [idea for idea in board.voiced_in(key) if idea not in board.with_duplicates(leaving)]
        if not leaving or not remaining:
            raise CannotSplit(_("Choose some ideas of « %(family)s », and leave it at least one.") % {"family": family})
        refuse_held(board, leaving)
        named = board.families[key].title
        target = board.bear(leaving, titled)
        words = {"family": named, "to": board.families[target].title, "about": target}
        return Told(words, leaving, [*_side_by_side(leaving), (APART, leaving[0], remaining[0])])

    return perform(family.initiative, plan, verb="split family", by=by, reason=reason)


def merge_families(family: Family, into: Family, *, by: Person, reason: str = "") -> Correction:
    """All its ideas go into the other, which keeps its id, its name and its theme."""
    require(may_shape(by, family.initiative), by=by)

    def plan(board: Board) -> Told:
        key, target = on_the_map(board, family), on_the_map(board, into)
        if key == target:
            raise StandsAlready(_("« %(family)s » is one group: choose another one to merge it into.") % {"family": family})
        going = list(board.families[key].seats)
        refuse_held(board, going)
        anchor = board.voiced_in(target)[0]
        board.put(going, target)
        words = {"family": board.families[key].title, "to": board.families[target].title, "about": target}
        return Told(words, going, _side_by_side([*going, anchor]))

    return perform(family.initiative, plan, verb="merged families", by=by, reason=reason)


def rename_family(family: Family, title: str, *, by: Person, reason: str = "") -> Correction:
    """No later run writes over it."""
    require(may_shape(by, family.initiative), by=by)
    titled = title_as_typed(title)
    if not titled:
        raise TitleMissing

    def plan(board: Board) -> Told:
        key = on_the_map(board, family)
        portrait = board.touch(key)
        if portrait.is_named and portrait.title == titled:
            raise StandsAlready(_("« %(family)s » is its title already.") % {"family": portrait.title})
        words = {"family": portrait.title, "to": titled, "about": key}
        portrait.title, portrait.is_named = titled, True
        return Told(words)

    return settle(family.initiative, plan, verb="renamed family", by=by, reason=reason)


def quote_idea(family: Family, idea: Idea, *, by: Person, reason: str = "") -> Correction:
    """It tells the family from now on."""
    require(may_shape(by, family.initiative), by=by)

    def plan(board: Board) -> Told:
        key, quoted = on_the_map(board, family), placed(board, idea)
        if board.place[quoted] != key:
            raise StandsAlready(_("« %(idea)s » does not stand in « %(family)s »: move it there first.") % {"idea": idea, "family": family})
        portrait = board.touch(key)
        if portrait.is_quoted and portrait.medoid == quoted:
            raise StandsAlready(_("« %(idea)s » tells « %(family)s » already.") % {"idea": idea, "family": family})
        portrait.medoid, portrait.is_quoted = quoted, True
        return Told({"idea": str(board.cards[quoted]), "family": portrait.title, "about": key}, [quoted])

    return settle(family.initiative, plan, verb="quoted idea", by=by, reason=reason)


def choose_theme(family: Family, theme: Theme | None, *, by: Person, reason: str = "") -> Correction:
    """Without a theme, it is to be placed, and stays so until people choose."""
    require(may_shape(by, family.initiative), by=by)
    if theme and theme.initiative_id != family.initiative_id:
        raise Elsewhere("")

    def plan(board: Board) -> Told:
        key = on_the_map(board, family)
        portrait = board.touch(key)
        if portrait.has_chosen_theme and portrait.theme == (theme.pk if theme else None):
            raise StandsAlready(_("« %(family)s » is under that theme already.") % {"family": family})
        portrait.theme, portrait.has_chosen_theme = (theme.pk if theme else None), True
        return Told({"family": portrait.title, "to": theme.title if theme else _("none"), "about": key})

    return settle(family.initiative, plan, verb="chose theme", by=by, reason=reason)


def _side_by_side(ideas: Sequence[str]) -> list[tuple[str, str, str]]:
    """Each with the next."""
    return [(TOGETHER, first, second) for first, second in itertools.pairwise(ideas)]
