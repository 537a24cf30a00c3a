"""A calendar drawn: everything in its place, and no word over another."""

import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from semailles.engines.typesetting.charts.axis import Names
from semailles.engines.typesetting.charts.gantt import Bar, Dot, Flag, Gantt, Lane, gantt, gantt_svg
from semailles.engines.typesetting.charts.looks import PRINT, WEB, Look, Role
from semailles.engines.typesetting.charts.shapes import Box, Drawing, Shape, text_box

MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre")
SHORT = ("janv.", "févr.", "mars", "avril", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.")
FOUNDING = Gantt(
    "Calendrier",
    "Deux phases, deux comités.",
    (
        Bar("Travaux", date(2015, 2, 2), date(2015, 5, 20), date(2015, 5, 1)),
        Bar("Rédaction", date(2015, 5, 21), date(2015, 6, 20), date(2015, 6, 20)),
    ),
    (Lane("Comité", (Dot("lancement, 11 février", date(2015, 2, 11), is_held=True), Dot("validation, 30 avril", date(2015, 4, 30)))),),
    Names(MONTHS, SHORT),
    Flag("aujourd’hui", date(2015, 5, 20)),
    Flag("échéance extérieure, 30 avril", date(2015, 4, 30)),
)
DAYS = st.dates(date(2014, 1, 1), date(2020, 12, 31))
LABELS = st.text("abcdeéilmnorstu «»MW09,", min_size=1, max_size=60)


@st.composite
def charts(draw: st.DrawFn) -> Gantt:
    bars = []
    for _ in range(draw(st.integers(1, 5))):
        first = draw(DAYS)
        meant = first + timedelta(days=draw(st.integers(0, 400)))
        bars.append(Bar(draw(LABELS), first, meant + timedelta(days=draw(st.sampled_from([0, 0, 12, 90]))), meant))
    lanes = tuple(
        Lane(draw(LABELS), tuple(Dot(draw(LABELS), draw(DAYS)) for _ in range(draw(st.integers(1, 9)))))
        for _ in range(draw(st.integers(0, 3)))
    )
    deadline = draw(st.none() | st.builds(Flag, LABELS, DAYS))
    return Gantt("Calendrier", "", tuple(bars), lanes, Names(MONTHS, SHORT), Flag("aujourd’hui", draw(DAYS)), deadline)


def of_role(drawing: Drawing, *roles: Role) -> list[dict[str, float]]:
    return [dict(shape.at) for shape in drawing.shapes if shape.role in roles]


def box_of(shape: Shape, look: Look) -> Box:
    at = dict(shape.at)
    size = look.month * 0.85 if shape.role is Role.MONTH else look.text  # the italic serif of months is narrower than the estimate
    return text_box(at["x"], at["y"], shape.text, size, shape.anchor)


def texts(drawing: Drawing) -> list[Shape]:
    return [shape for shape in drawing.shapes if shape.tag == "text"]


@settings(max_examples=60, deadline=None)
@given(charts(), st.sampled_from([WEB, PRINT]))
def test_no_word_stands_over_another_nor_out_of_the_drawing(chart: Gantt, look: Look) -> None:
    drawing = gantt(chart, look)
    found = [(shape.text, box_of(shape, look)) for shape in texts(drawing)]

    assert [(a, b) for (a, box), (b, other) in combinations(found, 2) if box.meets(other)] == []
    assert [text for text, box in found if box.left < -0.1 or box.right > look.width + 0.1 or box.bottom > drawing.height] == []


@settings(max_examples=60, deadline=None)
@given(charts())
def test_every_mark_stays_within_the_drawing_and_has_no_negative_size(chart: Gantt) -> None:
    drawing = gantt(chart, WEB)
    bars = of_role(drawing, Role.PAST, Role.FUTURE, Role.LATE)
    dots = of_role(drawing, Role.PLANNED, Role.HELD, Role.SUGGESTED)

    assert [bar for bar in bars if bar["x"] < 0 or bar["x"] + bar["width"] > WEB.width + 0.01 or bar["width"] <= 0] == []
    assert [dot for dot in dots if not dot["r"] <= dot["cx"] <= WEB.width - dot["r"]] == []
    assert len(dots) == sum(len(lane.dots) for lane in chart.lanes)


def test_a_bar_is_past_until_today_then_to_come_and_what_it_lost_is_late() -> None:
    drawing = gantt(FOUNDING, WEB)
    (past,), (future,), (late,) = (of_role(drawing, role) for role in (Role.PAST, Role.FUTURE, Role.LATE))

    assert round(past["x"] + past["width"], 3) == round(late["x"], 3)
    assert future["y"] > past["y"] == late["y"]


def test_the_day_of_a_bar_is_where_its_month_says() -> None:
    drawing = gantt(replace(FOUNDING, bars=(Bar("a", date(2015, 3, 1), date(2015, 3, 31), date(2015, 3, 31)),)), WEB)
    months = [line["x1"] for line in of_role(drawing, Role.GRID)]
    bar = of_role(drawing, Role.PAST)[0]

    assert [round(bar["x"], 3), round(bar["x"] + bar["width"], 3)] == [round(months[1], 3), round(months[2], 3)]


def test_the_deadline_stands_at_the_evening_of_its_day() -> None:
    drawing = gantt(FOUNDING, WEB)
    months = [line["x1"] for line in of_role(drawing, Role.GRID)]

    assert round(of_role(drawing, Role.OUTSIDE)[0]["x1"], 3) == round(months[3], 3)


def test_months_are_named_and_the_year_said_once() -> None:
    assert [shape.text for shape in texts(gantt(FOUNDING, WEB)) if shape.role is Role.MONTH] == [
        "février 2015",
        "mars",
        "avril",
        "mai",
        "juin",
    ]


def test_years_are_enough_when_months_are_many() -> None:
    long = replace(FOUNDING, bars=(Bar("a", date(2015, 2, 2), date(2022, 6, 20), date(2022, 6, 20)),))

    assert [shape.text for shape in texts(gantt(long, WEB)) if shape.role is Role.MONTH and shape.text] == [
        *("2015", "2016", "2017", "2018", "2019", "2020", "2021", "2022"),
    ]


def test_today_is_left_out_when_it_is_another_time() -> None:
    drawing = gantt(replace(FOUNDING, today=Flag("aujourd’hui", date(2026, 7, 1))), WEB)

    assert (of_role(drawing, Role.TODAY), [shape.text for shape in texts(drawing) if shape.role is Role.TODAY_LABEL]) == ([], [])


def test_a_label_too_long_for_its_column_is_cut_between_two_words() -> None:
    long = replace(FOUNDING.bars[0], label="Porter et mesurer avec les groupes de travail de tout le territoire " * 3)
    rows = [shape.text for shape in texts(gantt(replace(FOUNDING, bars=(long,)), WEB)) if shape.role is Role.ROW]

    assert rows[:2] == ["Porter et mesurer avec les groupes", "de travail de tout le territoire…"]


@pytest.mark.parametrize("look", [WEB, PRINT])
def test_the_drawing_says_what_it_shows_to_those_who_do_not_see_it(look: Look) -> None:
    root = ET.fromstring(gantt_svg(FOUNDING, look, "plan"))  # noqa: S314 - the same
    spoken = {child.get("id"): child.text for child in root if child.tag.endswith(("title", "desc"))}

    assert (root.get("role"), root.get("aria-labelledby"), spoken) == (
        "img",
        "plan-t plan-d",
        {"plan-t": "Calendrier", "plan-d": "Deux phases, deux comités."},
    )


def test_the_web_takes_its_colours_from_classes_and_print_from_attributes() -> None:
    web, print_ = gantt_svg(FOUNDING, WEB), gantt_svg(FOUNDING, PRINT)

    assert re.findall(r"#[0-9a-f]{6}|style=", web) == []
    assert re.findall(r'class="| style=', print_) == []
    assert set(re.findall(r'class="([^"]+)"', web)) == {
        *("calendar", "grid", "month", "row", "past", "future", "late", "hatch-late", "ground"),
        *("dot", "dot done", "mid", "clear", "outside", "earth", "today", "now-t"),
    }


def test_both_renderings_have_one_geometry() -> None:
    web, print_ = gantt(FOUNDING, WEB), gantt(FOUNDING, PRINT)

    assert [(shape.tag, shape.role, shape.text) for shape in web.shapes] == [(shape.tag, shape.role, shape.text) for shape in print_.shapes]


def test_words_are_never_read_as_markup() -> None:
    hostile = replace(FOUNDING, title='<script>&"', lanes=(Lane("<b>x</b>\x00", (Dot("a & b <i>", date(2015, 3, 3)),)),))
    root = ET.fromstring(gantt_svg(hostile, WEB))  # noqa: S314 - the same

    assert [element.text for element in root.iter() if element.text and "<" in element.text] == ['<script>&"', "<b>x</b>", "a & b <i>"]
