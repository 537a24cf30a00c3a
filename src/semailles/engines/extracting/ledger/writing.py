"""From entries to lines: the side, the actor, the nature and the status of each."""

import re
from collections.abc import Iterator, Sequence

from semailles.engines.blocks import Block
from semailles.engines.extracting.findings import ActorKind, ActorMention, CommitmentCue, KnownActor, Ledger, LedgerLine, Part, Side, Span
from semailles.engines.extracting.flat import flattened
from semailles.engines.extracting.keys import expanded, key_of
from semailles.engines.extracting.ledger.entries import LARGEST, Entry, Shape, is_statement
from semailles.engines.extracting.ledger.scope import ABOVE
from semailles.engines.extracting.ledger.sections import Section
from semailles.engines.extracting.ledger.sureness import Sureness, nature, remarks, sureness, tax_base
from semailles.engines.extracting.ledger.words import any_of

LONGEST_NAME = 7  # words
SERVICE = re.compile(r"^(.{3,60})-[A-Z]{2,6}$")
NO_NAME = re.compile(rf"^{any_of('rows', 'no_name')}(?!\w)")


class Writer:
    """`decided`: the sentence of the document that decides to finance the process, or ""."""

    def __init__(self, blocks: Sequence[Block], actors: Sequence[ActorMention], commitments: Sequence[CommitmentCue], decided: str) -> None:
        self.blocks = blocks
        self.decided = decided
        self.mentions: dict[int, list[ActorMention]] = {}
        for mention in actors:
            self.mentions.setdefault(mention.span.block, []).append(mention)
        self.claims = commitments

    def lines(self, budget: Sequence[Section]) -> tuple[LedgerLine, ...]:
        inside = self.passages(budget)
        claims = [claim for claim in self.claims if claim.span.block not in inside and claim.role in {"finance", ""}]
        found = [
            self._line(one, side, claims, self.blocks[section.head].text)
            for section in budget
            for one, side in self._sided(section)
            if one.shape is not Shape.REST
        ]
        stated = [self._apart(at) for at in sorted(inside) if is_statement(self.blocks[at].text)]
        return tuple(sorted((*found, *stated), key=lambda line: (line.span.block, line.span.start)))

    def passages(self, budget: Sequence[Section]) -> frozenset[int]:
        """Every block of the sections, and the statements near them."""
        own = {at for section in budget for at in section.blocks}
        near = range(max(0, min(own) - ABOVE), min(len(self.blocks), max(own) + ABOVE + 1))
        return frozenset(own | {at for at in near if is_statement(self.blocks[at].text)})

    def _sided(self, section: Section) -> Iterator[tuple[Entry, Side]]:
        """Where the two sides stand in one row, the first line is of the first side; alone, a line that names an actor is funding."""
        pairs = [(before.block, after.block) for before, after in zip(section.entries, section.entries[1:], strict=False)]
        for rank, one in enumerate(section.entries):
            if one.side or len(section.sides) == 1:
                yield one, one.side or section.sides[0]
            elif rank < len(pairs) and pairs[rank][0] == pairs[rank][1]:
                yield one, section.sides[0]
            elif rank and pairs[rank - 1][0] == pairs[rank - 1][1]:
                yield one, section.sides[1]
            else:
                yield one, Side.FUNDING if self._named(one, within_label=True) else Side.COST

    def _line(self, one: Entry, side: Side, claims: Sequence[CommitmentCue], head: str) -> LedgerLine:
        span = Span(one.block, one.start, one.end)
        part = Part.TOTAL if one.shape is Shape.TOTAL else Part.LINE
        actor = self._actor(one, side) if part is Part.LINE else ""
        kind = nature(one, side) if part is Part.LINE else ""
        sure = Sureness("", "")
        if part is Part.LINE and side is Side.FUNDING:
            own = expanded(key_of(actor, ActorKind.ORGANISATION))
            its = [claim for claim in claims if actor and expanded(key_of(claim.actor, ActorKind.ORGANISATION)) == own]
            sure = sureness(one, head, self.decided, its)
        told = " ; ".join(remarks(one))
        return LedgerLine(
            span=span,
            quote=self.blocks[one.block].text[one.start : one.end],
            side=side,
            part=part,
            label=one.label,
            amount=one.amount if one.amount is not None and abs(one.amount) < LARGEST else None,
            actor=actor,
            status=sure.status,
            nature=kind,
            tax_base=tax_base(one),
            detail=told,
            sure=(sure.code, sure.words),
        )

    def _apart(self, at: int) -> LedgerLine:
        text = self.blocks[at].text
        return LedgerLine(Span(at, 0, len(text)), text, None, Part.APART, "", None)

    def _actor(self, one: Entry, side: Side) -> str:
        """Who funds is named by the label, whole or in part (« Subvention de la Région »); who gives to a cost, by what is given."""
        if side is Side.COST:
            return self._named(one, within_label=False) if one.gives else ""
        named = self._named(one, within_label=True)
        return one.label if looks_like_a_name(one.label) and not one.label.startswith(named or " ") else named

    def _named(self, one: Entry, *, within_label: bool) -> str:
        text = self.blocks[one.block].text
        start = text.find(one.label, one.start, one.end)
        end = start + len(one.label)
        here = [mention for mention in self.mentions.get(one.block, []) if one.start <= mention.span.start and mention.span.end <= one.end]
        if within_label:
            here = [mention for mention in here if start <= mention.span.start < end]
        return next((mention.surface for mention in here if mention.kind is not ActorKind.PERSON), "")


def looks_like_a_name(label: str) -> bool:
    """« Fonds Grain » is somebody, « Autofinancement » is not."""
    return (
        label[:1].isupper()
        and len(label.split()) <= LONGEST_NAME
        and not any(sign.isdigit() for sign in label)
        and not NO_NAME.match(flattened(label))
    )


def funders(ledger: Ledger, actors: Sequence[ActorMention]) -> list[KnownActor]:
    """The actors that only the budget names, under « Financeurs »: they may be named elsewhere too. « Rail et Rives-DRT » is also called « Rail et Rives »."""
    named = {(mention.span.block, mention.surface) for mention in actors}
    fresh = [line.actor for line in ledger.lines if line.actor and (line.span.block, line.actor) not in named]
    return [KnownActor(name, ActorKind.ORGANISATION, aliases=tuple(SERVICE.findall(name))) for name in dict.fromkeys(fresh)]
