"""Keys of rows that are written within a value: they are others once the initiative stands in another database."""

from collections.abc import Callable
from typing import Any

NewKey = Callable[[str, int], int]
IDEA = "intake.Idea"


def _by_idea(value: dict[str, dict[str, Any]], new: NewKey) -> dict[str, dict[str, Any]]:
    return {str(new(IDEA, int(key))): _told_by(fields, new) for key, fields in value.items()}


def _told_by(fields: dict[str, Any], new: NewKey) -> dict[str, Any]:
    other = fields.get("merged_into_id")
    return fields if other is None else fields | {"merged_into_id": new(IDEA, other)}


def _ideas(value: list[int], new: NewKey) -> list[int]:
    return [new(IDEA, key) for key in value]


WRITTEN_KEYS = {"intake.Gesture.before": _by_idea, "intake.Gesture.after": _by_idea, "intake.Gesture.born": _ideas}
