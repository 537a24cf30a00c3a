"""Shapes as people type them."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from semailles.engines.locating import Degrees, Fault, NotAShape, Trace, shape_text, shape_typed, traces

EVRY, CORBEIL, MELUN = [2.4294, 48.6239], [2.482, 48.6139], [2.6608, 48.5399]
AREA = {"type": "Polygon", "coordinates": [[EVRY, CORBEIL, MELUN, EVRY]]}


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("", None),
        ("48,6239, 2,4294", {"type": "Point", "coordinates": EVRY}),
        ("48.6239 2.4294\n48.6139 ; 2.482".replace(" ; ", ", "), {"type": "LineString", "coordinates": [EVRY, CORBEIL]}),
        ("48.6239,2.4294 ; 48.6139/2.482", {"type": "LineString", "coordinates": [EVRY, CORBEIL]}),
        ("48.6239°, 2.4294°\n48.6139, 2.482\n48.5399, 2.6608\n48.6239, 2.4294", AREA),
    ],
)
def test_pairs_give_latitude_first_and_an_area_ends_where_it_begins(text: str, shape: dict[str, Any] | None) -> None:
    assert shape_typed(text) == shape


@pytest.mark.parametrize(
    "typed",
    [
        AREA,
        {"type": "Feature", "properties": {"name": "lisière"}, "geometry": AREA},
        {"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": AREA}]},
        {"type": "MultiPolygon", "coordinates": [AREA["coordinates"]]},
        {"type": "Polygon", "coordinates": [[[*EVRY, 80.5], CORBEIL, MELUN]]},
    ],
)
def test_a_geojson_is_taken_down_to_its_geometry(typed: dict[str, Any]) -> None:
    assert shape_typed(json.dumps(typed)) == AREA


def test_several_shapes_stay_together() -> None:
    shape = shape_typed(json.dumps({"type": "MultiPoint", "coordinates": [EVRY, MELUN]}))

    assert traces(shape) == (Trace((Degrees(48.6239, 2.4294),)), Trace((Degrees(48.5399, 2.6608),)))


@pytest.mark.parametrize(
    ("text", "fault", "at"),
    [
        ("la lisière", Fault.UNREADABLE, "la lisière"),
        ("48.62, 2.43\n48.61", Fault.UNREADABLE, "48.61"),
        ("652345.2, 6839012.7", Fault.NOT_DEGREES, "652345.2, 6839012.7"),
        ('{"type": "Point"', Fault.UNREADABLE, "GeoJSON"),
        ('{"type": "Point", "coordinates": [true, 2]}', Fault.UNREADABLE, "GeoJSON"),
        ('{"type": "Point", "coordinates": [NaN, 2]}', Fault.NOT_DEGREES, "2, nan"),
        ('{"type": "Point", "coordinates": {"x": 2}}', Fault.UNREADABLE, "GeoJSON"),
        ('{"type": ["Point"], "coordinates": [2, 48]}', Fault.UNKNOWN, "['Point']"),
        ('{"type": "Circle"}', Fault.UNKNOWN, "Circle"),
        ('{"type": "LineString", "coordinates": [[2, 48]]}', Fault.TOO_FEW, ""),
        ('{"type": "Polygon", "coordinates": []}', Fault.TOO_FEW, ""),
        ('{"type": "GeometryCollection", "geometries": []}', Fault.TOO_FEW, ""),
        ('{"type":"GeometryCollection","geometries":[' * 900 + "]}" * 900, Fault.UNREADABLE, "GeoJSON"),
        ('{"type": "Point", "coordinates": [1' + "0" * 400 + ", 2]}", Fault.UNREADABLE, "GeoJSON"),
        ("48, 2\n" * 2001, Fault.TOO_MANY, ""),
    ],
)
def test_what_is_no_shape_says_where(text: str, fault: Fault, at: str) -> None:
    with pytest.raises(NotAShape) as refused:
        shape_typed(text)

    assert (refused.value.fault, refused.value.at) == (fault, at)


@given(st.lists(st.tuples(st.integers(-90, 90), st.integers(-180, 180)), min_size=1, max_size=8))
def test_what_is_shown_in_the_form_is_read_back_the_same(pairs: list[tuple[int, int]]) -> None:
    shape = shape_typed(
        "\n".join(f"{one},5 {other},25" if abs(one) < 90 and abs(other) < 180 else f"{one} {other}" for one, other in pairs)
    )

    assert shape_typed(shape_text(shape)) == shape


def test_a_line_that_comes_back_to_its_start_stays_a_line() -> None:
    shape = {"type": "LineString", "coordinates": [EVRY, CORBEIL, MELUN, EVRY]}

    assert shape_typed(shape_text(shape)) == shape


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(max_size=5), lambda held: st.lists(held, max_size=3)))
def test_whatever_a_geojson_holds_is_read_or_refused(coordinates: Any) -> None:
    for kind in ("Point", "LineString", "Polygon", "MultiPoint", "MultiPolygon", "Feature"):
        text = json.dumps({"type": kind, "coordinates": coordinates, "geometry": coordinates})
        try:
            shape = shape_typed(text)
        except NotAShape:
            continue
        assert shape == shape_typed(json.dumps(shape))
