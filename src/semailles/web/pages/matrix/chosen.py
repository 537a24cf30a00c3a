"""What is open beside the matrix: one cell, or one theme with all teams side by side."""

from dataclasses import dataclass

from semailles.intake.models import Idea, Source
from semailles.workshop.models import Team, Theme


@dataclass(frozen=True, slots=True)
class Chosen:
    """Without a theme: ideas still to be placed. Without a team: the whole row."""

    theme: Theme | None
    team: Team | None

    @property
    def letter(self) -> str:
        return self.team.letter if self.team else ""


@dataclass(frozen=True, slots=True)
class Column:
    team: Team
    quoted: tuple[tuple[Idea, Source | None], ...]
