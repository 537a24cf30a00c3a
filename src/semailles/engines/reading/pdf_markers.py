"""Bullets and numbers printed apart from their words, sometimes far from them in the file: put back before them."""

from semailles.engines.reading.pdf_lines import Segment
from semailles.engines.reading.prose import without_marker

_REACH = 4.0  # in sizes, from the marker to its words
_LONGEST = 4


def with_markers(segments: list[Segment]) -> list[Segment]:
    """The segments, each lone marker joined to the words on its right."""
    markers = [segment for segment in segments if len(segment.text) <= _LONGEST and without_marker(f"{segment.text} x")[0] == "x"]
    if not markers:
        return segments
    marked: dict[int, Segment] = {}
    for marker in markers:
        words = min((other for other in segments if _is_marked(marker, other)), key=lambda other: other.x0, default=None)
        if words is not None:
            marked[words.order] = words._replace(text=f"{marker.text} {words.text}", x0=marker.x0)
            marked[marker.order] = marked[words.order]
    lone = {marker.order for marker in markers if marker.order in marked}
    return [marked.get(segment.order, segment) for segment in segments if segment.order not in lone]


def _is_marked(marker: Segment, other: Segment) -> bool:
    on_its_line = abs(other.y - marker.y) < 0.42 * max(marker.size, other.size)
    return on_its_line and 0 <= other.x0 - marker.x1 < _REACH * max(marker.size, other.size)
