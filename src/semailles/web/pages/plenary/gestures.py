"""What a room decides before a screen: validate, move, split, undo. Each is one correction, with its reason when somebody says it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles.convergence.actions import move_idea, reopen_family, split_family, undo_last_correction, validate_family
from semailles.convergence.models import Correction, Family
from semailles.convergence.telling import told
from semailles.core.errors import Refusal
from semailles.core.models import Person
from semailles.intake.models import Idea
from semailles.intake.queries.sorting import idea_called
from semailles.web.layout.ids import uuid_of

ALONE = "seule"


class NothingChosen(Refusal):
    """A gesture lacks its object; the sentence says which."""


@dataclass(frozen=True, slots=True)
class Decided:
    """What was done, in a sentence, and whether the session goes on to another screen."""

    said: str
    goes_on: bool = False
    about: UUID | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    family: Family
    typed: QueryDict

    @property
    def gesture(self) -> str:
        """Without a button (the Enter key in a field), what was typed says it."""
        if pressed := self.typed.get("gesture", ""):
            return pressed
        return "split" if self.word("title") else "move" if self.word("mark") else ""

    @property
    def reason(self) -> str:
        return self.word("reason")

    def word(self, name: str) -> str:
        typed = self.typed.get(name, "").strip()
        if "\0" in typed:
            raise NothingChosen(_("Null characters are not allowed: type it again."))
        return typed

    def ideas(self) -> list[Idea]:
        """Those ticked, in the order of marks."""
        ids = [uuid_of(typed) for typed in self.typed.getlist("ideas")]
        rows = Idea.objects.of(self.family.initiative).filter(public_id__in=[one for one in ids if one])
        found: list[Idea] = sorted(
            rows.select_related("team", "initiative", "merged_into"), key=lambda idea: (idea.team.letter, idea.number or 0)
        )
        if not found:
            raise NothingChosen(_("Tick first the ideas in question."))
        return found


def decided(asked: Asked, *, by: Person) -> Decided:
    if asked.gesture not in GESTURES:
        raise NothingChosen(_("Choose a gesture: validate, move, split, undo."))
    return GESTURES[asked.gesture](asked, by)


def _validate(asked: Asked, by: Person) -> Decided:
    validate_family(asked.family, by=by, reason=asked.reason)
    return Decided(_("Validated: %(family)s.") % {"family": asked.family.title}, goes_on=True)


def _reopen(asked: Asked, by: Person) -> Decided:
    reopen_family(asked.family, by=by, reason=asked.reason)
    return Decided(_("Reopened: %(family)s.") % {"family": asked.family.title})


@transaction.atomic
def _move(asked: Asked, by: Person) -> Decided:
    """All of them or none."""
    ideas, to = asked.ideas(), _destination(asked)
    moved = [move_idea(idea, to, by=by, reason=asked.reason) for idea in ideas]
    return Decided(_said(moved))


def _split(asked: Asked, by: Person) -> Decided:
    return Decided(_said([split_family(asked.family, asked.ideas(), asked.word("title"), by=by, reason=asked.reason)]))


def _undo(asked: Asked, by: Person) -> Decided:
    undone = undo_last_correction(asked.family.initiative, by=by)
    about = undone.words.get("about", "")
    before = next(iter(undone.before), "")
    return Decided(_("Undone: %(gesture)s.") % {"gesture": told(undone)}, about=uuid_of(before or about))


GESTURES: dict[str, Callable[[Asked, Person], Decided]] = {
    "validate": _validate,
    "reopen": _reopen,
    "move": _move,
    "split": _split,
    "undo": _undo,
}


def _destination(asked: Asked) -> Family | None:
    """Beside the idea of a mark, into a group of the list, or a group of its own."""
    initiative = asked.family.initiative
    if mark := asked.word("mark"):
        idea = idea_called(initiative, mark)
        families = Family.objects.of(initiative).current()
        beside: Family | None = families.filter(ideas=(idea.merged_into or idea)).first() if idea else None
        if beside is None:
            raise NothingChosen(_("No idea of the map bears the mark « %(mark)s ».") % {"mark": mark})
        return beside
    chosen = asked.word("to")
    if chosen == ALONE:
        return None
    public_id = uuid_of(chosen)
    family: Family | None = Family.objects.of(initiative).current().filter(public_id=public_id).first() if public_id else None
    if family is None:
        raise NothingChosen(_("Say where they go: choose a group, or write the mark of an idea that stands there."))
    return family


def _said(done: Sequence[Correction]) -> str:
    if len(done) == 1:
        return _("Done: %(gesture)s.") % {"gesture": told(done[0])}
    to = done[0].words.get("to", "")
    return ngettext("%(n)d idea moved to « %(to)s ».", "%(n)d ideas moved to « %(to)s ».", len(done)) % {"n": len(done), "to": to}
