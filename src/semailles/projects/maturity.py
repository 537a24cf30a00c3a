"""The ladder of maturity: what a project must hold to enter each step. Rules over what is met, written as a table; no row is read here."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from semailles.projects.enums import Ground, Maturity, Note, Section

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Sentence

LADDER = tuple(Maturity)


class Where(StrEnum):
    """The page of a project on which something is written."""

    CARD = "card"
    TEXT = "text"
    HOLDERS = "holders"
    MONEY = "money"
    CALENDAR = "calendar"
    PLACE = "place"
    ORIGIN = "origin"
    SHEET = "sheet"
    BODIES = "bodies"


@dataclass(frozen=True, slots=True)
class Condition:
    """`step`: the one that it blocks, and all above. `field`: the field of the card, the slot of the text."""

    key: str
    step: Maturity
    what: "Sentence"
    where: Where
    field: str = ""


def _text(slot: Section | Note, step: Maturity, what: "Sentence") -> Condition:
    return Condition(slot.value, step, what, Where.TEXT, slot.value)


def _card(field: str, step: Maturity, what: "Sentence") -> Condition:
    return Condition(field, step, what, Where.CARD, field)


def _given(ground: Ground, step: Maturity, what: "Sentence", where: Where = Where.BODIES) -> Condition:
    return Condition(ground.value, step, what, where)


# Stages E, F, P, V and S of the field list. Another list may be given to each function below.
CONDITIONS = (
    _card("tagline", Maturity.IDEA, _("what it is, in one sentence")),
    _card("sphere", Maturity.IDEA, _("its field of action")),
    _card("themes", Maturity.IDEA, _("one theme at least")),
    _card("emerged_on", Maturity.IDEA, _("the day it emerged")),
    Condition("source", Maturity.IDEA, _("an idea with its source"), Where.ORIGIN),
    _given(
        Ground.CONVERGENCE,
        Maturity.CONVERGENT,
        _("a convergence that people kept, or the choice to carry what one team alone said"),
        Where.ORIGIN,
    ),
    _card(Ground.GROUP.value, Maturity.SHAPED, _("a working group, or somebody who leads it")),
    _card("strategy_verb", Maturity.CARRIED, _("the verb of the strategy that it serves")),
    _text(Section.DESCRIPTION, Maturity.CARRIED, _("the description")),
    _text(Section.STAKES, Maturity.CARRIED, _("the stakes")),
    _text(Section.OBSERVATION, Maturity.CARRIED, _("the observation, with figures and their source")),
    _text(Section.AUDIENCE, Maturity.CARRIED, _("for whom it is")),
    Condition("places", Maturity.CARRIED, _("one place at least"), Where.PLACE),
    _card("scale", Maturity.CARRIED, _("the scale at which it makes sense")),
    _card("competent_body", Maturity.CARRIED, _("the body that will examine it")),
    Condition("writers", Maturity.CARRIED, _("a text that its group wrote itself"), Where.SHEET),
    _given(Ground.COMMITMENT, Maturity.CARRIED, _("an actor who carries it, by an oral agreement at least"), Where.HOLDERS),
    _text(Note.SUMMARY, Maturity.PROPOSED, _("the summary in 20 lines")),
    _card("axis", Maturity.PROPOSED, _("the axis of the story it belongs to")),
    Condition("obstacles", Maturity.PROPOSED, _("what hinders it, and the lever for each"), Where.SHEET),
    _text(Section.LAUNCH, Maturity.PROPOSED, _("how to start, from tomorrow morning")),
    Condition("examples", Maturity.PROPOSED, _("an example, here or elsewhere"), Where.SHEET),
    Condition("trio", Maturity.PROPOSED, _("three people who answer for it: elected, inhabitant, agent or company"), Where.HOLDERS),
    Condition("costs", Maturity.PROPOSED, _("what it costs, line by line"), Where.MONEY),
    Condition("fundings", Maturity.PROPOSED, _("who pays, line by line"), Where.MONEY),
    Condition("milestones", Maturity.PROPOSED, _("one milestone at least"), Where.CALENDAR),
    _card("not_quantified_reason", Maturity.PROPOSED, _("its effects, or why they are not quantified")),
    _card("licence", Maturity.PROPOSED, _("the licence under which it may be taken up")),
    _given(Ground.AGENDA, Maturity.PROPOSED, _("the agenda of a competent body that holds it")),
    _given(Ground.DECISION, Maturity.VALIDATED, _("a decision that was proclaimed: adopted, with or without reservations")),
    _card("next_review_on", Maturity.IN_ROADMAP, _("the day of its next review")),
    Condition("starts_on", Maturity.IN_ROADMAP, _("a day on which it starts"), Where.CALENDAR),
    _given(Ground.ROADMAP, Maturity.IN_ROADMAP, _("its place in a roadmap")),
    Condition("written", Maturity.LAUNCHED, _("the written commitment of who carries it"), Where.HOLDERS),
    _given(Ground.MILESTONE, Maturity.LAUNCHED, _("a first milestone that was really reached"), Where.CALENDAR),
    _card("public_contact", Maturity.DEMONSTRATOR, _("a contact that everybody may write to")),
    _given(Ground.RESULT, Maturity.DEMONSTRATOR, _("a measured effect or a documented result, accepted by the jury")),
    _given(Ground.COPY, Maturity.SOWN, _("a copy adapted elsewhere")),
)
# What a step up stands on. A choice is worth a convergence: people carry what one team alone said.
GROUNDS = {
    Maturity.CONVERGENT: (Ground.CONVERGENCE, Ground.CHOICE),
    Maturity.SHAPED: (Ground.GROUP,),
    Maturity.CARRIED: (Ground.COMMITMENT,),
    Maturity.PROPOSED: (Ground.AGENDA,),
    Maturity.VALIDATED: (Ground.DECISION,),
    Maturity.IN_ROADMAP: (Ground.ROADMAP,),
    Maturity.LAUNCHED: (Ground.MILESTONE,),
    Maturity.DEMONSTRATOR: (Ground.RESULT,),
    Maturity.SOWN: (Ground.COPY,),
}
READ = frozenset({Ground.CONVERGENCE, Ground.GROUP, Ground.COMMITMENT, Ground.MILESTONE})  # on the project's own rows
BY_KEY = {condition.key: condition for condition in CONDITIONS}


def rank(maturity: str) -> int:
    return LADDER.index(Maturity(maturity))


def next_step(maturity: str) -> Maturity | None:
    """None at the top."""
    above = LADDER[rank(maturity) + 1 :]
    return above[0] if above else None


def missing(met: Collection[str], step: Maturity, conditions: Iterable[Condition] = CONDITIONS) -> tuple[Condition, ...]:
    """What is lacking to stand on this step: its own conditions and those of every step below."""
    return tuple(one for one in conditions if rank(one.step) <= rank(step) and one.key not in met)


def reach(met: Collection[str], conditions: Sequence[Condition] = CONDITIONS) -> Maturity | None:
    """The highest step whose conditions all hold; None when the first does not."""
    held = [step for step in LADDER if not missing(met, step, conditions)]
    return held[-1] if held else None


def worth(ground: str) -> str:
    """The condition that a ground meets."""
    return Ground.CONVERGENCE.value if ground == Ground.CHOICE else ground
