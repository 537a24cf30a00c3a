"""Actors as the documents name them, and what is said of their commitment."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import Count, QuerySet

from semailles.engines.words import fold
from semailles.intake.enums import BudgetSide
from semailles.intake.models import Claim, LedgerLine, Mention
from semailles.workshop.enums import ActorKind
from semailles.workshop.models import Actor, Initiative, ProcessCommitment, ProcessFunding

IN_ORDER = (ActorKind.ORGANISATION, ActorKind.ROLE, ActorKind.PERSON)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader looks for among actors. `team`: the letter of a team whose documents name them."""

    words: str = ""
    college: str = ""
    kind: str = ""
    team: str = ""

    @property
    def is_anything(self) -> bool:
        return self != NOTHING


NOTHING = Asked()


def named_actors(initiative: Initiative, asked: Asked = NOTHING) -> list[tuple[int, int]]:
    """Keys of actors, each with its mentions in the latest documents: organisations, roles, then persons; the most often named first."""
    found = (
        Actor.objects.of(initiative)
        .standing()
        .named()
        .filter(**{name: value for name, value in (("college", asked.college), ("kind", asked.kind)) if value})
    )
    if asked.team:
        named = Mention.objects.of(initiative).filter(passage__version__is_latest=True, passage__version__document__team__letter=asked.team)
        found = found.filter(pk__in=named.values("actor"))
    if asked.words.strip():
        found = found.filter(pk__in=_called(initiative, asked.words))
    latest = Mention.objects.of(initiative).filter(passage__version__is_latest=True)
    said = dict(latest.order_by().values_list("actor").annotate(Count("pk")))
    place = {str(kind): rank for rank, kind in enumerate(IN_ORDER)}
    rows = sorted(found.values_list("pk", "kind", "name"), key=lambda row: (place[row[1]], -said.get(row[0], 0), row[2], row[0]))
    return [(key, said.get(key, 0)) for key, _, _ in rows]


def actors_in_order(initiative: Initiative, keys: Iterable[int]) -> list[Actor]:
    """With all their spellings, in three queries; one more when some were merged."""
    wanted = list(keys)
    found = Actor.objects.of(initiative).prefetch_related("spellings", "absorbed__spellings").in_bulk(wanted)
    return [found[key] for key in wanted]


def count_by_kind(initiative: Initiative) -> dict[str, int]:
    return dict(Actor.objects.of(initiative).standing().named().order_by().values_list("kind").annotate(Count("pk")))


def colleges(initiative: Initiative) -> list[str]:
    return list(
        Actor.objects.of(initiative).standing().named().exclude(college="").order_by("college").values_list("college", flat=True).distinct()
    )


def mentions_of(actor: Actor) -> QuerySet[Mention, Mention]:
    """Every mention in the latest documents, in reading order."""
    rows: QuerySet[Mention, Mention] = Mention.objects.of(actor.initiative).filter(actor=actor, passage__version__is_latest=True)
    return rows.select_related("passage__version__document__team").order_by(
        "passage__version__document__path", "passage__rank", "start", "pk"
    )


def mentions_by_letter(actor: Actor) -> dict[str, int]:
    """Whose documents name it, and how often."""
    counted = mentions_of(actor).order_by().values_list("passage__version__document__team__letter").annotate(Count("pk"))
    return dict(counted)


@dataclass(frozen=True, slots=True)
class Standing:
    """All that is said of an actor's commitment: by documents (claims, lines of a budget), and by people (fundings, ladders)."""

    claims: list[Claim] = field(default_factory=list)
    ledger: list[LedgerLine] = field(default_factory=list)
    fundings: list[ProcessFunding] = field(default_factory=list)
    ladders: list[ProcessCommitment] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not (self.claims or self.ledger or self.fundings or self.ladders)

    @property
    def levels(self) -> tuple[str, ...]:
        """Each level that a source gives, once."""
        said = [*(row.level for row in self.claims), *(row.status for row in self.ledger), *(row.status for row in self.fundings)]
        return tuple(dict.fromkeys(level for level in [*said, *(row.level for row in self.ladders)] if level))

    @property
    def levels_of_funding(self) -> tuple[str, ...]:
        """Who pays is compared with who pays: a roof offered says nothing of a sum."""
        said = [row.level for row in self.claims if row.role in {"finance", ""}]
        read = [row.status for row in self.ledger if row.sure[:1] == ["said"]]
        return tuple(dict.fromkeys([*said, *read, *(row.status for row in self.fundings)]))


def standings(initiative: Initiative, actors: Iterable[Actor]) -> Mapping[int, Standing]:
    """By key of the actor, in six queries; what people wrote of an actor merged since is said of the one that stands."""
    known = {fold(actor.name): actor.pk for actor in actors}
    stands = {key: key for key in known.values()}
    stands.update(Actor.objects.of(initiative).filter(merged_into__in=list(stands)).values_list("pk", "merged_into"))
    keys = list(stands)
    found: dict[int, Standing] = defaultdict(Standing)
    place = "passage__version__document"
    for claim in Claim.objects.of(initiative).filter(actor__in=keys, passage__version__is_latest=True).select_related(place).order_by("pk"):
        found[stands[claim.actor_id]].claims.append(claim)
    for line in LedgerLine.objects.of(initiative).current().filter(actor__in=keys, side=BudgetSide.FUNDING).select_related(place):
        found[stands[line.actor_id]].ledger.append(line)
    for funding in ProcessFunding.objects.of(initiative).standing():
        if key := stands.get(funding.actor_id, known.get(fold(funding.funder))):
            found[key].fundings.append(funding)
    ladders = ProcessCommitment.objects.of(initiative).standing().filter(actor__in=keys).select_related("actor__merged_into")
    for ladder in ladders.prefetch_related("steps").order_by("role"):
        found[stands[ladder.actor_id]].ladders.append(ladder)
    return found


def _called(initiative: Initiative, words: str) -> list[int]:
    """Actors of which the name or a spelling holds all these words, whatever their accents and capitals."""
    wanted = fold(words).split()
    rows = Actor.objects.of(initiative).values_list("pk", "merged_into", "name", "spellings__text")
    return sorted({into or key for key, into, name, spelling in rows if all(word in fold(f"{name} {spelling or ''}") for word in wanted)})
