"""What the workshop refuses, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from semailles.core.errors import Refusal, TooMany


@dataclass(frozen=True, slots=True)
class Conflict:
    """One field that two people wrote: what is kept now, what this one typed; ready to be shown."""

    field: str
    label: str
    kept: str
    typed: str


class StaleEdit(Refusal):
    """Somebody saved first. Both values are there, so that nothing typed is lost."""

    def __init__(self, thing: str, conflicts: Sequence[Conflict], *, revision: int) -> None:
        each = "; ".join(
            _("%(label)s: now « %(kept)s », you wrote « %(typed)s »") % {"label": one.label, "kept": one.kept, "typed": one.typed}
            for one in conflicts
        )
        sentence = _("« %(thing)s » was changed while you were writing. %(each)s. Choose, then save again.")
        super().__init__(sentence % {"thing": thing, "each": each})
        self.conflicts = tuple(conflicts)
        self.revision = revision  # the one to give with the choice


class Incorrect(Refusal):
    """What was typed breaks a rule of the thing itself. `errors`: sentences by field; under « » those of the whole."""

    def __init__(self, errors: Mapping[str, Sequence[str]], labels: Mapping[str, str]) -> None:
        labelled = _("%(label)s: %(said)s")
        named = [
            labelled % {"label": labels[field], "said": " ".join(found)} if field in labels else " ".join(found)
            for field, found in errors.items()
        ]
        super().__init__(" ".join(named))
        self.errors = {field: tuple(found) for field, found in errors.items()}


class Mistyped(Refusal):
    """An amount, a day or a length of time that cannot be read."""


class NotYet(Refusal):
    """What is said to have happened is dated after today."""


class TooLong(Refusal):
    """Personal data are not kept for ever."""


class AlreadyThere(Refusal):
    """There is one already: the sentence says where."""


class TooCommon(Refusal):
    """A word that stands in every text names nobody."""


class NotStanding(Refusal):
    """It was set aside: put it back first."""


class LastCoordinator(Refusal):
    """Nobody would coordinate any more."""


class NotOneActor(Refusal):
    """These two cannot be the same actor."""


class StillEngaged(Refusal):
    """What people wrote leans on it."""


class StillNamed(Refusal):
    """Documents say so without being told."""


class ReasonMissing(Refusal):
    """Setting aside, refusing, withdrawing: never without a word of why."""


class ProofMissing(Refusal):
    """The attached file is not there any more."""


class Elsewhere(Refusal):
    """It belongs to another initiative."""


class NamelessLink(Refusal):
    """A personal link is somebody's."""


class WordsChanged(Refusal):
    """What would be signed is no longer what was read."""


class WhichPerson(Refusal):
    """Somebody of this name was given a link already: only whoever gives this one knows whether it is the same person."""


class NotTheirInvitation(Refusal):
    """An invitation is for one address."""


class TooManyLinks(TooMany):
    @staticmethod
    def sentence_for(wait: str) -> str:
        return _("Many links and invitations were given lately: the next ones can be given in %(wait)s.") % {"wait": wait}


class TooManyMails(TooMany):
    @staticmethod
    def sentence_for(wait: str) -> str:
        return _("Many links were sent by mail lately: copy this one into a message of your own, or send it from here in %(wait)s.") % {
            "wait": wait
        }


class MailedOften(TooMany):
    @staticmethod
    def sentence_for(wait: str) -> str:
        return _("This address was written to several times lately: call them, or send it from here in %(wait)s.") % {"wait": wait}
