"""Reads that cross the frame's tables."""

from semailles.engines.budgeting import Balance, Line, Nature, Status, balance
from semailles.workshop.models import Initiative, ProcessCost, ProcessFunding, Team

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def process_balance(initiative: Initiative) -> Balance | None:
    """The three readings of the process budget, or None when nobody wrote one."""
    costs = [Line(line.item, line.amount) for line in ProcessCost.objects.of(initiative).standing()]
    fundings = ProcessFunding.objects.of(initiative).standing()
    resources = [Line(line.funder, line.amount, Status(line.status), Nature(line.nature)) for line in fundings]
    return balance(resources, costs) if costs or resources else None


def lettered_teams(initiative: Initiative) -> dict[str, Team]:
    """Teams that left something, by letter."""
    teams = sorted(Team.objects.of(initiative).exclude(letter=""), key=lambda team: (len(team.letter), team.letter))
    return {team.letter: team for team in teams}


def letter_of(rank: int) -> str:
    """A, B… Z, AA, AB…, from rank 0."""
    return LETTERS[rank] if rank < len(LETTERS) else LETTERS[rank // len(LETTERS) - 1] + LETTERS[rank % len(LETTERS)]
