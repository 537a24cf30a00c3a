"""A wall typed back: what people write at a table, late, with a photo in front of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from semailles.engines.exchange.typed_wall import Fault, Trouble, TypedWall, read_wall

KNOWN = frozenset({"A3", "A4", "B7", "C12", "D1"})


def groups(wall: TypedWall) -> list[tuple[str, tuple[str, ...]]]:
    return [(group.title, group.marks) for group in wall.groups]


@pytest.mark.parametrize(
    "typed",
    [
        "Manger ici : A3, B7 C12",
        "Manger ici: a3 b07, c-12",
        "- Manger ici : A3 et B7 & C 12.",
        "2) « Manger ici » : A3 (légumerie), B7 / C12",
        "# Manger ici = A3;B7;C12",
        "Manger ici → A3 + B7 + C12",
        "Manger ici\tA3\tB7 C12",
        "Manger ici;A3;B7;C12",
        "Manger ici A3, B7, C12",
        "Manger ici :\nA3\nB7, C12",
        "Manger ici\nA3 B7 C12",
        "A3;Manger ici\nB7;manger ici\nC12;Manger  ici",
        "groupe;repères\nManger ici;A3 B7\nManger ici;C12",
        'repere,titre,groupe\nA3,Une légumerie,Manger ici\nB7,"Un marché, le soir",Manger ici\nC12,Cuisiner,Manger ici',
    ],
)
def test_a_line_is_read_however_it_is_written(typed: str) -> None:
    assert (groups(read_wall(typed, KNOWN)), read_wall(typed, KNOWN).faults) == ([("Manger ici", ("A3", "B7", "C12"))], ())


def test_each_line_is_a_group() -> None:
    wall = read_wall("Manger ici : A3, B7\n\nRouler autrement : C12\nA4 D1", KNOWN)

    assert groups(wall) == [("Manger ici", ("A3", "B7")), ("Rouler autrement", ("C12",)), ("", ("A4", "D1"))]


def test_a_title_may_hold_colons_and_figures() -> None:
    assert groups(read_wall("2030 : 12 gares, un plan : A3 B7", KNOWN)) == [("2030 : 12 gares, un plan", ("A3", "B7"))]


def test_a_blank_line_closes_a_group() -> None:
    wall = read_wall("Manger ici\nA3\n\nB7 C12", KNOWN)

    assert groups(wall) == [("Manger ici", ("A3",)), ("", ("B7", "C12"))]


@pytest.mark.parametrize("typed", ["Seules : A4, D1", "A4\n\nD1", "à part : A4 D1"])
def test_ideas_may_stand_alone(typed: str) -> None:
    assert (read_wall(typed, KNOWN).alone, groups(read_wall(typed, KNOWN))) == (("A4", "D1"), [])


def test_a_mark_that_nobody_gave_is_named_with_its_line() -> None:
    wall = read_wall("Manger ici : A3 Z9\nRouler : E1", KNOWN)

    assert (groups(wall), wall.faults) == (
        [("Manger ici", ("A3",))],
        (Fault(1, Trouble.UNKNOWN, "Z9"), Fault(2, Trouble.UNKNOWN, "E1")),
    )


def test_a_mark_in_two_groups_is_taken_once_and_both_lines_are_named() -> None:
    wall = read_wall("Manger : A3 B7\nRouler : C12 A3", KNOWN)

    assert (groups(wall), wall.faults) == (
        [("Manger", ("A3", "B7")), ("Rouler", ("C12",))],
        (Fault(2, Trouble.TWICE, "A3", 1),),
    )


def test_the_same_mark_twice_in_a_group_is_once_there() -> None:
    assert read_wall("Manger : A3 B7\nmanger : A3", KNOWN) == read_wall("Manger : A3, B7, A3", KNOWN)


def test_a_title_without_any_mark_is_told() -> None:
    assert read_wall("Manger ici\nRouler : C12", KNOWN).faults == (Fault(1, Trouble.NO_MARK, "Manger ici"),)


@pytest.mark.parametrize(("typed", "words"), [("Manger : A3 légumerie B7", "légumerie"), ("Manger : A3, A3bis, B7", "A3bis")])
def test_a_word_among_marks_is_told(typed: str, words: str) -> None:
    wall = read_wall(typed, KNOWN)

    assert (groups(wall), wall.faults) == ([("Manger", ("A3", "B7"))], (Fault(1, Trouble.NOT_A_MARK, words),))


@pytest.mark.parametrize("colon", [" : ", " "])
@pytest.mark.parametrize("between", ["-", " à ", "…"])
def test_from_one_mark_to_another_is_not_guessed_and_takes_no_mark(between: str, colon: str) -> None:
    wall = read_wall(f"Manger{colon}A3{between}B7, C12", KNOWN)

    assert (groups(wall), wall.faults) == ([("Manger", ("C12",))], (Fault(1, Trouble.NOT_A_MARK, f"A3{between}B7"),))


@pytest.mark.parametrize(
    "after", ["B7;Rouler\nC12;Rouler", 'B7;"Rouler"\nC12;Rouler', "x" * 200_000], ids=["to the end", "to another", "long"]
)
def test_a_quotation_mark_never_closed_takes_nothing_and_is_named_with_its_line(after: str) -> None:
    wall = read_wall('repere;groupe\nA4;"Les\nhaies"\n\nA3;"Manger\n' + after, KNOWN)

    assert wall == TypedWall((), (), (Fault(5, Trouble.NEVER_CLOSED, '"'),))


def test_a_fault_of_a_table_is_on_the_line_where_its_row_begins() -> None:
    assert read_wall('repere;groupe\nZ9;"Les\nhaies"\n', KNOWN).faults == (Fault(2, Trouble.UNKNOWN, "Z9"),)


def test_a_row_of_a_table_without_its_group_says_nothing() -> None:
    assert read_wall("repere;groupe\nA3;\nB7;Rouler", KNOWN) == read_wall("repere;groupe\n;\nB7;Rouler", KNOWN)


def test_nothing_typed_is_an_empty_wall() -> None:
    assert read_wall(" \n\n", KNOWN) == TypedWall((), (), ())


@given(st.text(alphabet="ABCZ 0123 :;,\t\n-é(à\"'", max_size=80))
def test_whatever_is_typed_a_mark_stands_once_and_is_known(typed: str) -> None:
    wall = read_wall(typed, KNOWN)

    assert len(wall.marks) == len(set(wall.marks) & KNOWN)


@given(st.permutations(["Manger : A3 B7", "Rouler : C12", "Seules : D1"]))
def test_the_order_of_lines_moves_no_idea(typed: list[str]) -> None:
    wall = read_wall("\n".join(typed), KNOWN)

    assert (dict(groups(wall)), wall.alone, wall.faults) == ({"Manger": ("A3", "B7"), "Rouler": ("C12",)}, ("D1",), ())
