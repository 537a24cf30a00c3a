"""The acts of this engine: texts and their teams in, themes and explained families out."""

from collections.abc import Container, Iterable, Sequence
from functools import cached_property

from scipy import sparse

from semailles.engines.grouping.agglomeration import Pair, Start
from semailles.engines.grouping.confidence import Sureness, Votes, sureness
from semailles.engines.grouping.corrections import Contradictory, contradiction, settled
from semailles.engines.grouping.crowds.grouping import Progress, group_crowd, silent
from semailles.engines.grouping.describing import Draft, Scene, described
from semailles.engines.grouping.families import BLENDS, Consensus, same_ideas
from semailles.engines.grouping.groups import Constraints, Equivalence, GivenTheme, Grouping, Standing, Text, Theme
from semailles.engines.grouping.hearing import heard
from semailles.engines.grouping.neighbours import Views, strongest, views
from semailles.engines.grouping.placing import Theming, beside, standing_themes
from semailles.engines.grouping.sayings import Sayings, likenesses, row_by_row, sayings
from semailles.engines.grouping.themes import BROAD, place
from semailles.engines.grouping.titles import Namer
from semailles.engines.grouping.vectors import WordVectors, auc, fused, text_vectors

NEAREST = 5
CROWD_FROM = 4_000
FEWEST_PAIRS = 10  # corrections of each kind
NO_CONSTRAINTS = Constraints()
NEWBORN = Standing("", ())


class Corpus:
    """A set of texts read once, then grouped, placed or described as often as people ask. Nothing in it changes after it is made.

    Rows are sorted first: the order that texts, standing families and constraints come in changes nothing.
    What names unknown ids is passed over: the idea that was meant is no longer there.
    """

    def __init__(
        self,
        texts: Sequence[Text],
        *,
        lang: str = "fr",
        equivalences: Sequence[Equivalence] = (),
        vectors: WordVectors | None = None,
        seed: int = 0,
    ) -> None:
        """`vectors`: one more view, whatever it is worth; `worth` says whether people's corrections agree with it."""
        self.texts = tuple(sorted(texts, key=lambda text: (text.text, text.team, text.id)))
        self.lang, self.seed = lang, seed
        self._equivalences, self._vectors = tuple(equivalences), vectors
        self._written = [text.text for text in self.texts]
        self._heard = heard(self._written, self._equivalences, lang)
        self._spoken = [one.text for one in self._heard]
        self._row = {text.id: row for row, text in enumerate(self.texts)}

    def seen_with(self, vectors: WordVectors | None) -> "Corpus":
        """The same texts, with these vectors."""
        return Corpus(self.texts, lang=self.lang, equivalences=self._equivalences, vectors=vectors, seed=self.seed)

    def group(
        self,
        given: Sequence[GivenTheme] = (),
        constraints: Constraints = NO_CONSTRAINTS,
        *,
        tell: Progress = silent,
        crowd_from: int = CROWD_FROM,
    ) -> Grouping:
        """Every text in exactly one family, alone if need be. Raises Contradictory when no partition can meet the constraints.

        From `crowd_from` texts on they are a crowd: families are looser, neither equivalences nor vectors are heard, and only the first are
        described whole. `tell` hears where that work stands.
        """
        if len(self.texts) < crowd_from:
            return self.place((), given, constraints)
        known = self._known(constraints)
        if clash := contradiction(known):
            raise Contradictory(clash)
        corrections = self._pairs(known.together), self._pairs(known.apart)
        return group_crowd(self.texts, given, corrections, lang=self.lang, seed=self.seed, tell=tell)

    def place(
        self,
        standing: Sequence[Standing],
        given: Sequence[GivenTheme] = (),
        constraints: Constraints = NO_CONSTRAINTS,
        taken: Iterable[str] = (),
    ) -> Grouping:
        """Every text in exactly one family; those of `standing` keep theirs, and their theme, whatever the texts and the constraints say.

        The others join a standing family when they are as near it as members of a family are, under most blends and thresholds; else they form
        families among themselves. A family that is born takes the standing theme nearest, else a given one, else one that is found.
        Raises Contradictory when no partition can meet the constraints. `taken`: titles that no family may be given.
        """
        known = self._known(constraints)
        if clash := contradiction(known):
            raise Contradictory(clash)
        if not self.texts:
            return Grouping(_empty_themes(given), ())
        rows, together = self._rows_of(standing), self._pairs(known.together)
        found = self._same_ideas(settled(len(self.texts), together, self._pairs(known.apart), rows, self._said.repeated))
        members = found.families
        holder = {row: family for family, own in zip(standing, rows, strict=True) for row in own}
        held = [next((holder[row] for row in family if row in holder), NEWBORN) for family in members]
        theming = self._themed(standing_themes([family.theme for family in held], given), members, given)
        sure = self._sureness(self._votes if any(rows) else found.votes, members, together)
        return described(self._scene, Draft(members, [family.key for family in held], theming, sure, taken))

    def describe(
        self,
        standing: Sequence[Standing],
        given: Sequence[GivenTheme] = (),
        constraints: Constraints = NO_CONSTRAINTS,
        *,
        only: Container[str] | None = None,
        taken: Iterable[str] = (),
    ) -> Grouping:
        """The evidence of families that people made; nothing moves. A family of which no text is known is left out.

        `standing`: the whole partition, since a member is as sure as the families beside leave it; a text that none of them holds counts as alone.
        `only`: keys of the families to describe, all by default; themes list the members of these alone. `taken`: titles that no family may be given.
        """
        rows = self._rows_of(standing)
        told = sorted((held, family) for family, held in zip(standing, rows, strict=True) if held and (only is None or family.key in only))
        if not told:
            return Grouping(_empty_themes(given), ())
        covered = {row for held in rows for row in held}
        whole = [*filter(None, rows), *([row] for row in range(len(self.texts)) if row not in covered)]
        theming = standing_themes([family.theme for _, family in told], given)
        sure = self._sureness(self._votes, whole, self._pairs(self._known(constraints).together))
        return described(self._scene, Draft([held for held, _ in told], [family.key for _, family in told], theming, sure, taken))

    def worth_of_vectors(self, corrections: Constraints) -> float:
        """See `worth`."""
        known = self._known(corrections)
        if self._vectors is None or min(len(set(known.together)), len(set(known.apart))) < FEWEST_PAIRS:
            return 0.0
        of_row = self._said.of_row
        with_vectors, without = (
            auc(*([float(near[of_row[a], of_row[b]]) for a, b in self._pairs(pairs)] for pairs in (known.together, known.apart)))
            for near in (self._nears[0], self._lexical[0])
        )
        return round(with_vectors - without, 4)

    @cached_property
    def _seen(self) -> Views:
        return views(self._spoken, self.lang)

    @cached_property
    def _said(self) -> Sayings:
        return sayings(self._spoken, self._seen)

    @cached_property
    def _lexical(self) -> list[sparse.csr_matrix]:
        """The similarity of sayings, one for each blend of the families and the BROAD one."""
        return likenesses(self._seen, self._said, [*BLENDS, BROAD])

    @cached_property
    def _nears(self) -> list[sparse.csr_matrix]:
        """The same, once vectors had their say."""
        if self._vectors is None:
            return self._lexical
        rows = text_vectors([self._spoken[rows[0]] for rows in self._said.rows], self._vectors, self.lang)
        return [fused(near, rows) for near in self._lexical]

    @cached_property
    def _broad(self) -> sparse.csr_matrix:
        return row_by_row(self._nears[-1], self._said)

    def _same_ideas(self, start: Start) -> Consensus:
        return same_ideas(self._nears[:-1], start, self._said.of_row)

    @cached_property
    def _votes(self) -> Votes:
        """What the groupings say when nobody says anything."""
        return self._same_ideas(settled(len(self.texts), (), (), (), self._said.repeated)).votes

    @cached_property
    def _scene(self) -> Scene:
        near = row_by_row(self._nears[0], self._said)
        return Scene(
            self.texts, near, strongest(near, NEAREST), Namer(self._written, self.lang, [one.notions for one in self._heard]), self.seed
        )

    def _sureness(self, votes: Votes, families: Sequence[Sequence[int]], together: Sequence[Pair]) -> Sureness:
        """What the groupings think of a partition; two ideas that people put together are sure of each other."""
        family = {row: number for number, rows in enumerate(families) for row in rows}
        sure = sureness(votes, families, self._nears[0], self._said.of_row)
        return sure.settling({row for pair in together if family[pair[0]] == family[pair[1]] for row in pair})

    def _themed(self, kept: Theming, members: Sequence[Sequence[int]], given: Sequence[GivenTheme]) -> Theming:
        """The standing theme nearest, else a given one, else one found among the families that wait."""
        near = beside(kept, self._broad, members)
        waiting = [members[number] for number in near.waiting]
        if not waiting:
            return near
        return near.completed(place(self._spoken, self._broad, waiting, self._as_heard(given), lang=self.lang, seed=self.seed))

    def _as_heard(self, given: Sequence[GivenTheme]) -> list[GivenTheme]:
        said = [heard((theme.name, *theme.words), self._equivalences, self.lang) for theme in given]
        return [GivenTheme(name.text, tuple(word.text for word in words)) for name, *words in said]

    def _known(self, constraints: Constraints) -> Constraints:
        together, apart = (
            tuple((first, second) for first, second in pairs if first in self._row and second in self._row and first != second)
            for pairs in (constraints.together, constraints.apart)
        )
        return Constraints(together, apart)

    def _pairs(self, pairs: Sequence[tuple[str, str]]) -> list[Pair]:
        return [(self._row[first], self._row[second]) for first, second in pairs]

    def _rows_of(self, standing: Sequence[Standing]) -> list[list[int]]:
        """Rows of each family, in order; a text that two families claim stays in the first of them."""
        free = dict(self._row)
        return [sorted(free.pop(member) for member in dict.fromkeys(family.members) if member in free) for family in standing]


def group(
    texts: Sequence[Text], *, given: Sequence[GivenTheme] = (), constraints: Constraints = NO_CONSTRAINTS, lang: str = "fr", seed: int = 0
) -> Grouping:
    """`Corpus(texts).group(…)`, for texts that are read once."""
    return Corpus(texts, lang=lang, seed=seed).group(given, constraints)


def worth(corpus: Corpus, together: Sequence[tuple[str, str]], apart: Sequence[tuple[str, str]]) -> float:
    """What the vectors of a corpus add, in [-1, 1], to how well likeness ranks the pairs that people put together above those they put apart (AUC).

    0 without vectors, or with less than FEWEST_PAIRS known pairs of either kind: too few to judge.
    """
    return corpus.worth_of_vectors(Constraints(tuple(together), tuple(apart)))


def _empty_themes(given: Sequence[GivenTheme]) -> tuple[Theme, ...]:
    return tuple(Theme(theme.name, tuple(theme.words), (), is_given=True) for theme in given)
