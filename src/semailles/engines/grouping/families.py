"""Families: ideas that say the same thing with other words."""

from collections.abc import Iterable, Sequence

from scipy import sparse

from semailles.engines.grouping.agglomeration import Pair, agglomerate
from semailles.engines.grouping.features import Blend, blended
from semailles.engines.grouping.neighbours import similarities

BLENDS = ((Blend(), 0.27),)


def same_ideas(texts: Sequence[str], lang: str, together: Iterable[Pair], apart: Iterable[Pair]) -> tuple[list[list[int]], sparse.csr_matrix]:
    """Members of each family (rows of `texts`) and the similarity that joined them."""
    near = similarities(blended(texts, BLENDS[0][0], lang))
    return agglomerate(near, BLENDS[0][1], together, apart), near
