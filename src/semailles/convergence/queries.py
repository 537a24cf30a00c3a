"""Reads of convergence that call the grouping engine."""

from semailles.convergence.models import Family
from semailles.engines.grouping import GivenTheme, Grouping, Text, group
from semailles.intake.models import Idea
from semailles.workshop.models import Initiative, Theme


def suggested_grouping(initiative: Initiative) -> Grouping:
    """What the machine makes of the ideas that stand. Slow: never inside a transaction."""
    ideas = Idea.objects.of(initiative).current().select_related("team")
    texts = [Text(str(idea.public_id), idea.team.folder, idea.text) for idea in ideas]
    given = tuple(GivenTheme(theme.title, tuple(theme.words)) for theme in Theme.objects.of(initiative).filter(is_given=True))
    return group(texts, given=given, lang=initiative.lang)


def current_families(initiative: Initiative) -> list[Family]:
    """Families that stand, strongest first, with their theme and ideas, in three queries."""
    ideas = "ideas", "ideas__team"
    return list(Family.objects.of(initiative).current().select_related("theme", "medoid").prefetch_related(*ideas).order_by("rank", "id"))
