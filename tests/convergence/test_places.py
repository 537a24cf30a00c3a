"""Where an idea that nobody is sure of would rather stand: only what is clearly near is put forward."""

import pytest

from semailles.convergence.models import Family
from semailles.convergence.queries.nearest import Nearest
from semailles.convergence.queries.places import Place, choice
from semailles.intake.models import Idea

HERE = Family(pk=1, title="Rénover les logements")


def place(key: int, *scores: float) -> Place:
    return Place(Family(pk=key), tuple(Nearest(Idea(pk=key), score, ("fenêtres",)) for score in scores))


@pytest.mark.parametrize(
    ("here", "elsewhere", "is_rather_elsewhere"),
    [
        ((), (0.11,), False),
        ((), (0.11, 0.11, 0.11), False),
        ((), (0.2,), True),
        ((0.15,), (0.25,), True),
        ((0.25,), (0.25,), False),
        ((0.3,), (0.25,), False),
    ],
)
def test_another_place_is_put_forward_only_when_it_is_clearly_nearer(
    here: tuple[float, ...], elsewhere: tuple[float, ...], is_rather_elsewhere: bool
) -> None:
    likely = [place(2, *elsewhere), *([place(1, *here)] if here else [])]

    assert choice(likely, HERE).is_rather_elsewhere == is_rather_elsewhere


def test_at_most_two_other_places_are_named_and_none_that_is_far() -> None:
    likely = [place(2, 0.09, 0.09), place(3, 0.1), place(4, 0.15), place(5, 0.12)]

    assert [(one.family.pk, one.nearest.score) for one in choice(likely, HERE).elsewhere] == [(4, 0.15), (5, 0.12)]


def test_where_it_stands_is_told_even_when_it_is_far() -> None:
    found = choice([place(2, 0.15), place(1, 0.05)], HERE)

    assert (found.here, found.is_rather_elsewhere, found.is_near_here) == (place(1, 0.05), False, False)
