"""Reads of convergence that call the grouping engine. Slow: never inside a transaction, but for what was computed before it."""

from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from semailles.convergence.corpus import Corpus, Standing
from semailles.convergence.models import Family, FamilyMember
from semailles.convergence.queries.corrections import constraints_of
from semailles.engines.grouping import GivenTheme, Grouping, Text
from semailles.intake.models import Idea, Mention, PlaceMention
from semailles.workshop.models import Initiative, Theme

FEWEST_WORDS = 3  # under which a text without its names says nothing
CORPORA_KEPT = 2


def suggested_grouping(initiative: Initiative) -> Grouping:
    """What the machine makes of all the ideas that stand, under what people corrected, whatever the map is now."""
    return corpus_of(initiative).group(given_themes(initiative), constraints_of(initiative))


def placed_grouping(initiative: Initiative) -> tuple[Grouping, list[str]]:
    """What stands, and beside it the new ideas; with the key of each family, « » for one that is born."""
    return corpus_of(initiative).place(standing_families(initiative), given_themes(initiative), constraints_of(initiative))


def holds_most(initiative: Initiative) -> bool:
    """Whether a map is there: families that hold half of the ideas or more."""
    voiced = Idea.objects.of(initiative).voiced()
    placed = voiced.filter(memberships__family__is_current=True).distinct().count()
    return placed > 0 and 2 * placed >= voiced.count()


def corpus_of(initiative: Initiative) -> Corpus:
    """The texts as the engine reads them; kept while no text changes."""
    names = _proper_names(initiative)
    ideas = Idea.objects.of(initiative).voiced().select_related("team").prefetch_related("sources").order_by("pk")
    texts = tuple(Text(str(idea.public_id), idea.team.folder, _without_names(idea, names)) for idea in ideas)
    return _corpus(texts, initiative.lang)


@lru_cache(maxsize=CORPORA_KEPT)
def _corpus(texts: tuple[Text, ...], lang: str) -> Corpus:
    return Corpus(texts, lang)


def given_themes(initiative: Initiative) -> tuple[GivenTheme, ...]:
    themes = Theme.objects.of(initiative).standing().filter(is_given=True)
    return tuple(GivenTheme(theme.title, tuple(theme.words)) for theme in themes)


def standing_families(initiative: Initiative) -> list[Standing]:
    """Families of today with the ideas that are still voiced; a duplicate stands with the idea that tells it."""
    voiced = {
        idea: told_by or idea for idea, told_by in Idea.objects.of(initiative).voiced().values_list("public_id", "merged_into__public_id")
    }
    rows = FamilyMember.objects.of(initiative).filter(family__is_current=True).order_by("family__rank", "family", "idea")
    place = {idea: family for family, idea in rows.values_list("family", "idea__public_id") if idea in voiced}
    members: dict[int, list[str]] = defaultdict(list)
    for idea, told_by in voiced.items():
        family = place.get(told_by) or place.get(idea)
        if family is not None:
            members[family].append(str(idea))
    families = Family.objects.of(initiative).filter(pk__in=members).select_related("theme").order_by("rank", "pk")
    return [Standing(str(row.public_id), tuple(sorted(members[row.pk])), _theme(row)) for row in families]


def _theme(family: Family) -> str:
    return family.theme.title if family.theme and family.theme.is_standing else ""


def _proper_names(initiative: Initiative) -> dict[int, set[str]]:
    """Organisations, persons and places that each passage names."""
    found: dict[int, set[str]] = defaultdict(set)
    actors = Mention.objects.of(initiative).exclude(kind="role").values_list("passage_id", "quote")
    places = PlaceMention.objects.of(initiative).values_list("passage_id", "quote")
    for passage, quote in [*actors, *places]:
        found[passage].add(quote)
    return found


def _without_names(idea: Idea, names: Mapping[int, set[str]]) -> str:
    """Two ideas that name the same town or the same chamber are not the same idea: what they say counts, not who they name."""
    text = idea.comparable
    named = {name for source in idea.sources.all() for name in names.get(source.passage_id, ())}
    for name in sorted(named, key=len, reverse=True):
        text = text.replace(name, " ")
    return text if len(text.split()) >= FEWEST_WORDS else idea.comparable
