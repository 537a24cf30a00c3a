"""Teams by letter."""

from collections.abc import Iterable

from semailles.workshop.models import Initiative, Team

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def lettered_teams(initiative: Initiative) -> dict[str, Team]:
    """Teams that left something, by letter."""
    teams = {team.letter: team for team in Team.objects.of(initiative).exclude(letter="")}
    return {letter: teams[letter] for letter in in_order(teams)}


def in_order(letters: Iterable[str]) -> tuple[str, ...]:
    """A, B… Z, AA, AB…"""
    return tuple(sorted(letters, key=lambda letter: (len(letter), letter)))


def letter_of(rank: int) -> str:
    """A, B… Z, AA, AB…, from rank 0."""
    return LETTERS[rank] if rank < len(LETTERS) else LETTERS[rank // len(LETTERS) - 1] + LETTERS[rank % len(LETTERS)]
