"""The cover's picture: a parcel for each idea."""

import re

import pytest

from semailles.engines.typesetting.picture import COLOURS, FALLOW, TINTS, countryside
from semailles.engines.typesetting.polygons import area, cut

SQUARE = ((0.0, 0.0), (10.0, 0.0), (10.0, 10.0), (0.0, 10.0))


@pytest.mark.parametrize("count", [1, 5, 40, 400])
def test_each_idea_has_its_parcel_in_the_ground_of_its_team(count: int) -> None:
    slots = [rank % 8 for rank in range(count)]

    picture = countryside(slots, seed=7)

    assert [len(re.findall(f'fill="{tint}"', picture)) for tint in TINTS] == [slots.count(slot) for slot in range(8)]


def test_the_same_ideas_give_the_same_picture() -> None:
    assert countryside([0, 1, 2, 3], seed=3) == countryside([0, 1, 2, 3], seed=3)


def test_a_process_without_idea_is_fallow_land() -> None:
    picture = countryside([], seed=1)

    assert [colour in picture for colour in COLOURS] == [False] * 8
    assert FALLOW == -1


def test_a_cut_shares_the_land_as_asked() -> None:
    first, second = cut(SQUARE, (1.0, 0.0), 0.3, gap=0.0)

    assert (round(area(first), 3), round(area(second), 3)) == (30.0, 70.0)
