"""What the page of one family shows, gathered from the queries of each app."""

from dataclasses import dataclass
from typing import Any

from semailles.convergence.models import Family
from semailles.convergence.queries.evidence import Evidence, Pair, Said, Silence, evidence_of, marked, shared_words, silences
from semailles.core.search import Piece
from semailles.projects.lineage import outcomes_of_family
from semailles.projects.queries import drawn_from
from semailles.web.pages.convergences import sentences
from semailles.web.pages.corrections.lines import log_of_family
from semailles.workshop.queries import lettered_teams

FULL_WIDTH, MARGIN, GROUND, HIGHEST_BAR, WIDEST_BAR = 340.0, 10.0, 170.0, 140.0, 60.0  # units of the drawing


@dataclass(frozen=True, slots=True)
class Side:
    """One idea of a pair, with what it shares marked in its quote."""

    said: Said
    quote: list[Piece]


@dataclass(frozen=True, slots=True)
class Shown:
    """A pair, side by side."""

    pair: Pair
    sides: tuple[Side, Side]


@dataclass(frozen=True, slots=True)
class Beside:
    """What a silent team says of the theme, with the words of the family marked."""

    silence: Silence
    quote: list[Piece]


@dataclass(frozen=True, slots=True)
class Bar:
    """How probable it is to reach so many teams by chance, as a bar of a drawing FULL_WIDTH wide."""

    teams: int
    odds: float
    x: float
    width: float
    height: float
    is_seen: bool

    @property
    def percent(self) -> int:
        return round(100 * self.odds)

    @property
    def top(self) -> float:
        return GROUND - self.height

    @property
    def middle(self) -> float:
        return self.width / 2

    @property
    def label(self) -> float:
        return self.top - 6


def explained(family: Family) -> dict[str, Any]:
    teams, evidence = lettered_teams(family.initiative), evidence_of(family)
    silent = [team for letter, team in teams.items() if letter not in evidence.letters]
    lang = family.initiative.lang
    return {
        "family": family,
        "teams": teams,
        "evidence": evidence,
        "shared_words": shared_words(family, evidence),
        "explanation": sentences.explanation(evidence, teams),
        "pairs": [_shown(pair, lang) for pair in evidence.pairs],
        "silences": [_beside(silence, lang) for silence in silences(family, silent)],
        "project": drawn_from(family.initiative, [family]).get(family.pk),
        "outcomes": outcomes_of_family(family),
        "chance": sentences.dealt(family) if len(evidence.letters) > 1 else "",
        "handful": sentences.handful(evidence) if evidence.odds else "",
        "bars": _bars(evidence),
        "mutual": evidence.mutual,
        "log": log_of_family(family),
        "documents": len({source.passage.version.document_id for one in evidence.said for source in one.sources}),
        "passages": len({source.passage_id for one in evidence.said for source in one.sources}),
    }


def _shown(pair: Pair, lang: str) -> Shown:
    first, second = (Side(one, marked(one.sources[0].quote, pair.words, one.idea.lang or lang)) for one in (pair.first, pair.second))
    return Shown(pair, (first, second))


def _beside(silence: Silence, lang: str) -> Beside:
    return Beside(silence, marked(silence.nearest.quote, silence.shared, lang) if silence.nearest else [])


def _bars(evidence: Evidence) -> list[Bar]:
    highest, seen = max(evidence.odds, default=1), len(evidence.letters)
    slot = FULL_WIDTH / max(len(evidence.odds), 1)
    width = round(min(WIDEST_BAR, slot * 0.7), 1)
    places = (MARGIN + slot * rank + (slot - width) / 2 for rank in range(len(evidence.odds)))
    return [
        Bar(teams, odds, round(x, 1), width, round(HIGHEST_BAR * odds / highest, 1), teams == seen)
        for teams, (odds, x) in enumerate(zip(evidence.odds, places, strict=True), start=1)
    ]
