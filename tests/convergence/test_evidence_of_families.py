"""Why a family stands together."""

import pytest
from tests.web.scene import Scene, settle

from semailles.convergence.models import Family
from semailles.convergence.queries.evidence import evidence_of, marked, shared_words, silences
from semailles.core.models import Person
from semailles.workshop.models import Initiative, Team
from semailles.workshop.queries import lettered_teams


@pytest.fixture
def settled(initiative: Initiative, local: Person) -> Scene:
    return settle(initiative, by=local)


def of_one_team(settled: Scene, start: str) -> Family:
    return Family.objects.of(settled.initiative).get(title__startswith=start)


def test_pairs_of_two_teams_come_first_and_the_first_letter_stands_on_the_left(settled: Scene) -> None:
    evidence = evidence_of(settled.family)

    assert [(pair.first.mark, pair.second.mark, pair.score) for pair in evidence.pairs] == [
        ("A2", "B1", 0.546),
        ("A1", "B1", 0.368),
        ("A1", "A2", 0.346),
    ]


def test_words_that_both_write_are_told_from_notions_that_both_evoke(settled: Scene) -> None:
    pair = evidence_of(settled.family).pairs[0]

    assert (pair.words, pair.notions) == (("légumes", "scolaires", "cantines", "maraîchers"), ("légumerie", "cuisine des cantines"))


def test_every_idea_comes_with_its_exact_words_the_one_that_says_it_best_first(settled: Scene) -> None:
    said = evidence_of(settled.family).said

    assert said[0].idea == settled.family.medoid
    assert sorted(one.mark for one in said) == ["A1", "A2", "B1"]
    assert all(source.passage.text[source.start : source.end] == source.quote for one in said for source in one.sources)


def test_chance_is_counted_on_the_ideas_that_stand(settled: Scene) -> None:
    evidence = evidence_of(settled.family)

    # 3 ideas among 6, of which 4 are of team A: 4 handfuls of 20 come from A alone
    assert evidence.odds == pytest.approx((0.2, 0.8))
    assert evidence.beyond_chance == pytest.approx(0.2)


def test_a_silent_team_shows_what_is_nearest_on_the_theme(settled: Scene) -> None:
    family = of_one_team(settled, "Le Fonds des Moulins")

    silence = silences(family, [lettered_teams(settled.initiative)["B"]])[0]

    assert (silence.team.letter, silence.on_theme, silence.shared) == ("B", 2, ("légumerie",))
    assert silence.nearest is not None
    assert silence.nearest.quote.startswith("Et si l'on installait une légumerie commune")


def test_a_team_that_says_nothing_of_the_theme_is_silent(settled: Scene) -> None:
    family = of_one_team(settled, "Replanter des haies")
    team = Team.objects.of(settled.initiative).get(letter="B")

    found = silences(family, [team])

    assert [(silence.team, silence.on_theme, silence.nearest) for silence in found] == [(team, 0, None)]


def test_shared_words_are_marked_in_whatever_form_they_are_written() -> None:
    found = marked("Des légumeries pour la cantine", ["légumerie", "cantines"], "fr")

    assert [(piece.text, piece.is_found) for piece in found] == [
        ("Des ", False),
        ("légumeries", True),
        (" pour la ", False),
        ("cantine", True),
    ]


def test_only_words_that_two_ideas_write_are_shared_and_each_is_said_once(settled: Scene) -> None:
    settled.family.terms = ["légumerie partagée", "bords de Loire", "maraîchers"]

    assert shared_words(settled.family, evidence_of(settled.family)) == ("maraîchers", "légumes", "scolaires", "cantines", "légumerie")


def test_an_idea_alone_shares_no_word(settled: Scene) -> None:
    family = of_one_team(settled, "Le Fonds des Moulins")

    assert (family.terms != [], shared_words(family, evidence_of(family))) == (True, ())
