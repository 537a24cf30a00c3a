"""The cards of a wall: which ideas, in which order, what each says. What a room may read: no person, no contact."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils import translation
from django.utils.translation import gettext as _

from semailles.core.errors import Refusal
from semailles.engines import typesetting
from semailles.engines.typesetting.cards import Card, Deck, Paper
from semailles.engines.typesetting.tree import Team
from semailles.publication.audiences import for_working_document
from semailles.publication.queries import snapshot
from semailles.publication.views import IdeaView, Snapshot
from semailles.publication.words import source_words
from semailles.workshop.models import Initiative


class Order(StrEnum):
    """By team and number, to be dealt; or group by group, to be hung as the map stands."""

    MARK = "reperes"
    GROUP = "groupes"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which cards are printed. `letters`, `theme` (its id): empty for all. `only_kept`: those that people validated."""

    letters: tuple[str, ...] = ()
    theme: str = ""
    only_kept: bool = False
    order: Order = Order.MARK
    paper: Paper = Paper.A4
    blanks: int = 0


class NoCard(Refusal):
    def __init__(self) -> None:
        super().__init__(_("No idea answers to what you asked: choose more of them, or ask for blank cards."))


def cards_pdf(initiative: Initiative, wanted: Wanted) -> bytes:
    with translation.override(initiative.lang):
        told = for_working_document(snapshot(initiative))
        ideas = chosen(told, wanted)
        deck = _deck(told, ideas, wanted)
    if not ideas and not wanted.blanks:
        raise NoCard
    return typesetting.cards_pdf(deck).pdf


def chosen(told: Snapshot, wanted: Wanted) -> list[IdeaView]:
    """Those that answer, in the order in which they are printed."""
    every = {idea: rank for rank, idea in enumerate(one for family in told.families for one in family.ideas)}
    theme = next((set(theme.ideas) for theme in told.themes if theme.id == wanted.theme), set())
    found = [idea for idea in told.ideas if _answers(idea, wanted) and (not wanted.theme or idea.id in theme)]
    return sorted(found, key=lambda idea: every.get(idea.id, len(every))) if wanted.order is Order.GROUP else found


def _answers(idea: IdeaView, wanted: Wanted) -> bool:
    return (not wanted.letters or idea.letter in wanted.letters) and (idea.is_validated or not wanted.only_kept)


def _deck(told: Snapshot, ideas: Sequence[IdeaView], wanted: Wanted) -> Deck:
    teams = tuple(Team(team.letter, team.name, team.regard) for team in told.teams)
    blank = _("New idea, or title of a group")
    cards = tuple(_card(idea, told.frame.lang) for idea in ideas)
    return Deck(told.frame.lang, _("Cards for the wall"), told.frame.name, teams, cards, wanted.paper, wanted.blanks, blank)


def _card(idea: IdeaView, lang: str) -> Card:
    source, state = idea.sources[0], "" if idea.is_validated else _("to be validated")
    return Card(idea.mark, idea.letter, idea.title, source.quote, source_words(source), idea.lang or lang, state)
