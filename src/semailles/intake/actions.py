"""What people do with documents: receive them, and bring the spellings of actors together."""

from django.db import transaction
from django.utils import timezone

from semailles.core import files
from semailles.core.identifiers import actor_id, document_id
from semailles.core.journal import record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.engines.extracting import reconcile
from semailles.engines.extracting.findings import Actor as FoundActor
from semailles.engines.extracting.findings import ActorKind, ActorMention, Span
from semailles.engines.words import fold
from semailles.intake.enums import ReadStatus
from semailles.intake.findings import keep_findings
from semailles.intake.models import Claim, Document, DocumentVersion, Mention, Passage
from semailles.intake.queries import known_actors
from semailles.intake.readings import Reading
from semailles.workshop.actions import open_team
from semailles.workshop.models import Actor, Initiative, Spelling
from semailles.workshop.rules import may_coordinate


@transaction.atomic
def receive_document(initiative: Initiative, path: str, content: bytes, reading: Reading, *, by: Person) -> DocumentVersion:
    """Keep a file, its passages and what was found in them; the version before stays, no longer the latest.

    A file of an earlier content comes back as the latest: nothing is read twice.
    """
    require(may_coordinate(by, initiative), by=by)
    team = open_team(initiative, path.partition("/")[0] if "/" in path else "", by=by)
    document, _ = Document.objects.get_or_create(initiative=initiative, path=path, defaults={"public_id": document_id(path), "team": team})
    digest = files.keep(content)
    document.versions.filter(is_latest=True).update(is_latest=False)
    version = document.versions.filter(sha256=digest).first()
    if version:
        version.is_latest = True
        version.save(update_fields=["is_latest"])
    else:
        version = _new_version(document, digest, reading)
        keep_findings(version, _keep_passages(version, reading), reading.found)
    record("received", document, by=by, initiative=initiative, sha256=digest)
    return version


@transaction.atomic
def bring_spellings_together(initiative: Initiative, *, by: Person) -> None:
    """One actor under all its spellings; an actor known before keeps its name and its id."""
    require(may_coordinate(by, initiative), by=by)
    mentions = list(Mention.objects.of(initiative).order_by("passage__version__document__path", "passage__rank", "start", "id"))
    surfaces = [ActorMention(Span(0, mention.start, mention.end), mention.quote, ActorKind(mention.kind)) for mention in mentions]
    for found in reconcile(surfaces, known=known_actors(initiative)):
        actor = _keep_actor(initiative, found)
        for rank in found.mentions:
            mentions[rank].actor = actor
    Mention.objects.bulk_update(mentions, ["actor"], batch_size=500)
    _name_claimants(initiative)
    record("brought together", initiative, by=by, initiative=initiative, mentions=len(mentions))


def _new_version(document: Document, digest: str, reading: Reading) -> DocumentVersion:
    return DocumentVersion.objects.create(
        initiative=document.initiative,
        document=document,
        sha256=digest,
        kind=reading.kind,
        lang=reading.found.lang,
        pages=reading.pages,
        status=ReadStatus.UNREADABLE if reading.reason else ReadStatus.READ,
        reason=reading.reason,
        detail=reading.detail,
        received_at=timezone.now(),
    )


def _keep_passages(version: DocumentVersion, reading: Reading) -> list[Passage]:
    return Passage.objects.bulk_create(
        Passage(
            initiative=version.initiative,
            version=version,
            rank=rank,
            kind=block.kind.value,
            text=block.text,
            level=block.level,
            path=list(block.path),
            locator=_locator(block.locator),
        )
        for rank, block in enumerate(reading.blocks)
    )


def _locator(locator: object) -> dict[str, object]:
    named = ((name, getattr(locator, name)) for name in ("page", "slide", "sheet", "row", "paragraph"))
    return {name: value for name, value in named if value is not None}


def _keep_actor(initiative: Initiative, found: FoundActor) -> Actor:
    fields = {"name": found.name[:300], "kind": found.kind.value, "college": found.college}
    actor, _ = Actor.objects.get_or_create(initiative=initiative, public_id=actor_id(found.name), defaults=fields)
    known = set(actor.spellings.values_list("text", flat=True))
    fresh = sorted({alias[:300] for alias in found.aliases} - known - {actor.name})
    Spelling.objects.bulk_create(Spelling(initiative=initiative, actor=actor, text=text) for text in fresh)
    return actor


def _name_claimants(initiative: Initiative) -> None:
    """A claim belongs to the actor whose spelling it uses."""
    owners: dict[str, int] = {}
    for actor in Actor.objects.of(initiative).prefetch_related("spellings"):
        for text in [actor.name, *(spelling.text for spelling in actor.spellings.all())]:
            owners.setdefault(fold(text), actor.pk)
    for mention in Mention.objects.of(initiative).exclude(actor=None).only("quote", "actor_id"):
        owners.setdefault(fold(mention.quote), mention.actor_id)
    claims = list(Claim.objects.of(initiative).filter(actor=None))
    for claim in claims:
        claim.actor_id = owners.get(fold(claim.surface)) or None
    Claim.objects.bulk_update(claims, ["actor"], batch_size=500)
