"""What leans on an actor in a project, and breaks when it withdraws."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles.engines.words import fold
from semailles.projects.enums import LinkKind, Maturity
from semailles.projects.holders import HOLDING, Held, holders
from semailles.projects.models import Project, ProjectCommitment, ProjectLink
from semailles.workshop.budget_words import amount_words
from semailles.workshop.enums import CommitmentRole, FundingStatus, Nature
from semailles.workshop.models import Actor

CONFIRMED = (FundingStatus.DECIDED, FundingStatus.NOTIFIED, FundingStatus.PAID)
NO_EUROS = (Nature.IN_KIND, Nature.VOLUNTEERING)
RISEN = list(Maturity)[list(Maturity).index(Maturity.CARRIED) :]


class Part(StrEnum):
    """Where on the project it is seen."""

    HOLDERS = "holders"
    MONEY = "money"
    CALENDAR = "calendar"
    MATURITY = "maturity"


@dataclass(frozen=True, slots=True)
class Broken:
    sentence: str
    part: Part


def broken_by(commitment: ProjectCommitment) -> list[Broken]:
    """What this actor's leaving breaks, or broke: read before the withdrawal as well as after."""
    project, actor = commitment.project, commitment.actor.stands_as
    others = [one for one in holders(project) if one.ladder.commitment != commitment]
    paying = [] if _stays(commitment, others) else _paying(project, actor)
    return [*_carrying(project, commitment, others), *paying, *_helping(project, actor), *_dated(project, actor)]


def _stays(commitment: ProjectCommitment, others: list[Held]) -> bool:
    """It leaves this role and keeps paying in another."""
    if commitment.role == CommitmentRole.FUNDS:
        return False
    theirs = (one.ladder for one in others if one.ladder.commitment.actor_id == commitment.actor.stands_as.pk)
    return any(one.commitment.role == CommitmentRole.FUNDS and one.climbed for one in theirs)


def _carrying(project: Project, commitment: ProjectCommitment, others: list[Held]) -> Iterator[Broken]:
    if commitment.role not in HOLDING or any(one.is_holding for one in others):
        return
    yield Broken(_("Nobody else carries the project, by word of mouth at least."), Part.HOLDERS)
    if project.maturity in RISEN:
        sentence = _(
            "The project stands at « %(step)s », which asks for somebody to carry it: bring it down a step, or find another holder."
        )
        yield Broken(sentence % {"step": Maturity(project.maturity).label}, Part.MATURITY)
    leaning = _leaning(project)
    if leaning:
        sentence = ngettext("%(n)d project leans on this one: %(names)s.", "%(n)d projects lean on this one: %(names)s.", len(leaning))
        yield Broken(sentence % {"n": len(leaning), "names": ", ".join(leaning)}, Part.HOLDERS)


def _leaning(project: Project) -> list[str]:
    """Those that depend on it, and those that it serves when it is shared by several."""
    ours = Q(other=project, kind=LinkKind.DEPENDS) | Q(project=project, kind=LinkKind.SERVES)
    links = ProjectLink.objects.of(project.initiative).standing().filter(ours).select_related("project", "other")
    return list(dict.fromkeys(str(link.project if link.other_id == project.pk else link.other) for link in links))


def _paying(project: Project, actor: Actor) -> Iterator[Broken]:
    lines = list(project.fundings.standing().filter(_is(actor)).exclude(status=FundingStatus.REFUSED))
    euros = [line for line in lines if line.amount is not None and line.nature not in NO_EUROS]
    sure = sum((line.amount or Decimal(0) for line in euros if line.status in CONFIRMED), Decimal(0))
    hoped = sum((line.amount or Decimal(0) for line in euros), Decimal(0)) - sure
    if sure:
        yield Broken(_("%(amount)s of confirmed money come from it.") % {"amount": amount_words(sure)}, Part.MONEY)
    if hoped:
        yield Broken(_("%(amount)s of hoped money come from it.") % {"amount": amount_words(hoped)}, Part.MONEY)
    if others := [str(line.detail or line.funder) for line in lines if line not in euros]:
        yield Broken(_("What it gives without euros goes too: %(what)s.") % {"what": ", ".join(others)}, Part.MONEY)


def _helping(project: Project, actor: Actor) -> Iterator[Broken]:
    for need in project.needs.standing().filter(_is(actor, "met_by__actor")).select_related("met_by"):
        yield Broken(_("It answers a need of the project: %(need)s.") % {"need": need.what}, Part.HOLDERS)


def _dated(project: Project, actor: Actor) -> Iterator[Broken]:
    names = {fold(name) for name in (actor.name, actor.acronym) if name}
    labels = [one.label for one in project.milestones.standing().filter(real_on=None) if one.responsible and fold(one.responsible) in names]
    if labels:
        sentence = ngettext("It answers for %(n)d day to come: %(labels)s.", "It answers for %(n)d days to come: %(labels)s.", len(labels))
        yield Broken(sentence % {"n": len(labels), "labels": ", ".join(labels)}, Part.CALENDAR)


def _is(actor: Actor, field: str = "actor") -> Q:
    """This actor, or one that people said is the same."""
    return Q(**{field: actor}) | Q(**{f"{field}__merged_into": actor})
