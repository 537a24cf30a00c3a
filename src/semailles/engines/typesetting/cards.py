"""Cards for a wall: one idea each, large enough to be read from two steps away, and blank ones to write on. Values of `templates/cards.typ`."""

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from semailles.engines.typesetting.repeating import bare
from semailles.engines.typesetting.signs import printable
from semailles.engines.typesetting.tree import Team
from semailles.engines.typesetting.typography import guillemets, set_source, set_text
from semailles.engines.typesetting.wording import worded


class Paper(StrEnum):
    """What the printer takes: A4 to be cut in four, or A6 cards, one a page. Both lie on their long side."""

    A4 = "a4"
    A6 = "a6"


_GROUNDS = 8
_ON_A_SHEET = {Paper.A4: 4, Paper.A6: 1}


@dataclass(frozen=True, slots=True)
class Card:
    """`mark`: « A12 ». `source`: document and place. `state`: a word that stands on it (« à valider »), or ""."""

    mark: str
    letter: str
    title: str
    quote: str
    source: str
    lang: str = ""
    state: str = ""


@dataclass(frozen=True, slots=True)
class Deck:
    """Cards in the order in which they are printed, then `blanks` of them without an idea, which say `blank` above their lines; they also fill the last sheet."""

    lang: str
    title: str
    process: str
    teams: tuple[Team, ...]
    cards: tuple[Card, ...]
    paper: Paper = Paper.A4
    blanks: int = 0
    blank: str = ""


def deck_values(deck: Deck) -> dict[str, Any]:
    """JSON values: texts set and drawable, the ground of each team, and what the shared signs of the book ask for."""
    return {
        "lang": deck.lang,
        "title": _set(deck.title, deck.lang),
        "process": _set(deck.process, deck.lang),
        "teams": {team.letter: _set(team.regard or team.name, deck.lang) for team in deck.teams},
        "slots": {team.letter: rank % _GROUNDS for rank, team in enumerate(deck.teams)},
        "cards": [_card(card, deck.lang) for card in deck.cards],
        "paper": deck.paper.value,
        "blanks": deck.blanks + (-len(deck.cards) - deck.blanks) % _ON_A_SHEET[deck.paper],
        "blank": _set(deck.blank, deck.lang),
        "labels": worded({}, deck.lang),
        "ideas": {},
        "sheets": [],
    }


def _card(card: Card, lang: str) -> dict[str, str]:
    """A quote that is the title, word for word, is not printed twice."""
    quote = "" if bare(card.quote) == bare(card.title) else card.quote
    spoken = card.lang or lang
    opening, closing = guillemets(spoken)
    said = {"open": opening, "close": closing, "title": _set(card.title, spoken), "quote": _set(quote, spoken), "lang": spoken}
    return {**asdict(card), **said, "source": printable(set_source(card.source, lang)), "state": _set(card.state, lang)}


def _set(text: str, lang: str) -> str:
    return printable(set_text(text, lang))
