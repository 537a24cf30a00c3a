"""Why a family stands together: its ideas, its pairs, what chance would do, and what the silent teams say of the subject."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count

from semailles.convergence.models import Family, FamilyMember
from semailles.core.search.marking import Piece, pieces, places
from semailles.core.search.terms import Sought, terms
from semailles.engines.chances import coverage_odds
from semailles.engines.words import FOLDED_STOP
from semailles.intake.models import Idea, Source
from semailles.intake.queries.ideas import places_of
from semailles.workshop.models import Initiative, Team
from semailles.workshop.queries.teams import in_order

NOTION = "≈ "  # before a notion that both ideas evoke with other words
MOST_TEAMS = 12  # beyond, the exact odds take too long to count
SHARED_BY, MOST_SHARED = 2, 6
MOST_BESIDE = 400  # ideas of a theme that are looked at for a silent team


@dataclass(frozen=True, slots=True)
class Said:
    """An idea of the family with its words: all its sources, the one to show first; whether it is « à placer », whether people pinned it there."""

    idea: Idea
    sources: tuple[Source, ...]
    is_doubtful: bool = False
    is_pinned: bool = False

    @property
    def mark(self) -> str:
        return f"{self.letter}{self.idea.number or ''}"

    @property
    def letter(self) -> str:
        return self.idea.team.letter


@dataclass(frozen=True, slots=True)
class Pair:
    """Two ideas near each other: `words` that both write, `notions` that both evoke with other words."""

    first: Said
    second: Said
    score: float
    words: tuple[str, ...]
    notions: tuple[str, ...]

    @property
    def joins_teams(self) -> bool:
        return self.first.letter != self.second.letter

    @property
    def told(self) -> tuple[str, ...]:
        """What they share, in words."""
        return self.words or self.notions


@dataclass(frozen=True, slots=True)
class Silence:
    """A team that is not in the family: how many ideas it has on the theme, and the one that shares most words with the family."""

    team: Team
    on_theme: int = 0
    nearest: Source | None = None
    shared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """`odds`: for 1, 2, 3… teams, how probable it is that as many ideas drawn at random come from so many; empty when there are too many teams."""

    said: tuple[Said, ...]
    pairs: tuple[Pair, ...]
    odds: tuple[float, ...]

    @property
    def letters(self) -> tuple[str, ...]:
        return in_order({one.letter for one in self.said})

    @property
    def mutual(self) -> tuple[Pair, ...]:
        """Pairs of two teams of which each idea is the nearest that the other has, nearest first."""
        best: dict[int, Pair] = {}
        for pair in sorted((one for one in self.pairs if one.joins_teams), key=lambda one: -one.score):
            for side in (pair.first, pair.second):
                best.setdefault(side.idea.pk, pair)
        return tuple(pair for pair in self.pairs if best.get(pair.first.idea.pk) is best.get(pair.second.idea.pk) is pair)

    @property
    def beyond_chance(self) -> float:
        """How probable it is that as many ideas drawn at random come from fewer teams."""
        return sum(self.odds[: len(self.letters) - 1])


def evidence_of(family: Family) -> Evidence:
    said = _said(family)
    by_id = {str(one.idea.public_id): one for one in said}
    known = ((by_id.get(a), by_id.get(b), score, words) for a, b, score, words in family.links)
    pairs = [_pair(first, second, score, words) for first, second, score, words in known if first and second]
    pairs.sort(key=lambda pair: (not pair.joins_teams, -pair.score))
    return Evidence(tuple(said), tuple(pairs), _odds(family.initiative, len(said)))


def shared_words(family: Family, evidence: Evidence) -> tuple[str, ...]:
    """Of the words that tell the family, then of those that its pairs share: only what at least two of its ideas write, each word once."""
    lang = family.initiative.lang
    written = [_roots(one.idea.text, one.idea.lang or lang) for one in evidence.said]
    shared: list[str] = []
    known: set[str] = set()
    for word in (*family.terms, *(word for pair in evidence.pairs for word in pair.words)):
        is_shared = sum(_writes(idea, word, lang) for idea in written) >= SHARED_BY
        if is_shared and known.isdisjoint(roots := _roots(word, lang)):
            shared.append(word)
            known |= roots
    return tuple(shared[:MOST_SHARED])


def silences(family: Family, teams: Iterable[Team]) -> list[Silence]:
    """For each of these teams, what it says of the theme, and nearest by its words. Two queries, whatever the teams."""
    wanted = {team.pk: team for team in teams}
    if family.theme_id is None or not wanted:
        return [Silence(team) for team in wanted.values()]
    members = FamilyMember.objects.of(family.initiative).standing().filter(family__theme=family.theme_id, idea__team__in=wanted)
    ideas = [member.idea for member in members.select_related("idea").order_by("-idea__score", "idea")[:MOST_BESIDE]]
    roots = {root: word for word in _telling(family) for root in _roots(word, family.initiative.lang)}
    nearest = {key: _nearest([idea for idea in ideas if idea.team_id == key], roots) for key in wanted}
    sources = places_of(family.initiative, [found.pk for found, _ in filter(None, nearest.values())])
    return [_silence(team, sum(idea.team_id == key for idea in ideas), nearest[key], sources) for key, team in wanted.items()]


def marked(text: str, words: Iterable[str], lang: str) -> list[Piece]:
    """The text cut where one of these words stands, in whatever form it is written there."""
    wanted = [Sought(term.surface, term.stems, is_beginning=False) for word in words for term in terms(word, lang)]
    return pieces(text, places(text, [word for word in wanted if word.surface not in FOLDED_STOP], lang))


def told_apart(words: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What two ideas share: the words that stand in both, and the notions."""
    said = tuple(word for word in words if not word.startswith(NOTION))
    return said, tuple(word.removeprefix(NOTION) for word in words if word.startswith(NOTION))


def _said(family: Family) -> list[Said]:
    """The idea that says it best first, then the surest."""
    ideas = Idea.objects.of(family.initiative).voiced().filter(families=family).select_related("team")
    deep = ideas.prefetch_related("sources__passage__version__document")
    members = FamilyMember.objects.of(family.initiative).filter(family=family)
    marks = {idea: (doubtful, pinned) for idea, doubtful, pinned in members.values_list("idea", "is_doubtful", "is_pinned")}
    ordered = sorted(deep, key=lambda idea: (idea.pk != family.medoid_id, -idea.score, idea.team.letter, idea.number or 0))
    return [Said(idea, _latest(idea), *marks[idea.pk]) for idea in ordered]


def _latest(idea: Idea) -> tuple[Source, ...]:
    """Its sources in the latest versions of documents; all of them when none is left."""
    every = sorted(idea.sources.all(), key=lambda source: source.pk)
    return tuple(source for source in every if source.passage.version.is_latest) or tuple(every)


def _pair(first: Said, second: Said, score: float, words: Sequence[str]) -> Pair:
    """The team that comes first in the alphabet stands on the left."""
    left, right = sorted((first, second), key=lambda one: (len(one.letter), one.letter, one.idea.number or 0))
    return Pair(left, right, score, *told_apart(words))


def _odds(initiative: Initiative, size: int) -> tuple[float, ...]:
    counted = Idea.objects.of(initiative).voiced().order_by().values("team").annotate(count=Count("pk", distinct=True))
    sizes = [row["count"] for row in counted]
    return coverage_odds(size, sizes) if len(sizes) <= MOST_TEAMS else ()


def _telling(family: Family) -> list[str]:
    """Words that tell the family: its terms, and those that its pairs share."""
    shared = [word for _, _, _, words in family.links for word in words if not word.startswith(NOTION)]
    return [word for term in (*family.terms, *shared) for word in term.split()]


def _nearest(ideas: Sequence[Idea], roots: dict[str, str]) -> tuple[Idea, tuple[str, ...]] | None:
    """The idea that shares most of these words, and the words shared; between equals, the surest idea."""
    if not ideas:
        return None
    shared = [(idea, {roots[root] for root in _roots(idea.text, idea.lang or "fr") & roots.keys()}) for idea in ideas]
    idea, common = max(shared, key=lambda one: len(one[1]))
    return idea, tuple(sorted(common))


def _roots(text: str, lang: str) -> set[str]:
    """Stems of the words that carry meaning."""
    return {root for term in terms(text, lang) if term.surface not in FOLDED_STOP for root in term.stems}


def _writes(idea: set[str], said: str, lang: str) -> bool:
    """Whether an idea of these roots writes each word of what is said."""
    words = [set(term.stems) for term in terms(said, lang) if term.surface not in FOLDED_STOP]
    return bool(words) and not any(idea.isdisjoint(stems) for stems in words)


def _silence(team: Team, count: int, nearest: tuple[Idea, tuple[str, ...]] | None, sources: dict[int, Source]) -> Silence:
    if nearest is None:
        return Silence(team)
    idea, shared = nearest
    return Silence(team, count, sources.get(idea.pk), shared)
