"""What forms of a sheet hand to actions: plain values under the names of the fields they fill."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from semailles.projects.enums import LinkKind
from semailles.projects.models import Project
from semailles.workshop.models import Axis, Body, Theme


@dataclass(frozen=True, slots=True)
class IdentityEntry:
    """Everything that a sheet says in one word or one line."""

    tagline: str = ""
    sphere: str = ""
    themes: Sequence[Theme] = ()
    strategy_verb: str = ""
    axis: Axis | None = None
    keywords: list[str] = field(default_factory=list)
    scale: str = ""
    intended_form: str = ""
    participation: str = ""
    facilitator: str = ""
    group: Body | None = None
    competent_body: Body | None = None
    public_contact: str = ""
    licence: str = ""
    emerged_on: date | None = None
    lead_months: Decimal | None = None
    deadline_on: date | None = None
    deadline_reason: str = ""
    next_review_on: date | None = None
    not_quantified_reason: str = ""


@dataclass(frozen=True, slots=True)
class ObstacleEntry:
    obstacle: str
    lever: str = ""
    owner: str = ""
    due_on: date | None = None
    unblocked_when: str = ""
    lifted_on: date | None = None


@dataclass(frozen=True, slots=True)
class ExampleEntry:
    where: str
    source: str
    result: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class LinkEntry:
    other: Project
    kind: str = LinkKind.COMPLETES
    share: Decimal | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class EffectEntry:
    """A figure with its range and where it comes from, or why there is none."""

    kind: str
    indicator: str = ""
    central: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    base: str = ""
    lifetime_years: int | None = None
    perimeter: str = ""
    reference: str = ""
    method: str = ""
    source: str = ""
    confidence: str = ""
    author: str = ""
    estimated_on: date | None = None
    unquantified_reason: str = ""


@dataclass(frozen=True, slots=True)
class PictureEntry:
    """Who made it and what it shows; the image itself never changes: another one is another picture."""

    credit: str
    alt: str
    caption: str = ""


@dataclass(frozen=True, slots=True)
class RemarkEntry:
    """A word on a heading, or on the whole sheet; a question when it is asked to somebody."""

    text: str
    slot: str = ""
    asked_to: str = ""
