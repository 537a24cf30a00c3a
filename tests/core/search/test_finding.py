from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from semailles.core.audience import Audience
from semailles.core.search import Entry, find, forget, index, matches, opened, readable, reindex
from semailles.core.search.terms import sought, terms

HERE, ELSEWHERE = UUID(int=1), UUID(int=2)
FACILITATOR, WORKING, PUBLIC = Audience.FACILITATOR, Audience.WORKING, Audience.PUBLIC
LEGUMERIE = Entry("idea", "a1", "Légumerie de proximité", WORKING, "Laver et couper les légumes du plateau pour les cantines.")
ECOLE = Entry(
    "idea", "b2", "Un potager à l’école", WORKING, "Chaque école plante ses légumes.", facets={"team": ["B"], "theme": ["t1", "t2"]}
)
WATER = Entry("project", "p1", "Économiser l’eau", PUBLIC, "Récupérer l'eau de pluie des toits.", facets={"state": ["suggested"]})


@pytest.fixture
def indexed(db: None) -> None:
    index(HERE, [LEGUMERIE, ECOLE, WATER])


def keys(question: str, **conditions: object) -> list[str]:
    return [found.key for found in find(HERE, question, **{"reader": FACILITATOR, **conditions})]  # type: ignore[arg-type]  # each test's own


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("legum", ["a1", "b2"]),
        ("légumeries", ["a1"]),
        ("LEGUMERIE", ["a1"]),
        ("l'école", ["b2"]),
        ("l’ecole", ["b2"]),
        ("ecoles", ["b2"]),
        ("économiser d’eau", ["p1"]),
        ("pluies toit", ["p1"]),
        ("légumes cant", ["a1"]),
        ("potager a l ecole", ["b2"]),
        ("proximite", ["a1"]),
        ("le\u0301gumerie", ["a1"]),
        ("de la", ["a1"]),
        ("tramway", []),
        ("légumes tramway", []),
    ],
)
def test_a_question_finds_its_words_whatever_their_accents_number_or_end(indexed: None, question: str, answer: list[str]) -> None:
    assert keys(question) == answer


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("legumerie", "Des légumeries de quartier"),
        ("plantations d'arbres", "Planter des arbres"),
        ("PLANTATION d’arbre", "Planter des arbres"),
        ("créer une pépinière", "La création de pépinières"),
        ("hotel", "Les hôtels d'entreprises"),
    ],
)
def test_other_forms_of_the_same_words_are_found(db: None, question: str, said: str) -> None:
    index(HERE, [Entry("idea", "1", said, WORKING), Entry("idea", "2", "Ouvrir un café à la gare", WORKING)])

    assert keys(question) == ["1"]


def test_all_that_answers_is_counted_without_being_opened(indexed: None, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(1):
        found = matches(HERE, "légumes", reader=FACILITATOR)

    assert [(one.kind, dict(one.facets)) for one in found] == [("idea", {"team": ["B"], "theme": ["t1", "t2"]}), ("idea", {})]
    assert [one.key for one in opened(HERE, "légumes", found[1:])] == ["a1"]


def test_only_what_a_reader_may_know_of_is_matched_and_told_readable(indexed: None) -> None:
    assert [len(matches(HERE, "légumes", reader=reader)) for reader in (FACILITATOR, PUBLIC)] == [2, 0]
    assert readable(HERE, "idea", ["a1", "b2", "zz"], reader=WORKING) == {"a1", "b2"}
    assert readable(HERE, "idea", ["a1", "b2"], reader=PUBLIC) == set()


def test_a_word_of_the_title_comes_before_a_word_of_the_text(db: None) -> None:
    index(HERE, [Entry("idea", "1", "Des haies", WORKING, "Contre le vent."), Entry("idea", "2", "Vent", WORKING, "Des haies.")])

    assert (keys("vent"), keys("haie")) == (["2", "1"], ["1", "2"])


def test_what_was_found_is_shown_where_it_is_written(indexed: None) -> None:
    (found,) = find(HERE, "cantine legumerie", reader=FACILITATOR)

    assert [found.title[start:end] for start, end in found.in_title] == ["Légumerie"]
    assert [found.body[start:end] for start, end in found.in_body] == ["cantines"]


@pytest.mark.parametrize(
    ("conditions", "answer"),
    [
        ({"kinds": ["project"]}, ["p1"]),
        ({"kinds": []}, []),
        ({"facets": {"team": "B"}}, ["b2"]),
        ({"facets": {"team": "B", "theme": "t2"}}, ["b2"]),
        ({"facets": {"team": "B", "theme": "t9"}}, []),
        ({"facets": {"team": "A"}}, []),
        ({"facets": {"state": "suggested"}, "kinds": ["project", "idea"]}, ["p1"]),
        ({"limit": 1}, ["a1"]),
    ],
)
def test_a_question_is_narrowed_by_kind_team_theme_and_state(indexed: None, conditions: dict[str, object], answer: list[str]) -> None:
    same = [Entry(one.kind, one.key, "Sobriété", one.audience, facets=one.facets) for one in (LEGUMERIE, ECOLE, WATER)]
    index(HERE, same)

    assert keys("sobriété", **conditions) == answer


@pytest.mark.parametrize(("reader", "answer"), [(FACILITATOR, ["1", "2", "3"]), (WORKING, ["2", "3"]), (PUBLIC, ["3"])])
def test_nobody_finds_what_a_narrower_circle_keeps(db: None, reader: Audience, answer: list[str]) -> None:
    index(HERE, [Entry("actor", str(rank), "Ferme", audience) for rank, audience in enumerate((FACILITATOR, WORKING, PUBLIC), start=1)])

    assert keys("ferme", reader=reader) == answer


def test_an_initiative_never_finds_the_words_of_another(indexed: None) -> None:
    index(ELSEWHERE, [Entry("idea", "a1", "Tramway", WORKING)])

    assert (keys("tramway"), [found.title for found in find(ELSEWHERE, "tramway", reader=FACILITATOR)]) == ([], ["Tramway"])


def test_a_thing_indexed_again_is_found_once_by_its_new_words(indexed: None) -> None:
    changed = index(HERE, [Entry("idea", "a1", "Conserverie", WORKING), ECOLE])

    assert (changed, keys("legumerie"), keys("conserverie"), keys("école")) == (1, [], ["a1"], ["b2"])


def test_what_is_forgotten_is_no_longer_found(indexed: None) -> None:
    forget(HERE, "idea", ["a1", "unknown"])

    assert keys("légumes") == ["b2"]


def test_indexing_everything_forgets_the_rest(indexed: None) -> None:
    assert (reindex(HERE, [LEGUMERIE]), keys("légumes"), keys("eau")) == (0, ["a1"], [])


def test_a_search_takes_two_queries(indexed: None, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(2):
        found = keys("légumes")

    assert sorted(found) == ["a1", "b2"]


@pytest.mark.parametrize(
    "question",
    [
        "",
        "   ",
        '"',
        "'",
        "'' OR 1=1 --",
        '"eau" OR *',
        "NEAR(eau toits)",
        "title:eau",
        "eau*",
        "^eau",
        "🌱🌱",
        "\0",
        "%",
        "_",
        "½ l·l Ŀ",
        "((((",
        "-",
        "AND",
    ],
)
def test_no_question_breaks_the_search(indexed: None, question: str) -> None:
    assert set(keys(question)) <= {"a1", "b2", "p1"}


def test_ten_thousand_signs_are_a_question_too(indexed: None) -> None:
    assert (keys("eau " * 2500), keys("x" * 10_000), keys("é" * 10_000)) == (["p1"], [], [])


@given(st.text(max_size=60))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_text_is_a_question_and_can_be_found(db: None, text: str) -> None:
    index(HERE, [Entry("idea", "any", text, WORKING)])

    assert keys(text) == (["any"] if sought(text) else [])


def test_a_facet_has_a_plain_name(indexed: None) -> None:
    with pytest.raises(ValueError, match="team"):
        find(HERE, "eau", reader=FACILITATOR, facets={'team" OR "': "B"})


def test_words_stand_where_they_are_in_the_text() -> None:
    text = "L’énergie d'Évry-Courcouronnes, 2 000 €"

    assert [text[term.start : term.end] for term in terms(text, "fr")] == ["L", "énergie", "d", "Évry", "Courcouronnes", "2", "000"]
