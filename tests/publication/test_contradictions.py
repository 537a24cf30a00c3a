from dataclasses import replace

from tests.publication.test_audiences import excerpt, idea, synthesis

from semailles.publication.contradictions import contradictions
from semailles.publication.views import ActorView, BudgetView, ClaimView, FundingView

FOUNDATION = ActorView("o", "Fondation Grain", "organisation", "", ("La Grain",), ())


def claim(level: str, role: str = "finance") -> ClaimView:
    return ClaimView("o", role, level, excerpt(f"elle est {level}"))


def test_decided_here_and_to_be_confirmed_there_is_a_contradiction() -> None:
    full = replace(synthesis(idea("Planter"), FOUNDATION), claims=(claim("décidé"), claim("à confirmer")))

    assert [(found.actor.name, found.levels) for found in contradictions(full)] == [("Fondation Grain", ("décidé", "à confirmer"))]


def test_a_line_of_the_budget_contradicts_a_passage_under_any_spelling() -> None:
    line = FundingView("la grain", 4000.0, "subvention", "à confirmer", "")
    full = replace(synthesis(idea("Planter"), FOUNDATION), claims=(claim("décidé"),), budget=BudgetView(fundings=(line,)))

    assert [found.lines for found in contradictions(full)] == [(line,)]


def test_two_sources_that_agree_are_no_contradiction() -> None:
    full = replace(synthesis(idea("Planter"), FOUNDATION), claims=(claim("à confirmer"), claim("sollicité")))

    assert contradictions(full) == ()


def test_a_roof_offered_says_nothing_of_a_sum() -> None:
    full = replace(synthesis(idea("Planter"), FOUNDATION), claims=(claim("décidé", "héberge"), claim("à confirmer")))

    assert contradictions(full) == ()
