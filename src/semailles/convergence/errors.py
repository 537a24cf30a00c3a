"""Refusals of convergence: the head of a sentence."""

from django.utils.translation import gettext as _

from semailles.core.errors import Refusal


class StandsNowhere(Refusal):
    def __init__(self, idea: object) -> None:
        super().__init__(_("« %(idea)s » stands in no group yet: bring the ideas together first.") % {"idea": idea})


class StandsAlready(Refusal):
    """Nothing would change: the sentence says where it stands."""


class IsDuplicate(Refusal):
    def __init__(self, idea: object, other: object) -> None:
        sentence = _("« %(idea)s » is a duplicate of « %(other)s », and stands where that one stands: move that one.")
        super().__init__(sentence % {"idea": idea, "other": other})


class IsOut(Refusal):
    """Set aside, or split: it counts no more."""

    def __init__(self, idea: object, state: object) -> None:
        sentence = _("« %(idea)s » is %(state)s: put it back first, or choose another.")
        super().__init__(sentence % {"idea": idea, "state": state})


class Contradicts(Refusal):
    """What is asked clashes with an earlier gesture, which the sentence names."""


class IsPinned(Refusal):
    def __init__(self, idea: object, family: object) -> None:
        sentence = _("« %(idea)s » is pinned in « %(family)s »: unpin it first.")
        super().__init__(sentence % {"idea": idea, "family": family})


class IsValidated(Refusal):
    def __init__(self, family: object) -> None:
        super().__init__(_("« %(family)s » was validated: reopen it first.") % {"family": family})


class NoLonger(Refusal):
    """The family left the map."""

    def __init__(self, family: object) -> None:
        super().__init__(_("« %(family)s » is no longer on the map: choose a group that is.") % {"family": family})


class CannotSplit(Refusal):
    """Each part of a family needs an idea: the sentence says what misses."""


class TitleMissing(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Write a title: a few words of yours."))


class TitleRefused(Refusal):
    """A title that cannot be kept as it was typed: it is not cut without a word."""


class NothingCorrected(Refusal):
    def __init__(self) -> None:
        super().__init__(_("There is no correction of yours left to undo."))


class UndoneAlready(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This correction was undone already."))


class CorrectedSince(Refusal):
    """Undoing would also undo a later gesture, which the sentence names."""


class ProposalClosed(Refusal):
    def __init__(self) -> None:
        super().__init__(_("This proposed map is closed: ask for a new one."))


class HalfDecided(Refusal):
    def __init__(self) -> None:
        super().__init__(_("A proposed map is still being decided: decide about the rest, or close it, then ask for a new one."))


class NothingLeft(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Nothing is left to decide in this proposed map."))


class DecidedAlready(Refusal):
    def __init__(self, idea: object) -> None:
        super().__init__(_("What becomes of « %(idea)s » was decided already.") % {"idea": idea})


class MapMoved(Refusal):
    """The idea, or the family that it would join, is not where it was."""

    def __init__(self, idea: object) -> None:
        sentence = _("The map has moved since: « %(idea)s » cannot go there any more. Ask for a new map.")
        super().__init__(sentence % {"idea": idea})


class MapMovedMeanwhile(Refusal):
    """Somebody corrected the map while it was read: what was computed is of a map that is no more."""

    def __init__(self) -> None:
        super().__init__(_("Somebody corrected the map meanwhile: ask again in a moment."))


class WordsMissing(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Give a word, and at least one other way to write it."))


class KnownWord(Refusal):
    def __init__(self, form: str, equivalence: object) -> None:
        sentence = _("« %(form)s » is already known (%(equivalence)s): withdraw that first.")
        super().__init__(sentence % {"form": form, "equivalence": equivalence})


class WordTooCommon(Refusal):
    def __init__(self, form: str) -> None:
        super().__init__(_("« %(form)s » says nothing by itself: give a word, a name or an acronym.") % {"form": form})


class WordTooLong(Refusal):
    def __init__(self, form: str) -> None:
        super().__init__(_("« %(form)s… » is too long for a word: at most 200 signs.") % {"form": form[:40]})


class WithdrawnAlready(Refusal):
    def __init__(self, equivalence: object, by: object, on: object) -> None:
        sentence = _("« %(equivalence)s » was withdrawn already, by %(by)s on %(on)s.")
        super().__init__(sentence % {"equivalence": equivalence, "by": by, "on": on})


class JudgedAlready(Refusal):
    def __init__(self, row: object, by: object, on: object) -> None:
        sentence = _("« %(row)s » was judged already, by %(by)s on %(on)s: take that back first.")
        super().__init__(sentence % {"row": row, "by": by, "on": on})


class NotJudged(Refusal):
    def __init__(self, row: object) -> None:
        super().__init__(_("« %(row)s » is still to be checked: there is nothing to take back.") % {"row": row})
