"""Teams by letter."""

from semailles.workshop.models import Initiative, Team

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def lettered_teams(initiative: Initiative) -> dict[str, Team]:
    """Teams that left something, by letter."""
    teams = sorted(Team.objects.of(initiative).exclude(letter=""), key=lambda team: (len(team.letter), team.letter))
    return {team.letter: team for team in teams}


def letter_of(rank: int) -> str:
    """A, B… Z, AA, AB…, from rank 0."""
    return LETTERS[rank] if rank < len(LETTERS) else LETTERS[rank // len(LETTERS) - 1] + LETTERS[rank % len(LETTERS)]
