"""Texts with their team → themes and families of the same idea, labelled and explained. Deterministic: the order of texts changes nothing.

group(texts, given=(), constraints=Constraints(), lang="fr", seed=0) -> Grouping
Neighbourhood(texts, lang="fr").of(id, most=5)                    -> the nearest of one text, with the words shared
"""

from semailles.engines.grouping.engine import group
from semailles.engines.grouping.groups import Constraints, Family, GivenTheme, Grouping, Link, Strength, Text, Theme
from semailles.engines.grouping.nearest import Neighbourhood

__all__ = ["Constraints", "Family", "GivenTheme", "Grouping", "Link", "Neighbourhood", "Strength", "Text", "Theme", "group"]
