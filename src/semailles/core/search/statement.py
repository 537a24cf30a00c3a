"""What both databases are asked with."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

Statement = tuple[str, list[Any]]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one entry, to write beside it."""

    pk: int
    title: Sequence[str]
    body: Sequence[str]
    title_stems: Sequence[str]
    body_stems: Sequence[str]


@dataclass(frozen=True, slots=True)
class Conditions:
    """`sql`: conditions on the table `entry` that every database reads alike, with their `values`; `facets`: (name, value) pairs, all wanted."""

    sql: Sequence[str]
    values: Sequence[Any]
    facets: Sequence[tuple[str, str]]
    limit: int
