"""Keys of rows that are written within a value: they are others once the initiative stands in another database."""

from collections.abc import Callable
from typing import Any

NewKey = Callable[[str, int], int]
STEPS = "ProjectStep"  # each with the ladder that it left


def _ideas(value: list[list[Any]], new: NewKey) -> list[list[Any]]:
    return [[new("intake.Idea", idea), why] for idea, why in value]


def _families(value: list[int], new: NewKey) -> list[int]:
    return [new("convergence.Family", key) for key in value]


def _rows(value: dict[str, list[Any]], new: NewKey) -> dict[str, list[Any]]:
    """By kind; a link moved by one of its ends is « ProjectLink.project »."""
    return {kind: _of_kind(kind, keys, new) for kind, keys in value.items()}


def _of_kind(kind: str, keys: list[Any], new: NewKey) -> list[Any]:
    if kind == STEPS:
        return [[new(f"projects.{STEPS}", step), new("projects.ProjectCommitment", ladder)] for step, ladder in keys]
    return [new(f"projects.{kind.partition('.')[0]}", key) for key in keys]


WRITTEN_KEYS = {
    "projects.Absorption.ideas": _ideas,
    "projects.Absorption.rows": _rows,
    "projects.Absorption.families": _families,
}
