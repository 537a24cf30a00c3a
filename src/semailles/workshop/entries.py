"""What a form of several fields hands to an action: plain values under the names of the fields they fill."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from semailles.workshop.enums import (
    ActorKind,
    AxisKind,
    BodyKind,
    BodyState,
    CommitmentRole,
    CostKind,
    Function,
    FundingStatus,
    MilestoneKind,
    Nature,
    ProofKind,
    Scale,
    TaxBase,
)
from semailles.workshop.models import Actor, Body, Phase, ProcessCost


@dataclass(frozen=True, slots=True)
class InitiativeEntry:
    name: str
    territory: str = ""
    lang: str = "fr"
    time_zone: str = "Europe/Paris"
    starts_on: date | None = None
    notice: str = ""


@dataclass(frozen=True, slots=True)
class TeamEntry:
    regard: str = ""


@dataclass(frozen=True, slots=True)
class ThemeEntry:
    title: str
    words: list[str]


@dataclass(frozen=True, slots=True)
class AxisEntry:
    text: str
    kind: str = AxisKind.STRATEGY
    scale: Scale | str = ""


@dataclass(frozen=True, slots=True)
class BodyEntry:
    name: str
    kind: str = BodyKind.WORKING_GROUP
    purpose: str = ""
    state: str = BodyState.PREPARATORY


@dataclass(frozen=True, slots=True)
class MandateEntry:
    name: str
    actor: Actor | None = None
    college: str = ""
    function: str = Function.MEMBER
    designated_on: date | None = None
    by_which_act: str = ""
    ceased_on: date | None = None


@dataclass(frozen=True, slots=True)
class PhaseEntry:
    name: str
    months: Decimal | None
    starts_on: date | None = None
    ended_on: date | None = None


@dataclass(frozen=True, slots=True)
class MilestoneEntry:
    """`happened_on` and `minutes_on` have their own actions; they are here so that a slip of the pen can be mended."""

    label: str
    kind: str = MilestoneKind.MILESTONE
    planned_on: date | None = None
    happened_on: date | None = None
    responsible: str = ""
    phase: Phase | None = None
    body: Body | None = None
    minutes_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class MissionEntry:
    who: str
    deliverable: str = ""
    projects: str = ""
    fee: Decimal | None = None
    tax_base: str = TaxBase.NONE
    cost: ProcessCost | None = None
    due_on: date | None = None
    delivered_on: date | None = None
    paid_on: date | None = None


@dataclass(frozen=True, slots=True)
class CostEntry:
    item: str
    amount: Decimal | None = None
    tax_base: str = TaxBase.NONE
    year: int | None = None
    detail: str = ""
    kind: CostKind | str = ""
    real_amount: Decimal | None = None


@dataclass(frozen=True, slots=True)
class FundingEntry:
    funder: str
    amount: Decimal | None = None
    tax_base: str = TaxBase.NONE
    year: int | None = None
    detail: str = ""
    actor: Actor | None = None
    nature: str = Nature.GRANT
    status: str = FundingStatus.TO_CONFIRM
    status_reason: str = ""
    decided_on: date | None = None
    expires_on: date | None = None
    earmark: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class ActorEntry:
    name: str
    kind: str = ActorKind.ORGANISATION
    college: str = ""
    acronym: str = ""
    territory: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ContactEntry:
    name: str
    position: str
    email: str
    phone: str
    purpose: str
    ends_on: date


@dataclass(frozen=True, slots=True)
class CommitmentEntry:
    actor: Actor
    role: str = CommitmentRole.FUNDS
    scope: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """What shows a level. `sha256`: an attached file, stored by content before."""

    kind: ProofKind | str = ""
    reference: str = ""
    sha256: str = ""
    passage: str = ""
    said_by: str = ""
    scope: str = ""
    expires_on: date | None = None
    note: str = ""


NO_PROOF = Proof()
