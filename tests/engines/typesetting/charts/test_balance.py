"""A balance drawn: one scale, three readings that are never added."""

from decimal import Decimal
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from semailles.engines.typesetting.charts.balance import Bars, Reading, balance, balance_svg, pieces
from semailles.engines.typesetting.charts.looks import PRINT, WEB, Role
from semailles.engines.typesetting.charts.shapes import Drawing, text_box

NEEDS, CONFIRMED, HOPED = Decimal(12000), Decimal(7000), Decimal(12000)


def chart(needs: Decimal = NEEDS, confirmed: Decimal = CONFIRMED, hoped: Decimal = HOPED) -> Bars:
    readings = (
        Reading("Besoins", "12 000 €", ((Role.NEED, Decimal(0), needs),)),
        Reading("Confirmé", "7 000 €", ((Role.HAVE, Decimal(0), confirmed),)),
        Reading("Espéré", "12 000 €", pieces(confirmed, hoped)),
        Reading("Écart", "5 000 €", ((Role.GAP, confirmed, needs),), is_strong=True),
        Reading("En nature", "1 800 €", ((Role.APART, Decimal(0), Decimal(1800)),), is_apart=True),
    )
    return Bars("Budget", "Sur 12 000 € de besoins, 7 000 € sont confirmés.", readings, needs)


def widths(drawing: Drawing) -> dict[Role, float]:
    return {shape.role: round(dict(shape.at)["width"], 2) for shape in drawing.shapes if shape.tag == "rect"}


def test_bars_are_to_scale_and_hold_what_they_say() -> None:
    found = widths(balance(chart(), WEB))
    euro = found[Role.NEED] / 12000

    assert {role: round(width / euro, -1) for role, width in found.items()} == {
        Role.NEED: 12000,
        Role.HAVE: 7000,
        Role.HOPE: 5000,
        Role.GAP: 5000,
        Role.APART: 1800,
    }


def test_what_is_covered_has_no_gap() -> None:
    assert Role.GAP not in widths(balance(chart(confirmed=Decimal(13000), hoped=Decimal(13000)), WEB))


def test_what_is_in_kind_stands_apart_from_what_is_compared() -> None:
    drawing = balance(chart(), WEB)
    (line,) = [dict(shape.at) for shape in drawing.shapes if shape.role is Role.TODAY]
    (apart,) = [dict(shape.at) for shape in drawing.shapes if shape.role is Role.APART]

    assert apart["y"] > line["y2"]


@given(st.decimals(0, 10**9, places=2), st.decimals(0, 10**9, places=2), st.decimals(0, 10**9, places=2))
def test_no_word_stands_over_another_and_no_bar_leaves_the_drawing(needs: Decimal, confirmed: Decimal, more: Decimal) -> None:
    drawing = balance(chart(needs, confirmed, confirmed + more), PRINT)
    texts = [shape for shape in drawing.shapes if shape.tag == "text"]
    boxes = [text_box(dict(shape.at)["x"], dict(shape.at)["y"], shape.text, PRINT.text, shape.anchor) for shape in texts]
    bars = [dict(shape.at) for shape in drawing.shapes if shape.tag == "rect"]

    assert [pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1])] == []
    assert [bar for bar in bars if bar["x"] < 0 or bar["x"] + bar["width"] > PRINT.width or bar["width"] < 0] == []


def test_nothing_at_all_is_still_a_drawing() -> None:
    nothing = Bars("Budget", "", (Reading("Besoins", "0 €", ()),), Decimal(0))

    assert balance_svg(nothing, PRINT).startswith("<svg")
