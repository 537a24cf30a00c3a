"""A schematic map of places."""

import math
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from semailles.engines.typesetting.charts.cells import Cells, Outline, Spot, cells, cells_svg
from semailles.engines.typesetting.charts.looks import NARROW, WEB, Role
from semailles.engines.typesetting.charts.shapes import Drawing

EVRY = Spot("Évry", 48.6239, 2.4294, "91", is_marked=True)
CORBEIL = Spot("Corbeil", 48.6139, 2.482, "91")
MELUN = Spot("Melun", 48.5399, 2.6608, "77")


def map_of(*spots: Spot) -> Cells:
    return Cells("Map", "Places.", spots)


def test_north_is_above_and_east_is_right() -> None:
    circles = {shape.role: dict(shape.at) for shape in cells(map_of(EVRY, MELUN), WEB).shapes if shape.tag == "circle"}

    assert circles[Role.HELD]["cy"] < circles[Role.PLANNED]["cy"]
    assert circles[Role.HELD]["cx"] < circles[Role.PLANNED]["cx"]


def test_one_place_is_alone_in_its_map() -> None:
    drawn = cells(map_of(EVRY), WEB)

    assert len([shape for shape in drawn.shapes if shape.role is Role.GROUND]) == 4
    assert [shape.text for shape in drawn.shapes if shape.text] == ["Évry", "N", "200\u00a0m"]


def test_only_cells_of_different_groups_are_parted_by_a_firm_line() -> None:
    together, apart = cells(map_of(EVRY, CORBEIL), WEB).shapes, cells(map_of(EVRY, MELUN), WEB).shapes

    assert len([shape for shape in together if shape.role is Role.GRID]) == 1
    assert len([shape for shape in apart if shape.role is Role.GRID]) == 0


def test_the_cells_are_those_of_communes_and_the_ones_that_are_meant_are_tinted() -> None:
    ground = (replace(EVRY, label="Évry-Courcouronnes"), replace(CORBEIL, is_marked=False), MELUN)
    drawn = cells(Cells("Map", "Places.", (EVRY,), ground), WEB)

    assert [shape.tag for shape in drawn.shapes if shape.role is Role.TINT] == ["polygon"]
    assert [shape.role for shape in drawn.shapes if shape.tag == "circle"] == [Role.COMMUNE, Role.COMMUNE, Role.HELD]
    assert len([shape for shape in drawn.shapes if shape.role is Role.GRID]) == 1
    assert [shape.text for shape in drawn.shapes if shape.role is Role.GROUP_LABEL] == ["77", "91"]
    assert [shape.text for shape in drawn.shapes if shape.role is Role.COMMUNE_LABEL] == ["Corbeil", "Melun"]


def test_a_map_set_in_a_margin_fills_it_and_names_no_group() -> None:
    whole = Cells("Map", "Places.", (EVRY,), (EVRY, CORBEIL, MELUN))
    spread, small = cells(whole, WEB), cells(replace(whole, is_small=True), WEB)

    def width(drawing: Drawing) -> float:
        across = [dict(shape.at)["cx"] for shape in drawing.shapes if shape.tag == "circle"]
        return max(across) - min(across)

    assert width(small) > width(spread)
    assert [shape.text for shape in small.shapes if shape.role is Role.GROUP_LABEL] == []


def test_kilometres_are_as_long_as_the_map_says() -> None:
    drawn = cells(map_of(EVRY, Spot("Vingt minutes au sud", EVRY.latitude - 1 / 3, EVRY.longitude)), WEB)
    dots = sorted(dict(shape.at)["cy"] for shape in drawn.shapes if shape.tag == "circle")
    bar = next(dict(shape.at) for shape in drawn.shapes if shape.role is Role.LINK)

    assert [shape.text for shape in drawn.shapes if "km" in shape.text] == ["5\u00a0km"]
    assert math.isclose((bar["x2"] - bar["x1"]) / 5, (dots[1] - dots[0]) / (111.195 / 3), rel_tol=1e-6)


def test_no_cell_goes_under_the_scale() -> None:
    drawn = cells(Cells("Map", "Places.", (EVRY,), (EVRY, CORBEIL, MELUN)), NARROW)
    foot = next(dict(shape.at)["y"] for shape in drawn.shapes if shape.role is Role.CLEAR)

    assert max(dict(shape.at)[end] for shape in drawn.shapes if shape.role is Role.GROUND for end in ("y1", "y2")) < foot


def test_a_line_and_an_area_are_drawn_where_they_lie() -> None:
    corners = ((48.6, 2.4), (48.5, 2.5), (48.6, 2.6), (48.6, 2.4))
    drawn = cells(Cells("Map", "Places.", (EVRY,), outlines=(Outline(corners[:3]), Outline(corners, is_area=True))), WEB)
    area, trace = ([shape for shape in drawn.shapes if shape.role is role] for role in (Role.AREA, Role.TRACE))

    assert [len(shape.corners) for shape in (*trace, *area)] == [3, 4]
    assert all(0 < x < WEB.width and 0 < y < drawn.height for shape in (*trace, *area) for x, y in shape.corners)


SPOTS = st.lists(
    st.builds(Spot, st.just("Lieu"), st.integers(-60, 60).map(lambda n: 48 + n / 50), st.integers(-60, 60).map(lambda n: 2 + n / 50)),
    min_size=1,
    max_size=12,
)


@given(SPOTS)
def test_each_place_stands_in_the_map_and_no_border_is_nearer_to_another(spots: list[Spot]) -> None:
    drawn = cells(map_of(*spots), WEB)
    etree.fromstring(cells_svg(map_of(*spots)))
    points = [(dict(shape.at)["cx"], dict(shape.at)["cy"]) for shape in drawn.shapes if shape.tag == "circle"]

    assert len(points) == len(spots)
    assert all(0 < x < WEB.width and 0 < y < drawn.height for x, y in points)
    for border in (dict(shape.at) for shape in drawn.shapes if shape.role is Role.GRID):
        middle = ((border["x1"] + border["x2"]) / 2, (border["y1"] + border["y2"]) / 2)
        nearest = sorted(math.dist(middle, point) for point in set(points))
        assert math.isclose(nearest[0], nearest[1], abs_tol=0.01)
