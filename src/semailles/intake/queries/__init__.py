"""Reads of intake that cross tables."""

from semailles.intake.queries.budget import FoundBudget, found_budget
from semailles.intake.queries.receiving import (
    answering_actors,
    is_outdated,
    is_received,
    known_actors,
    reopened_since,
    taught_ideas,
    told_apart,
)

__all__ = [
    "FoundBudget",
    "answering_actors",
    "found_budget",
    "is_outdated",
    "is_received",
    "known_actors",
    "reopened_since",
    "taught_ideas",
    "told_apart",
]
