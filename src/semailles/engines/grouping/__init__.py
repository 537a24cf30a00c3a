"""Texts with their team → themes and families of the same idea, labelled and explained. Deterministic: the order of texts changes nothing.

    group(texts, given=(), constraints=Constraints(), lang="fr", seed=0) -> Grouping
"""
