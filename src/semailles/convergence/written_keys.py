"""Keys of rows that are written within a value: they are others once the initiative stands in another database."""

from collections.abc import Callable
from typing import Any

NewKey = Callable[[str, int], int]
LED = {"theme": "workshop.Theme", "validated_by": "core.Person"}  # of a family as it is kept


def _families(value: dict[str, dict[str, Any]], new: NewKey) -> dict[str, dict[str, Any]]:
    return {family: kept | {name: _led(kept.get(name), label, new) for name, label in LED.items()} for family, kept in value.items()}


def _led(key: int | None, label: str, new: NewKey) -> int | None:
    return None if key is None else new(label, key)


WRITTEN_KEYS = {"convergence.Correction.before": _families, "convergence.Correction.after": _families}
