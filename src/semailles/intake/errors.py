"""Refusals of intake: the head of a sentence."""

from django.utils.translation import gettext as _

from semailles.core.errors import Refusal


class NothingGiven(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Choose at least one file to give."))


class TooManyGiven(Refusal):
    def __init__(self, given: int, most: int) -> None:
        sentence = _("%(given)d files at once are too many: give them by %(most)d at most, or in an archive (.zip).")
        super().__init__(sentence % {"given": given, "most": most})


class NothingToTry(Refusal):
    def __init__(self, file: object) -> None:
        super().__init__(
            _("« %(file)s » was read, or is being read: there is nothing to try again. Reload the page to see what became of it.")
            % {"file": file}
        )


class NoBudgetFound(Refusal):
    def __init__(self) -> None:
        super().__init__(_("No budget of the process was found in the documents: write its lines by hand."))


class BudgetAlreadyWritten(Refusal):
    def __init__(self) -> None:
        super().__init__(_("The budget of the process already has lines: set them aside first, or copy by hand what is missing."))


class OriginalGone(Refusal):
    """The file itself is no longer kept; what was read in it is."""


class NothingToUndo(Refusal):
    def __init__(self) -> None:
        super().__init__(_("There is no gesture of yours left to undo."))


class ChangedSince(Refusal):
    """Undoing would also undo what somebody else did."""

    def __init__(self, idea: object) -> None:
        super().__init__(_("« %(idea)s » was changed since: open it, and decide again there.") % {"idea": idea})


class NotOneIdea(Refusal):
    """Two ideas cannot be brought together like this: the sentence says why."""


class StandsAsParts(Refusal):
    """What was split is said by its parts: it would count twice."""

    def __init__(self, idea: object) -> None:
        super().__init__(_("« %(idea)s » was split, and its parts stand in its place: set them aside first.") % {"idea": idea})


class TooFewParts(Refusal):
    def __init__(self) -> None:
        super().__init__(_("Give two titles at least: one for each idea."))


class NotInPassage(Refusal):
    """The words are not those of the document."""

    def __init__(self, words: str) -> None:
        sentence = _("« %(words)s » does not stand in this passage: copy its very words, without changing any.")
        super().__init__(sentence % {"words": words[:120]})


class NotTaking(Refusal):
    """The initiative takes no idea from the public, not yet, or no longer: the sentence says which."""


class SentAlready(Refusal):
    def __init__(self) -> None:
        super().__init__(_("An idea was sent from this page already. What you wrote is below: send it again, and it will be another idea."))


class AlreadyDecided(Refusal):
    def __init__(self, contribution: object, state: str) -> None:
        sentence = _("« %(contribution)s » is already sorted (%(state)s): take it up again first, if it can be, or go on to the next one.")
        super().__init__(sentence % {"contribution": contribution, "state": state})


class StandsAsIdea(Refusal):
    """What was kept is part of the common work."""

    def __init__(self) -> None:
        super().__init__(
            _("Your idea was kept: it now belongs to the work of all, without your name. Ask the team of the initiative to change it.")
        )
