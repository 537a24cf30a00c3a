"""The theme of each family when some stand already: theirs keep, a family that is born goes beside them or where themes are found."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy import sparse

from semailles.engines.grouping.groups import GivenTheme
from semailles.engines.grouping.neighbours import spread
from semailles.engines.grouping.themes import Placing

BESIDE = 0.15
UNTHEMED = -2


@dataclass(frozen=True, slots=True)
class Theming:
    """For each family the number of its theme, -1 when it has none yet, UNTHEMED when it stands without any: `given` themes first, then those
    that stand, then one for each of `fields`."""

    theme_of: tuple[int, ...]
    given: tuple[str, ...]
    standing: tuple[str, ...]
    fields: tuple[str, ...] = ()

    @property
    def named(self) -> tuple[str, ...]:
        return self.given + self.standing

    @property
    def waiting(self) -> list[int]:
        """Families that have none yet."""
        return [number for number, theme in enumerate(self.theme_of) if theme == -1]

    @property
    def told(self) -> tuple[int, ...]:
        """As people read it: -1 for all that have none."""
        return tuple(max(theme, -1) for theme in self.theme_of)

    def completed(self, found: Placing) -> "Theming":
        """`found`: a theme for each waiting family, among the given ones and new ones."""
        theme_of = list(self.theme_of)
        for number, theme in zip(self.waiting, found.theme_of, strict=True):
            theme_of[number] = theme + len(self.standing) * (theme >= len(self.given))
        return replace(self, theme_of=tuple(theme_of), fields=found.fields)


def standing_themes(titles: Sequence[str | None], given: Sequence[GivenTheme]) -> Theming:
    """`titles`: for each family the title of its theme, "" when it has none yet, None when it stands without any."""
    number = {theme.name.casefold(): rank for rank, theme in enumerate(given)}
    more = sorted({title for title in titles if title and title.casefold() not in number})
    for title in more:
        number.setdefault(title.casefold(), len(number))
    theme_of = tuple(number[title.casefold()] if title else UNTHEMED if title is None else -1 for title in titles)
    return Theming(theme_of, tuple(theme.name for theme in given), tuple(more))


def beside(kept: Theming, near: sparse.csr_matrix, families: Sequence[Sequence[int]]) -> Theming:
    """Families without a theme take the one of the families that stand near them, when it is near enough. `near`: BROAD blend.

    The themes that stand are spread along neighbours, then averaged over each family.
    """
    own = np.zeros((near.shape[0], len(kept.named)))
    for rows, theme in zip(families, kept.theme_of, strict=True):
        if theme >= 0:
            own[list(rows), theme] = 1.0
    if not own.any():
        return kept
    heard = spread(own, near)
    scores = np.round([heard[list(rows)].mean(axis=0) for rows in families], 6)
    best = [int(row.argmax()) if row.max() >= BESIDE else -1 for row in scores]
    return replace(kept, theme_of=tuple(near_one if theme == -1 else theme for theme, near_one in zip(kept.theme_of, best, strict=True)))
