"""Which texts say nearly the same as another: what is shown to somebody who asks whether it was said already."""

from collections.abc import Iterable, Mapping, Sequence

from semailles.engines.grouping.families import BLENDS
from semailles.engines.grouping.groups import Equivalence, Link, Text
from semailles.engines.grouping.hearing import heard
from semailles.engines.grouping.neighbours import similarities, views
from semailles.engines.grouping.titles import Namer


class Neighbourhood:
    """The exact neighbours of each text, computed once. Scores in [0, 1], as those of families; the order of texts changes nothing."""

    def __init__(self, texts: Sequence[Text], *, lang: str = "fr", equivalences: Sequence[Equivalence] = ()) -> None:
        self._texts = sorted(texts, key=lambda text: (text.text, text.team, text.id))
        self._rows: Mapping[str, int] = {text.id: row for row, text in enumerate(self._texts)}
        written = [text.text for text in self._texts]
        said = heard(written, equivalences, lang)
        self._near = similarities(views([one.text for one in said], lang), BLENDS[:1])[0] if written else None
        self._namer = Namer(written, lang, [one.notions for one in said])

    def of(self, text: str, *, most: int, among: Iterable[str] | None = None) -> tuple[Link, ...]:
        """The `most` nearest of the text of this id, nearest first, with the words that they share. `among`: ids that may answer, all by default."""
        row = self._rows.get(text)
        if row is None or self._near is None:
            return ()
        wanted = None if among is None else {self._rows[one] for one in among if one in self._rows}
        found = self._near.getrow(row)
        scored = [(-round(float(score), 4), other) for other, score in zip(found.indices.tolist(), found.data.tolist(), strict=True)]
        kept = sorted((score, other) for score, other in scored if other != row and (wanted is None or other in wanted))[:most]
        return tuple(Link(text, self._texts[other].id, -score, self._namer.shared_words(row, other)) for score, other in kept)
