"""Which idea of a family gives it its name: the one that reads best alone. Pure: titles in, rank out."""

import re
from collections.abc import Sequence

from semailles.engines.words import fold

COMFORT = range(18, 75)  # signs: short enough to be read at a glance, long enough to say something
DANGLING = re.compile(r"(?:…|\b(?:a|au|aux|avec|de|des|du|en|et|la|le|les|ou|par|pour|pourvu|que|qui|sans|sous|sur|un|une|d'|l'))$")
LEANING = re.compile(
    r"^(?:elle|elles|il|ils|on|nous|vous|je|j'|c'est|ce|cela|ca|ses|son|sa|ces|cet|cette|leur|leurs|notre|nos|l'un|l'une|celui|celle|"
    r"et si|quant a|a |au |aux |dans |sur |pour |avec |en |chez |mais |donc |ainsi |alors |puis |d'abord|enfin|la salle|le groupe|m\.|mme)"
)
ACTION = re.compile(r"^(?:re|s'|se )?\w+(?:er|ir|re|oir)\b")
CONJUGATED = re.compile(
    r"\b\w+(?:erait|eraient|irait|iraient|rait|raient|erons|eront)\b|\b(?:soit|devrait|doit|doivent|faut|est|sont|ont|etait)\b"
)


CLUMSY = 1.0  # from which a title needs its context


def clumsiness(title: str) -> float:
    """0: reads well alone. Each sign that it leans on its context adds to it."""
    flat = fold(title).strip()
    return (
        2.0 * bool(LEANING.match(flat))
        + 1.5 * bool(DANGLING.search(flat))
        + 1.0 * bool(CONJUGATED.search(flat))
        + 0.7 * (len(title) not in COMFORT)
        + 0.5 * ("?" in title)
        - 0.5 * bool(ACTION.match(flat))
    )


def best_named(titles: Sequence[str], medoid: int) -> int:
    """Rank of the title to print; between equals, the medoid's, then the shortest."""
    return min(range(len(titles)), key=lambda rank: (clumsiness(titles[rank]), rank != medoid, len(titles[rank]), titles[rank]))
