"""Milestones as a drawing."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from semailles.engines.typesetting.charts.axis import Names
from semailles.engines.typesetting.charts.gantt import Flag
from semailles.engines.typesetting.charts.looks import PRINT, WEB, Role
from semailles.engines.typesetting.charts.milestones import Band, Milestones, Reach, milestones, milestones_svg

NAMES = Names(tuple(f"month {n}" for n in range(1, 13)), tuple(f"m{n}" for n in range(1, 13)))
TODAY = Flag("today", date(2027, 3, 1))
PERMIT = Reach("1", "Permis", date(2027, 3, 1), "1 March", date(2027, 2, 1))
WORKS = Reach("2", "Travaux", date(2027, 6, 1), "1 June", date(2027, 5, 1), first=date(2027, 3, 2))


def chart(*rows: Reach, links: tuple[tuple[str, str], ...] = ()) -> Milestones:
    return Milestones("Calendar", "All of it.", (Band("1. Légumerie", rows),), links, NAMES, TODAY)


def test_each_milestone_has_its_name_its_day_and_its_mark() -> None:
    drawn = milestones(chart(PERMIT, WORKS), WEB).shapes

    assert [shape.text for shape in drawn if shape.role in {Role.STRONG_ROW, Role.ROW, Role.DOT_LABEL}] == [
        "1. Légumerie",
        "Permis",
        "1 March",
        "Travaux",
        "1 June",
    ]
    assert len([shape for shape in drawn if shape.tag == "circle"]) == 2
    assert len([shape for shape in drawn if shape.role is Role.LATE]) == 2


def test_a_wait_is_an_arrow_from_what_is_waited_for() -> None:
    arrow = [dict(shape.at) for shape in milestones(chart(PERMIT, WORKS, links=(("1", "2"),)), WEB).shapes if shape.role is Role.LINK]

    assert len(arrow) == 4
    assert arrow[0]["y2"] == arrow[1]["y1"] == arrow[1]["y2"]
    assert arrow[0]["y1"] < arrow[0]["y2"]


def test_a_day_stands_above_the_arrow_that_comes_from_its_side() -> None:
    works = replace(WORKS, on=date(2027, 6, 29), said="29 June, two months late")
    arrived, alone = (milestones(chart(PERMIT, works, links=links), WEB).shapes for links in ((("1", "2"),), ()))
    arrow = max(dict(shape.at)["y1"] for shape in arrived if shape.role is Role.LINK and dict(shape.at)["y1"] == dict(shape.at)["y2"])
    said, said_alone = (next(dict(shape.at)["y"] for shape in drawn if shape.text == works.said) for drawn in (arrived, alone))

    assert said + 0.24 * WEB.text < arrow < said_alone


def test_a_wait_for_what_is_not_drawn_draws_nothing() -> None:
    assert [shape for shape in milestones(chart(PERMIT, links=(("1", "9"),)), WEB).shapes if shape.role is Role.LINK] == []


DAYS = st.dates(date(2026, 1, 1), date(2029, 12, 31))
ROWS = st.lists(
    st.tuples(
        st.sampled_from(("Permis", "", "x" * 300, "<&>\x00", "Une longue phrase qui dit tout du jalon et de ses suites")),
        DAYS,
        st.none() | DAYS,
    ),
    min_size=1,
    max_size=12,
)


@given(ROWS)
def test_whatever_the_milestones_the_drawing_is_whole_and_holds_them(drawn: list[tuple[str, date, date | None]]) -> None:
    rows = [Reach(str(rank), label, on, "day", meant) for rank, (label, on, meant) in enumerate(drawn)]
    made = chart(*rows, links=tuple((str(rank), str(rank + 1)) for rank in range(len(rows) - 1)))

    for look in (WEB, PRINT):
        etree.fromstring(milestones_svg(made, look))
        found = milestones(made, look)
        marks = [dict(shape.at) for shape in found.shapes if shape.tag == "circle"]
        assert len(marks) == len(rows)
        assert all(mark["r"] < mark["cx"] < look.width - mark["r"] for mark in marks)
        assert all(mark["cy"] < found.height for mark in marks)
