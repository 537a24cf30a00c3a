"""What people do with documents: receive them, bring the spellings of actors together, take the budget that one holds."""

from collections.abc import Collection, Iterable, Mapping

from django.db import transaction

from semailles.core import files
from semailles.core.identifiers import actor_id, document_id
from semailles.core.journal import record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.engines.extracting import reconciliation
from semailles.engines.extracting.findings import Actor as FoundActor
from semailles.engines.extracting.findings import ActorKind, ActorMention, Merge, Span
from semailles.engines.words import fold
from semailles.intake.enums import BudgetSide, ReadStatus
from semailles.intake.errors import BudgetAlreadyWritten, NoBudgetFound
from semailles.intake.models import Claim, Document, DocumentVersion, LedgerLine, Mention
from semailles.intake.queries import answering_actors, found_budget, told_apart
from semailles.intake.readings import Reading
from semailles.intake.recording import fill, tell_what_is_said
from semailles.intake.unpacking import team_folder
from semailles.workshop.actions import open_team
from semailles.workshop.enums import TaxBase
from semailles.workshop.models import Actor, Initiative, Likeness, ProcessCost, ProcessFunding, Spelling
from semailles.workshop.queries.actors import pinned_spellings
from semailles.workshop.rules import may_coordinate, may_shape


@transaction.atomic
def receive_document(initiative: Initiative, path: str, content: bytes, reading: Reading, *, by: Person) -> DocumentVersion:
    """Keep a file, its passages and what was found in them; the version before stays, no longer the latest.

    A file of an earlier content comes back as the latest: nothing is read twice, but what could not be read then.
    """
    require(may_coordinate(by, initiative), by=by)
    team = open_team(initiative, team_folder(path), by=by)
    document, _created = Document.objects.get_or_create(
        initiative=initiative, path=path, defaults={"public_id": document_id(path), "team": team}
    )
    digest = files.keep(content)
    document.versions.filter(is_latest=True).update(is_latest=False)
    version = document.versions.filter(sha256=digest).order_by("-reading").first() or DocumentVersion(document=document, sha256=digest)
    version.is_latest = True
    if version.status == ReadStatus.READ:
        version.save(update_fields=["is_latest"])
    else:
        fill(version, reading, by=by)
    tell_what_is_said(document)
    record("received", document, by=by, initiative=initiative, sha256=digest)
    return version


@transaction.atomic
def look_through_folder(initiative: Initiative, paths: Collection[str], *, by: Person) -> list[Document]:
    """Which documents the folder still holds; the answer is those that it no longer does. What was read in them stays."""
    require(may_coordinate(by, initiative), by=by)
    every = list(Document.objects.of(initiative).filter(is_deposited=False))
    moved = [document for document in every if document.is_in_folder != (document.path in paths)]
    for document in moved:
        document.is_in_folder = not document.is_in_folder
        record("came back" if document.is_in_folder else "left", document, by=by, initiative=initiative)
    Document.objects.bulk_update(moved, ["is_in_folder"], batch_size=500)
    return [document for document in every if not document.is_in_folder]


@transaction.atomic
def bring_spellings_together(initiative: Initiative, *, by: Person) -> None:
    """One actor under all its spellings; an actor known before keeps its name and its id."""
    require(may_shape(by, initiative), by=by)
    every = list(Mention.objects.of(initiative).order_by("passage__version__document__path", "passage__rank", "start", "id"))
    pins = pinned_spellings(initiative)
    mentions = [mention for mention in every if fold(mention.quote) not in pins]
    surfaces = [ActorMention(Span(0, mention.start, mention.end), mention.quote, ActorKind(mention.kind)) for mention in mentions]
    found = reconciliation(surfaces, known=answering_actors(initiative), kept_apart=told_apart(initiative))
    known = {actor.name: actor for actor in Actor.objects.of(initiative).unmerged().prefetch_related("spellings", "absorbed__spellings")}
    kept = {one.name: _keep_actor(initiative, one, known, pins) for one in found.actors}
    owners = {rank: kept[one.name] for one in found.actors for rank in one.mentions}
    for rank, mention in enumerate(mentions):
        mention.actor = owners[rank]
    for mention in every:
        owner = pins.get(fold(mention.quote), mention.actor)
        mention.actor = owner if owner and owner.is_standing else None
    _keep_likenesses(initiative, found.proposals, kept)
    Mention.objects.bulk_update(every, ["actor"], batch_size=500)
    _name_claimants(initiative, pins)
    record("brought together", initiative, by=by, initiative=initiative, mentions=len(every))


@transaction.atomic
def take_budget_lines(initiative: Initiative, *, by: Person) -> list[LedgerLine]:
    """The budget read in a document becomes that of the process; each line stays tied to the passage it was read in."""
    require(may_coordinate(by, initiative), by=by)
    lines = [line for line in found_budget(initiative).lines if line.amount is None or line.amount >= 0]
    if not lines:
        raise NoBudgetFound
    if any(model.objects.of(initiative).standing().exists() for model in (ProcessCost, ProcessFunding)):
        raise BudgetAlreadyWritten
    for rank, line in enumerate(lines):
        _take(line, rank)
    LedgerLine.objects.bulk_update(lines, ["cost", "funding"])
    record("took budget", initiative, by=by, initiative=initiative, document=lines[0].passage.version.document.path, lines=len(lines))
    return lines


def _take(line: LedgerLine, rank: int) -> None:
    same = {
        "initiative": line.initiative,
        "amount": line.amount,
        "tax_base": line.tax_base or TaxBase.NONE,
        "detail": line.detail,
        "rank": rank,
    }
    taken: ProcessCost | ProcessFunding
    if line.side == BudgetSide.COST:
        taken = line.cost = ProcessCost(**same, item=line.label)
    else:
        source = f"{line.passage.version.document.path} : « {line.quote} »"
        said = {"funder": line.name, "actor": line.actor, "nature": line.nature, "status": line.status, "source": source}
        taken = line.funding = ProcessFunding(**same, **said)
    taken.full_clean()
    taken.save()


def _keep_actor(initiative: Initiative, found: FoundActor, known: Mapping[str, Actor], pins: Mapping[str, Actor]) -> Actor:
    """An actor known under this name, whatever its first name was; a new one otherwise."""
    fields = {"name": found.name[:300], "kind": found.kind.value, "college": found.college}
    actor = known.get(found.name)
    if actor is None:
        actor, _created = Actor.objects.get_or_create(initiative=initiative, public_id=actor_id(found.name), defaults=fields)
        actor = actor.stands_as
    fresh = sorted(
        {alias[:300] for alias in found.aliases if pins.get(fold(alias), actor) == actor and fold(alias) not in actor.taken_off}
        - {*actor.also_written, actor.name}
    )
    Spelling.objects.bulk_create(Spelling(initiative=initiative, actor=actor, text=text) for text in fresh)
    return actor


def _keep_likenesses(initiative: Initiative, proposals: Iterable[Merge], kept: Mapping[str, Actor]) -> None:
    """Pairs that people were never asked about."""
    asked = {frozenset(pair) for pair in Likeness.objects.of(initiative).values_list("actor", "into")}
    fresh: dict[frozenset[int], Likeness] = {}
    for one in proposals:
        actor, into = kept[one.name], kept[one.into]
        pair = frozenset({actor.pk, into.pk})
        if len(pair) > 1 and pair not in asked:
            likeness = Likeness(initiative=initiative, actor=actor, into=into, reason=one.reason.value, words=one.words[:300])
            fresh.setdefault(pair, likeness)
    Likeness.objects.bulk_create(fresh.values())


def _name_claimants(initiative: Initiative, pins: Mapping[str, Actor]) -> None:
    """A claim, or a line of a budget, belongs to the actor whose spelling it uses."""
    owners = {text: actor.pk if actor.is_standing else None for text, actor in pins.items()}
    for actor in Actor.objects.of(initiative).standing().prefetch_related("spellings", "absorbed__spellings"):
        for text in [actor.name, *actor.also_written]:
            owners.setdefault(fold(text), actor.pk)
    for mention in Mention.objects.of(initiative).exclude(actor=None).only("quote", "actor_id"):
        owners.setdefault(fold(mention.quote), mention.actor_id)
    for model in (Claim, LedgerLine):
        rows = list(model.objects.of(initiative).filter(actor=None).exclude(surface=""))
        for row in rows:
            row.actor_id = owners.get(fold(row.surface))
        model.objects.bulk_update(rows, ["actor"], batch_size=500)
