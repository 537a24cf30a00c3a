"""Texts with their team → themes and families of the same idea, labelled and explained. Deterministic: the order of texts changes nothing.

group(texts, given=(), constraints=Constraints(), lang="fr", seed=0) -> Grouping
"""

from semailles.engines.grouping.engine import group
from semailles.engines.grouping.groups import Constraints, Family, GivenTheme, Grouping, Link, Strength, Text, Theme

__all__ = ["Constraints", "Family", "GivenTheme", "Grouping", "Link", "Strength", "Text", "Theme", "group"]
