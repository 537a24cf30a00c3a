"""Chains and tensions: what the engine makes of the ideas of today, and what is read of those kept."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Q

from semailles.convergence.models import Chain, ChainIdea, FamilyMember, Tension
from semailles.engines.relating import ChainWords, Complement, StepWords, chain_words, complements, tensions
from semailles.engines.relating import Said as Text
from semailles.engines.relating import Tension as FoundTension
from semailles.intake.models import Idea, Source
from semailles.intake.queries.ideas import places_of
from semailles.intake.queries.naming import names_by_passage
from semailles.workshop.models import Initiative
from semailles.workshop.queries.teams import in_order

ORGANISATION = "organisation"
ACTS, NAMED = "acts", "named"


@dataclass(frozen=True, slots=True)
class Quoted:
    """An idea with the first place where it was said; none when it came without a document."""

    idea: Idea
    source: Source | None

    @property
    def letter(self) -> str:
        return self.idea.team.letter

    @property
    def mark(self) -> str:
        return f"{self.letter}{self.idea.number or ''}"


@dataclass(frozen=True, slots=True)
class Place:
    """A step of a chain: what is done there, and who says it."""

    key: str
    says: str
    said: tuple[Quoted, ...]

    @property
    def letters(self) -> tuple[str, ...]:
        return in_order({one.letter for one in self.said})


@dataclass(frozen=True, slots=True)
class Joined:
    """Two ideas at two steps, nearest first."""

    first: Quoted
    second: Quoted
    steps: tuple[Place, Place]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A chain whole, in the words of a language."""

    chain: Chain
    title: str
    places: tuple[Place, ...]
    ties: tuple[Joined, ...]

    @property
    def letters(self) -> tuple[str, ...]:
        found = {letter for place in self.places for letter in place.letters}
        return in_order(found)


@dataclass(frozen=True, slots=True)
class Facing:
    """Two ideas side by side."""

    tension: Tension
    first: Quoted
    second: Quoted


def related(initiative: Initiative) -> tuple[tuple[Complement, ...], tuple[FoundTension, ...]]:
    """What the machine suggests of the ideas that stand, duplicates left out. Slow: never inside a transaction."""
    ideas = _texts(initiative)
    return complements(ideas), tensions(ideas)


def chains(initiative: Initiative, *, lang: str) -> list[Told]:
    """In three queries, whatever the chains. A chain that lost an end since, or all its teams but one, is not told."""
    rows = list(Chain.objects.of(initiative).current().by_state().select_related("judged_by"))
    voiced = Idea.objects.of(initiative).voiced().values("pk")
    held = list(ChainIdea.objects.of(initiative).filter(chain__in=rows, idea__in=voiced).select_related("idea__team"))
    sources = places_of(initiative, {place.idea_id for place in held})
    by_chain: dict[int, list[ChainIdea]] = defaultdict(list)
    for place in held:
        by_chain[place.chain_id].append(place)
    told = (_told(row, by_chain[row.pk], sources, lang) for row in rows)
    return [one for one in told if len(one.letters) > 1 and len(one.places) > 1]


def facing(initiative: Initiative) -> list[Facing]:
    """Tensions whose two ideas still stand, to be checked first. In two queries."""
    voiced = Idea.objects.of(initiative).voiced().values("pk")
    found = Tension.objects.of(initiative).current().by_state().filter(first__in=voiced, second__in=voiced)
    rows = list(found.select_related("first__team", "second__team", "judged_by"))
    sources = places_of(initiative, {key for row in rows for key in (row.first_id, row.second_id)})
    return [Facing(row, *(Quoted(idea, sources.get(idea.pk)) for idea in (row.first, row.second))) for row in rows]


def _told(chain: Chain, held: Sequence[ChainIdea], sources: Mapping[int, Source], lang: str) -> Told:
    words = chain_words(lang, ACTS)[NAMED] if chain.name else chain_words(lang).get(chain.key) or _bare(chain, held)
    at: dict[str, list[Quoted]] = defaultdict(list)
    for place in held:
        at[place.step].append(Quoted(place.idea, sources.get(place.idea_id)))
    places = tuple(Place(step.key, step.says, tuple(at[step.key])) for step in words.steps if at[step.key])
    return Told(chain, chain.name or words.title, places, _joined(chain, places))


def _bare(chain: Chain, held: Sequence[ChainIdea]) -> ChainWords:
    """A chain that people judged and that the lexicon knows no more: told by its bare names."""
    return ChainWords(chain.key, chain.key, tuple(StepWords(step, step) for step in dict.fromkeys(place.step for place in held)))


def _joined(chain: Chain, places: Sequence[Place]) -> tuple[Joined, ...]:
    by_key = {place.key: place for place in places}
    by_id = {str(one.idea.public_id): one for place in places for one in place.said}
    known = [(by_id.get(a), by_id.get(b), steps, words) for a, b, steps, words in chain.ties]
    return tuple(
        Joined(first, second, (by_key[steps[0]], by_key[steps[1]]), tuple(words))
        for first, second, steps, words in known
        if first and second and steps[0] in by_key and steps[1] in by_key
    )


def _texts(initiative: Initiative) -> list[Text]:
    ideas = Idea.objects.of(initiative).voiced().filter(merged_into=None).select_related("team").prefetch_related("sources")
    names, families = names_by_passage(initiative, Q(kind=ORGANISATION)), _families(initiative)  # never a person
    return [
        Text(
            str(idea.public_id),
            idea.team.folder,
            idea.text,
            idea.lang or initiative.lang,
            tuple(sorted({name for source in idea.sources.all() for name in names.get(source.passage_id, ())})),
            families.get(idea.pk, ""),
        )
        for idea in ideas
    ]


def _families(initiative: Initiative) -> dict[int, str]:
    rows = FamilyMember.objects.of(initiative).standing().values_list("idea", "family__public_id")
    return {idea: str(family) for idea, family in rows}
