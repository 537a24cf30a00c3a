"""Actors as the list shows them, and as one page tells them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles.core.audience import reads_everything
from semailles.core.search import Piece, extract
from semailles.engines.extracting.findings import MergeReason
from semailles.engines.words import fold
from semailles.intake.models import Mention
from semailles.intake.queries.mentions import Standing, standings
from semailles.projects.holders import HeldLadder, ladders_by_actor
from semailles.projects.queries import Naming, projects_naming
from semailles.publication.contradictions import disagree, least_sure
from semailles.publication.words import level_words, listed
from semailles.workshop.enums import ActorKind
from semailles.workshop.models import Actor, CommitmentStep, Initiative, Likeness, ProcessCommitment
from semailles.workshop.queries import Ladder, ladder_of

AROUND = 220  # signs shown around a mention


@dataclass(frozen=True, slots=True)
class Line:
    """`process` and `held`: the ladders that people wrote, to the process and to projects."""

    actor: Actor
    standing: Standing
    named: list[Naming]
    process: Sequence[Ladder[ProcessCommitment, CommitmentStep]] = ()
    held: Sequence[HeldLadder] = ()
    mentions: int = 0

    @property
    def projects(self) -> int:
        return len(self.named)

    @property
    def spellings(self) -> list[str]:
        """The other ways it is written, capitals and accents aside."""
        known = {fold(text): text for text in self.actor.also_written}
        return [text for folded, text in known.items() if folded != fold(self.actor.name)]

    @property
    def levels(self) -> str:
        climbed = [ladder.current.level for ladder in self.held if ladder.current and not ladder.is_expired]
        levels = [*dict.fromkeys([*self.standing.levels, *climbed])]
        if levels and not reads_everything():
            levels = [least_sure(levels)]
        return " / ".join(map(level_words, levels))

    @property
    def is_contradictory(self) -> bool:
        return reads_everything() and disagree(self.standing.levels_of_funding)


@dataclass(frozen=True, slots=True)
class Group:
    kind: ActorKind
    title: str
    lines: tuple[Line, ...]

    @property
    def is_persons(self) -> bool:
        return self.kind == ActorKind.PERSON


@dataclass(frozen=True, slots=True)
class Heard:
    """A mention with the words around it, the name marked."""

    mention: Mention
    around: list[Piece]


def lines_of(initiative: Initiative, actors: Sequence[Actor], mentions: Mapping[int, int], *, on: date) -> list[Line]:
    standing, named = standings(initiative, actors), projects_naming(initiative, actors)
    held = ladders_by_actor(initiative, actors, on=on)

    def line(actor: Actor) -> Line:
        said = standing.get(actor.pk, Standing())
        process = [ladder_of(row, tuple(row.steps.all()), on=on) for row in said.ladders]
        return Line(actor, said, named.get(actor.pk, []), process, held.get(actor.pk, ()), mentions.get(actor.pk, 0))

    return [line(actor) for actor in actors]


def by_kind(lines: Sequence[Line]) -> list[Group]:
    titles = {ActorKind.ORGANISATION: _("Organisations"), ActorKind.ROLE: _("Roles"), ActorKind.PERSON: _("Persons")}
    groups = groupby(lines, key=lambda line: ActorKind(line.actor.kind))
    return [Group(kind, titles[kind], tuple(found)) for kind, found in groups]


def heard(mention: Mention) -> Heard:
    return Heard(mention, extract(mention.passage.text, [(mention.start, mention.end)], length=AROUND))


def why_alike(pair: Likeness) -> str:
    """Why the program takes two actors for one."""
    reasons = {
        MergeReason.ACRONYM: _("One is written with the initials of the other."),
        MergeReason.PART: _("One name holds the other."),
        MergeReason.SPELLING: _("Both are written almost alike."),
        MergeReason.SAME_WORDS: _("The same words, in another order."),
        MergeReason.PERSON: _("The same family name."),
        MergeReason.FAMILY_NAME: _("The same family name."),
    }
    return reasons.get(MergeReason(pair.reason), "") if pair.reason else _("People once took them for one.")


def overview(counts: Mapping[str, int]) -> str:
    """« 48 organisations, 38 rôles et 11 personnes, sous toutes leurs écritures. »"""
    organisations, roles, persons = (counts.get(kind, 0) for kind in ActorKind)
    known = [
        ngettext("%(n)d organisation", "%(n)d organisations", organisations) % {"n": organisations},
        ngettext("%(n)d role", "%(n)d roles", roles) % {"n": roles},
        *([ngettext("%(n)d person", "%(n)d persons", persons) % {"n": persons}] if reads_everything() else ()),
    ]
    return _("%(known)s, each under all its spellings, with the place of each mention.") % {"known": listed(known)}


def presence(mentions: int, teams: Mapping[str, int], projects: int) -> str:
    """« 7 mentions dans les documents de 3 équipes. Nommée dans 2 ébauches de fiches. »"""
    if not mentions:
        return _("Given by people: no document names it yet.")
    said = ngettext("%(n)d mention", "%(n)d mentions", mentions) % {"n": mentions}
    by = ngettext("in the documents of %(n)d team", "in the documents of %(n)d teams", len(teams)) % {"n": len(teams)}
    named = ngettext("Named in %(n)d draft sheet.", "Named in %(n)d draft sheets.", projects) % {"n": projects}
    return f"{said} {by}. {named if projects else ''}".strip()
