"""Reads of convergence that call the grouping engine."""

from collections import defaultdict
from collections.abc import Mapping

from semailles.engines.grouping import Constraints, GivenTheme, Grouping, Text, group
from semailles.intake.models import Idea, Mention, PlaceMention
from semailles.workshop.models import Initiative, Theme

FEWEST_WORDS = 3  # under which a text without its names says nothing


def suggested_grouping(initiative: Initiative) -> Grouping:
    """What the machine makes of the ideas that stand. Slow: never inside a transaction."""
    names = _proper_names(initiative)
    ideas = list(Idea.objects.of(initiative).voiced().select_related("team", "merged_into").prefetch_related("sources"))
    texts = [Text(str(idea.public_id), idea.team.folder, _without_names(idea, names)) for idea in ideas]
    given = tuple(GivenTheme(theme.title, tuple(theme.words)) for theme in Theme.objects.of(initiative).standing().filter(is_given=True))
    same = tuple((str(idea.public_id), str(idea.merged_into.public_id)) for idea in ideas if idea.merged_into)
    return group(texts, given=given, constraints=Constraints(together=same), lang=initiative.lang)


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
    text = idea.text
    named = {name for source in idea.sources.all() for name in names.get(source.passage_id, ())}
    for name in sorted(named, key=len, reverse=True):
        text = text.replace(name, " ")
    return text if len(text.split()) >= FEWEST_WORDS else idea.text
