"""Which ideas say nearly the same thing as one that somebody is about to sort."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from semailles.convergence.queries.evidence import told_apart
from semailles.convergence.queries.vocabulary import confirmed_equivalences
from semailles.engines.grouping import Equivalence, Neighbourhood, Text
from semailles.intake.enums import OUT, IdeaState
from semailles.intake.models import Idea
from semailles.workshop.models import Initiative

FIVE = 5


@dataclass(frozen=True, slots=True)
class Nearest:
    """An idea that may say the same, how alike they are, in [0, 1], the words that stand in both, and the notions that both evoke with other words."""

    idea: Idea
    score: float
    words: tuple[str, ...]
    notions: tuple[str, ...] = ()


def nearest_of(idea: Idea, *, most: int = FIVE) -> list[Nearest]:
    """Among the ideas that stand, nearest first. Three queries; what is alike is computed again only when a text changed."""
    return nearest_of_each(idea.initiative, [idea], most=most)[idea.pk]


def nearest_of_each(initiative: Initiative, ideas: Sequence[Idea], *, most: int = FIVE) -> dict[int, list[Nearest]]:
    """By key of each idea, as `nearest_of`. Three queries, whatever the ideas."""
    links = _links(initiative, {str(idea.public_id): "" for idea in ideas}, most=most)
    return {idea.pk: links[str(idea.public_id)] for idea in ideas}


def nearest_to_words(initiative: Initiative, said: Mapping[str, str], *, most: int = FIVE) -> dict[str, list[Nearest]]:
    """Of words that are no idea yet, by the key that is given with them. Three queries, whatever is said."""
    return _links(initiative, said, most=most)


def _links(initiative: Initiative, said: Mapping[str, str], *, most: int) -> dict[str, list[Nearest]]:
    """`said`: the words by key; none for an idea, whose key is its id."""
    wanted = "public_id", "text", "translated_title", "state", "team__folder"
    rows = Idea.objects.of(initiative).exclude(state=IdeaState.SPLIT).select_related("team").only(*wanted).order_by("pk")
    texts = [Text(str(one.public_id), one.team.folder, one.comparable) for one in rows]
    texts += [Text(key, "", words) for key, words in said.items() if words]
    standing = [str(one.public_id) for one in rows if one.state not in OUT]
    near = _neighbourhood(tuple(texts), initiative.lang, confirmed_equivalences(initiative))
    links = {key: near.of(key, most=most, among=standing) for key in said}
    found = _by_id(initiative, [link.b for some in links.values() for link in some])
    return {key: [Nearest(found[link.b], link.score, *told_apart(link.words)) for link in some] for key, some in links.items()}


def _by_id(initiative: Initiative, ids: Sequence[str]) -> dict[str, Idea]:
    return {str(one.public_id): one for one in Idea.objects.of(initiative).filter(public_id__in=ids).select_related("team")}


@lru_cache(maxsize=2)
def _neighbourhood(texts: tuple[Text, ...], lang: str, equivalences: tuple[Equivalence, ...]) -> Neighbourhood:
    return Neighbourhood(texts, lang=lang, equivalences=equivalences)
