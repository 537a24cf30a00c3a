"""How long work tells where it stands, on a screen and on a terminal alike."""

from typing import Protocol


class Progress(Protocol):
    def __call__(self, step: str, done: int, total: int) -> None:
        """`step`: a translated word or a file's name; `done` of `total`, counted from 0."""


def silent(step: str, done: int, total: int) -> None:
    """For callers that tell nobody."""
