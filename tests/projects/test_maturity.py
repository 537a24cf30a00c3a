"""The ladder of maturity, as a rule over what is met."""

from hypothesis import given
from hypothesis import strategies as st

from semailles.projects.enums import Ground, Maturity
from semailles.projects.maturity import CONDITIONS, LADDER, missing, next_step, reach, worth

KEYS = [condition.key for condition in CONDITIONS]
FIELD_STAGES = {
    Maturity.IDEA: ["tagline", "sphere", "themes", "emerged_on", "source"],
    Maturity.CARRIED: [
        "strategy_verb", "description", "enjeux", "constat", "pour qui", "places", "scale", "competent_body", "writers", "engagement",
    ],
}  # fmt: skip


def test_no_condition_is_asked_twice() -> None:
    assert sorted(set(KEYS)) == sorted(KEYS)


def test_the_stages_are_those_of_the_field_list() -> None:
    for step, keys in FIELD_STAGES.items():
        assert [condition.key for condition in CONDITIONS if condition.step == step] == keys


@given(st.sets(st.sampled_from(KEYS)))
def test_maturity_never_rises_with_a_compulsory_field_empty(met: set[str]) -> None:
    """Climbing as long as nothing is missing never passes a step that still asks for something."""
    here = Maturity.IDEA
    while (step := next_step(here)) and not missing(met, step):
        here = step

    lacking = {condition.key for condition in CONDITIONS if LADDER.index(condition.step) <= LADDER.index(here)} - met
    assert here == Maturity.IDEA or not lacking
    assert (reach(met) or Maturity.IDEA) == here


@given(st.sets(st.sampled_from(KEYS)), st.sampled_from(KEYS), st.sampled_from(LADDER))
def test_what_is_filled_never_makes_more_missing(met: set[str], key: str, step: Maturity) -> None:
    assert set(missing(met | {key}, step)) == {one for one in missing(met, step) if one.key != key}


def test_another_list_of_conditions_may_be_given() -> None:
    only = tuple(condition for condition in CONDITIONS if condition.key == "tagline")

    assert missing(frozenset(), Maturity.SOWN, only) == only


def test_a_choice_is_worth_a_convergence() -> None:
    assert worth(Ground.CHOICE) == Ground.CONVERGENCE
