"""Where things are: what is known of communes beside their names, shapes typed by people, distances on the ground.

middles(), intercommunalities() -> by code of today · code_today(code) -> code · kilometres(one, other) -> float
shape_typed(text) -> GeoJSON geometry, or NotAShape · shape_text(geometry) -> text · traces(geometry) -> points, lines and outlines
"""

from semailles.engines.locating.communes import code_today, intercommunalities, middles
from semailles.engines.locating.ground import Degrees, Trace, kilometres, traces
from semailles.engines.locating.typed import MOST_POINTS, Fault, NotAShape, shape_text, shape_typed

__all__ = [
    "MOST_POINTS",
    "Degrees",
    "Fault",
    "NotAShape",
    "Trace",
    "code_today",
    "intercommunalities",
    "kilometres",
    "middles",
    "shape_text",
    "shape_typed",
    "traces",
]
