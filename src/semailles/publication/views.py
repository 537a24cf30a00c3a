"""What publishing works on: plain values, read once from the database, complete. Projections narrow them; nothing here is masked yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _

from semailles.convergence.enums import Strength
from semailles.engines.budgeting import Balance
from semailles.engines.covers import Cover
from semailles.engines.scheduling import Plan
from semailles.publication.closed import ClosedView
from semailles.workshop.enums import Level


@dataclass(frozen=True, slots=True)
class TeamView:
    letter: str
    id: str
    folder: str
    regard: str

    @property
    def name(self) -> str:
        return self.regard or "".join(sign if sign.isprintable() else " " for sign in self.folder) or _("no team")


@dataclass(frozen=True, slots=True)
class DocumentView:
    id: str
    path: str
    sha256: str
    letter: str
    kind: str
    lang: str
    pages: int
    status: str
    reason: str
    detail: Mapping[str, str]
    is_in_folder: bool = True
    told: tuple[tuple[int, str, str], ...] = ()  # of an export: its rows that could not be read, and why

    @property
    def is_to_repair(self) -> bool:
        """Nothing could be read in it, and it still stands in the folder."""
        return self.status != "read" and self.is_in_folder


@dataclass(frozen=True, slots=True)
class ExcerptView:
    """Exact words of a document's passage."""

    document: DocumentView
    locator: Mapping[str, int | str]
    start: int
    end: int
    quote: str
    is_note: bool = False
    cover: Cover = Cover.NONE


@dataclass(frozen=True, slots=True)
class IdeaView:
    """`mark`: team letter and rank in the team, in reading order: how print calls it. `is_written`: its words are no quote of a document; people
    wrote them here, or on the platform they come from."""

    id: str
    mark: str
    letter: str
    title: str
    text: str
    kind: str
    lang: str
    score: float
    cues: tuple[tuple[str, str], ...]
    is_validated: bool
    sources: tuple[ExcerptView, ...]
    actors: tuple[str, ...]
    places: tuple[str, ...]
    is_written: bool = False
    authors: tuple[str, ...] = ()  # who signed it on another platform: only to be masked


@dataclass(frozen=True, slots=True)
class LinkView:
    a: str
    b: str
    score: float
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FamilyView:
    """`ideas`: ids, the medoid first. `theme`: id, or "" when it is to be placed. `doubtful`: those of its ideas that people are to place."""

    id: str
    title: str
    theme: str
    medoid: str
    ideas: tuple[str, ...]
    letters: tuple[str, ...]
    links: tuple[LinkView, ...]
    cohesion: float
    beyond_chance: float
    strength: str
    balance: float = 0.0
    is_validated: bool = False
    is_named: bool = False  # people wrote its title
    doubtful: tuple[str, ...] = ()

    @property
    def is_convergence(self) -> bool:
        return len(self.letters) > 1

    @property
    def is_held(self) -> bool:
        """A convergence with evidence enough to be told, and to give a sheet; a weak one is listed, to be read side by side."""
        return self.strength in {Strength.STRONG, Strength.MEDIUM}


@dataclass(frozen=True, slots=True)
class ThemeView:
    id: str
    title: str
    ideas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ActorView:
    id: str
    name: str
    kind: str
    college: str
    aliases: tuple[str, ...]
    mentions: tuple[ExcerptView, ...]

    @property
    def is_person(self) -> bool:
        return self.kind == "person"


@dataclass(frozen=True, slots=True)
class PlaceView:
    id: str
    name: str
    insee: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    actor: str
    role: str
    level: str
    excerpt: ExcerptView


@dataclass(frozen=True, slots=True)
class CommitmentView:
    actor: str
    role: str
    level: str
    excerpt: ExcerptView | None


@dataclass(frozen=True, slots=True)
class ProjectView:
    """`statements`: excerpts by section of the sheet; `written`: what people wrote there, in place of nothing the sources say. `families`: all that feed it."""

    id: str
    number: int
    title: str
    maturity: str
    family: str
    ideas: tuple[str, ...]
    statements: Mapping[str, tuple[ExcerptView, ...]]
    commitments: tuple[CommitmentView, ...]
    written: Mapping[str, str] = field(default_factory=dict)
    families: tuple[str, ...] = ()

    @property
    def is_carried(self) -> bool:
        """Some source says a commitment; a withdrawal is none."""
        return any(one.level != Level.WITHDRAWN for one in self.commitments)


@dataclass(frozen=True, slots=True)
class FundingView:
    """`actor`: public id, or "". `excerpt`: where it was read; None for what people wrote. `sure`: why this status (a code) and the words that say so."""

    funder: str
    amount: float | None
    nature: str
    status: str
    detail: str
    actor: str = ""
    excerpt: ExcerptView | None = None
    sure: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class CostView:
    item: str
    amount: float | None
    detail: str
    excerpt: ExcerptView | None = None


@dataclass(frozen=True, slots=True)
class TotalView:
    """A total that a document states, beside the sum of its lines. `side`: dépense or ressource."""

    side: str
    stated: float
    counted: float
    excerpt: ExcerptView

    @property
    def agrees(self) -> bool:
        return self.stated == self.counted


@dataclass(frozen=True, slots=True)
class BudgetView:
    """The budget of the process. `is_found`: read in a document, validated by nobody. `apart`: what it says it leaves out; `others`: other budgets that documents give, one excerpt each."""

    costs: tuple[CostView, ...] = ()
    fundings: tuple[FundingView, ...] = ()
    balance: Balance | None = None
    is_found: bool = False
    totals: tuple[TotalView, ...] = ()
    apart: tuple[ExcerptView, ...] = ()
    others: tuple[ExcerptView, ...] = ()

    @property
    def excerpts(self) -> tuple[ExcerptView, ...]:
        """Where its lines were read."""
        found = (*(line.excerpt for line in self.fundings), *(line.excerpt for line in self.costs))
        return tuple(excerpt for excerpt in found if excerpt)


@dataclass(frozen=True, slots=True)
class BodyView:
    """`kind`: what it is, in words."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Frame:
    name: str
    territory: str
    lang: str
    notice: str
    starts_on: date | None
    deadline_on: date | None
    deadline_reason: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything, in canonical order."""

    frame: Frame
    teams: tuple[TeamView, ...]
    documents: tuple[DocumentView, ...]
    ideas: tuple[IdeaView, ...]
    themes: tuple[ThemeView, ...]
    families: tuple[FamilyView, ...]
    actors: tuple[ActorView, ...]
    places: tuple[PlaceView, ...]
    claims: tuple[ClaimView, ...]
    projects: tuple[ProjectView, ...]
    warnings: tuple[str, ...] = ()
    by_id: Mapping[str, IdeaView] = field(default_factory=dict)
    budget: BudgetView = BudgetView()
    plan: Plan | None = None
    bodies: tuple[BodyView, ...] = ()
    closed: tuple[ClosedView, ...] = ()
    authors: tuple[str, ...] = ()  # of ideas that come from other platforms: only to be masked

    def idea(self, public_id: str) -> IdeaView:
        return self.by_id[public_id]

    @property
    def fundings(self) -> tuple[FundingView, ...]:
        return self.budget.fundings

    @property
    def balance(self) -> Balance | None:
        return self.budget.balance

    @property
    def convergences(self) -> tuple[FamilyView, ...]:
        return tuple(family for family in self.families if family.is_convergence)

    @property
    def singulars(self) -> tuple[FamilyView, ...]:
        return tuple(family for family in self.families if not family.is_convergence)
