from semailles.core.search import THING, Match, counted, narrowed

HEDGE = Match(1, "idea", {"team": ["A"], "place": ["p1", "p2"]})
KITCHEN = Match(2, "idea", {"team": ["B"], "place": ["p1"]})
SHEET = Match(3, "project", {"team": ["A", "B"]})
ALL = (HEDGE, KITCHEN, SHEET)


def test_every_choice_must_be_met_and_an_empty_one_asks_nothing() -> None:
    assert narrowed(ALL, {"team": "A", "place": ""}) == [HEDGE, SHEET]
    assert narrowed(ALL, {"team": "A", THING: "idea"}) == [HEDGE]
    assert narrowed(ALL, {"place": "p9"}) == []


def test_a_count_is_what_choosing_would_leave() -> None:
    chosen = {"team": "B"}
    found = counted(ALL, chosen, (THING, "team", "place"))

    assert {facet: dict(counts) for facet, counts in found.items()} == {
        THING: {"idea": 1, "project": 1},
        "team": {"A": 2, "B": 2},
        "place": {"p1": 1},
    }
    for facet, counts in found.items():
        for value, count in counts.items():
            assert len(narrowed(ALL, {**chosen, facet: value})) == count


def test_a_value_said_twice_counts_once() -> None:
    assert dict(counted([Match(1, "idea", {"team": ["A", "A"]})], {}, ["team"])["team"]) == {"A": 1}
