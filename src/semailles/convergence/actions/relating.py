"""Chains and tensions: the machine suggests them, people say what they are."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from semailles.convergence.enums import Judgement
from semailles.convergence.errors import JudgedAlready, NotJudged
from semailles.convergence.models import Chain, ChainIdea, Tension
from semailles.convergence.telling import day_of
from semailles.core.identifiers import named
from semailles.core.journal import record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.engines.relating import Complement
from semailles.engines.relating import Tension as FoundTension
from semailles.engines.words import fold
from semailles.intake.models import Idea
from semailles.workshop.errors import ReasonMissing
from semailles.workshop.models import Initiative
from semailles.workshop.rules import may_shape


@transaction.atomic
def keep_relations(initiative: Initiative, chains: Sequence[Complement], tensions: Sequence[FoundTension], *, by: Person) -> None:
    """Set chains and tensions as the machine now sees them. What people said of one stays; a real one stays even if it is seen no more."""
    require(may_shape(by, initiative), by=by)
    ideas = {str(idea.public_id): idea for idea in Idea.objects.of(initiative)}
    for model in (Chain, Tension):
        model.objects.of(initiative).exclude(state=Judgement.REAL).update(is_current=False)
    known = {chain.public_id: chain for chain in Chain.objects.of(initiative)}
    for rank, found in enumerate(chains):
        key = named("chain", found.chain, fold(found.name))
        _keep_chain(known.get(key) or Chain(initiative=initiative, public_id=key), found, rank, ideas)
    seen = {tension.public_id: tension for tension in Tension.objects.of(initiative)}
    for rank, pair in enumerate(tensions):
        key = named("tension", *sorted((pair.first, pair.second)))
        _keep_tension(seen.get(key) or Tension(initiative=initiative, public_id=key), pair, rank, ideas)
    record("related ideas", initiative, by=by, initiative=initiative, chains=len(chains), tensions=len(tensions))


@transaction.atomic
def judge_chain(chain: Chain, state: Judgement, reason: str, *, by: Person) -> Chain:
    """A person says whether the teams complete each other there."""
    require(may_shape(by, chain.initiative), by=by)
    _judge(chain, state, reason, by)
    record("judged chain", chain, by=by, initiative=chain.initiative, state=str(state), reason=chain.reason)
    return chain


@transaction.atomic
def judge_tension(tension: Tension, state: Judgement, reason: str, *, by: Person) -> Tension:
    """A person says whether the two ideas clash. Even a real one is told to nobody but those who coordinate."""
    require(may_shape(by, tension.initiative), by=by)
    _judge(tension, state, reason, by)
    record("judged tension", tension, by=by, initiative=tension.initiative, state=str(state), reason=tension.reason)
    return tension


@transaction.atomic
def unjudge_chain(chain: Chain, *, by: Person) -> Chain:
    """It is to be checked again."""
    require(may_shape(by, chain.initiative), by=by)
    _unjudge(chain)
    record("unjudged chain", chain, by=by, initiative=chain.initiative)
    return chain


@transaction.atomic
def unjudge_tension(tension: Tension, *, by: Person) -> Tension:
    require(may_shape(by, tension.initiative), by=by)
    _unjudge(tension)
    record("unjudged tension", tension, by=by, initiative=tension.initiative)
    return tension


def _judge(row: Chain | Tension, state: Judgement, reason: str, by: Person) -> None:
    if not reason.strip():
        raise ReasonMissing(_("Say in a few words why: the others will read it."))
    stands = type(row).objects.of(row.initiative).select_for_update().get(pk=row.pk)
    if not stands.is_to_check:
        raise JudgedAlready(row, stands.judged_by, day_of(stands.judged_at, row.initiative))
    _settle(row, state, reason.strip()[:500], by)


def _unjudge(row: Chain | Tension) -> None:
    if row.is_to_check:
        raise NotJudged(row)
    _settle(row, Judgement.TO_CHECK, "", None)


def _settle(row: Chain | Tension, state: Judgement, reason: str, by: Person | None) -> None:
    row.state, row.reason, row.judged_at, row.judged_by = state, reason, timezone.now() if by else None, by
    row.save(update_fields=["state", "reason", "judged_at", "judged_by"])


def _keep_chain(chain: Chain, found: Complement, rank: int, ideas: Mapping[str, Idea]) -> None:
    chain.key, chain.name, chain.rank, chain.is_current = found.chain, found.name[:300], rank, True
    chain.ties = [[tie.first, tie.second, list(tie.steps), list(tie.words)] for tie in found.ties]
    chain.full_clean(exclude=["initiative", "judged_by"], validate_unique=False, validate_constraints=False)
    chain.save()
    ChainIdea.objects.of(chain.initiative).filter(chain=chain).delete()
    held = [(step.key, idea) for step in found.steps for idea in step.ideas]
    ChainIdea.objects.bulk_create(
        ChainIdea(initiative=chain.initiative, chain=chain, idea=ideas[idea], step=step, rank=place)
        for place, (step, idea) in enumerate(held)
    )


def _keep_tension(tension: Tension, found: FoundTension, rank: int, ideas: Mapping[str, Idea]) -> None:
    tension.kind, tension.axis, tension.rank, tension.is_current = found.kind.value, found.axis[:40], rank, True
    tension.first, tension.second = ideas[found.first], ideas[found.second]
    tension.about, tension.said = list(found.about), [stretch.text for stretch in found.said]
    tension.full_clean(exclude=["initiative", "judged_by", "first", "second"], validate_unique=False, validate_constraints=False)
    tension.save()
