"""What the extractors find in blocks: candidates with their exact quote and their reason. People decide."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from semailles.engines.blocks import BlockKind


@dataclass(frozen=True, slots=True)
class Span:
    """`blocks[block].text[start:end]`, offsets in characters, end excluded."""

    block: int
    start: int
    end: int


class IdeaKind(StrEnum):
    NEED = "besoin"
    PROPOSAL = "proposition"
    PROJECT = "projet"
    VISION = "vision"


@dataclass(frozen=True, slots=True)
class Cue:
    """One sign that weighed: a code (translated by the caller) and the words or the place that gave it."""

    code: str
    words: str
    weight: float


@dataclass(frozen=True, slots=True)
class CandidateIdea:
    """`quote` is exactly the span's text. `title` is short and readable alone (at most 90 signs); `text` is the quote with what is needed to understand it alone (a heading, for instance).

    `score` in [0, 1]; `cues`, strongest first, say why.
    """

    span: Span
    quote: str
    title: str
    text: str
    kind: IdeaKind
    score: float
    cues: tuple[Cue, ...]


class ActorKind(StrEnum):
    ORGANISATION = "organisation"
    ROLE = "role"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Taught:
    """What people decided of a passage: an idea or not. `block`, `heading`, `header`, `lead`: where it stood."""

    text: str
    is_idea: bool
    block: BlockKind = BlockKind.PARAGRAPH
    heading: str = ""
    header: str = ""
    lead: str = ""


@dataclass(frozen=True, slots=True)
class ActorMention:
    """One naming of somebody. `surface` is exactly the span's text."""

    span: Span
    surface: str
    kind: ActorKind


@dataclass(frozen=True, slots=True)
class KnownActor:
    """An actor people already gave (acteurs.csv) or kept: its spellings are looked for everywhere."""

    name: str
    kind: ActorKind
    college: str = ""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor under all its spellings. `mentions` index the mentions given to `reconcile`. `college`: habitant, entreprise, élu, institution, chambre, association or ""."""

    name: str
    kind: ActorKind
    college: str
    aliases: tuple[str, ...]
    mentions: tuple[int, ...]


class MergeReason(StrEnum):
    """Why two names are one actor, or could be."""

    PEOPLE = "people"  # people brought them together
    ACRONYM = "acronym"
    PERSON = "person"  # a first name, a title or an initial of the one person who answers
    PART = "part"  # a shorter name of the same
    SPELLING = "spelling"  # a letter, a hyphen or a space apart
    SAME_WORDS = "same words"  # in another order
    FAMILY_NAME = "family name"


@dataclass(frozen=True, slots=True)
class Merge:
    """`name` is (or could be) `into`. `words`: what both share, or the acronym that tells."""

    name: str
    into: str
    reason: MergeReason
    words: str


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """`merges` were made; `proposals` were not: people decide. Both name actors by the name that `actors` gives them, but for `name` of a merge, a spelling."""

    actors: tuple[Actor, ...]
    merges: tuple[Merge, ...]
    proposals: tuple[Merge, ...]


@dataclass(frozen=True, slots=True)
class Commune:
    """A row of the gazetteer given by the caller."""

    name: str
    insee: str


class PlaceKind(StrEnum):
    COMMUNE = "commune"
    DISTRICT = "quartier"  # a part of a commune
    SITE = "site"
    WATER = "eau"  # a river, a lake, a coast
    INTERCOMMUNALITY = "epci"
    COUNTRY = "territoire"  # a valley, a plateau, a forest


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A commune or a named territory. `insee` is "" for what is no commune, and for a name that several communes bear."""

    span: Span
    name: str
    insee: str
    kind: PlaceKind = PlaceKind.COMMUNE


class Level(StrEnum):
    """The ladder of commitments, as far as a text can say it."""

    SOUGHT = "sollicité"
    TO_CONFIRM = "à confirmer"
    ORAL = "accord oral"
    DECIDED = "décidé"
    WITHDRAWN = "retiré"


@dataclass(frozen=True, slots=True)
class CommitmentCue:
    """A passage that says how far an actor is committed. `actor` is the surface of the mention; `role`: porte, pilote, finance, fournit, expertise, héberge, autorise, relaie or ""."""

    span: Span
    quote: str
    actor: str
    role: str
    level: Level
    weight: float


class Heading(StrEnum):
    """The headings of a sheet that a workshop's prose can feed."""

    OBSERVATION = "constat"
    STAKES = "enjeux"
    PLACE = "lieu"
    AUDIENCE = "pour qui"
    LAUNCH = "comment le lancer"
    EXAMPLES = "exemples"


@dataclass(frozen=True, slots=True)
class Remark:
    """A sentence that is no idea and tells about one: a figure, a public, a first step, an example."""

    span: Span
    quote: str
    heading: Heading
    score: float


class FigureKind(StrEnum):
    SUM = "montant"
    DATE = "date"
    QUANTITY = "quantité"


@dataclass(frozen=True, slots=True)
class Figure:
    """A sum, a quantity or a date as written; `quote` is exactly the span's text. `low` and `high` are equal but for a range, None for a date.

    `unit`: « € », « €/an », « MWh », « repas/jour »…; `when`: of a date, an interval as ISO 8601-2 writes it (`days.py`), "" otherwise.
    """

    span: Span
    quote: str
    kind: FigureKind
    low: Decimal | None
    high: Decimal | None
    unit: str
    when: str = ""


class Side(StrEnum):
    """Of a budget."""

    COST = "dépense"
    FUNDING = "ressource"


class Part(StrEnum):
    """What a passage of a budget is: only lines are added up."""

    LINE = "ligne"
    TOTAL = "total"
    APART = "hors budget"  # what the budget says it leaves out


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """A line of the process budget as written. `quote` is exactly the span's text; `amount` in euros, None when none is said; `side` None for what is left out.

    `actor`: surface of the mention that funds or gives, or ""; `status`, `nature`, `tax_base`: words of budgets, or "" when they mean nothing
    here; `sure`: why this status (said, decided, elsewhere, default) and the words that say so.
    """

    span: Span
    quote: str
    side: Side | None
    part: Part
    label: str
    amount: Decimal | None
    actor: str = ""
    status: str = ""
    nature: str = ""
    tax_base: str = ""
    detail: str = ""
    sure: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Ledger:
    """The budget of the process. `lines` in reading order; `blocks`: every passage that belongs to it; `cues`: why it is the process's; `decided`: the sentence that decides to finance it."""

    lines: tuple[LedgerLine, ...] = ()
    blocks: frozenset[int] = frozenset()
    cues: tuple[Cue, ...] = ()
    decided: Span | None = None

    @property
    def score(self) -> float:
        return sum(cue.weight for cue in self.cues)

    def holds(self, block: int, start: int) -> bool:
        """What is of money is no idea: a passage of the budget, the sentence that decides it."""
        decided = self.decided
        return block in self.blocks or (decided is not None and decided.block == block and decided.start <= start < decided.end)


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one document gives. Each tuple is in reading order; `langs`: the language of each block."""

    ideas: tuple[CandidateIdea, ...]
    actors: tuple[ActorMention, ...]
    places: tuple[PlaceMention, ...]
    commitments: tuple[CommitmentCue, ...]
    remarks: tuple[Remark, ...]
    lang: str
    ledger: Ledger = Ledger()
    figures: tuple[Figure, ...] = ()
    langs: tuple[str, ...] = ()
