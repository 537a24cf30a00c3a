"""What receiving a document must know of those before."""

import re
import shutil
from collections.abc import Iterable
from datetime import datetime

from semailles.core.files import stored_path
from semailles.core.models import Event
from semailles.engines.blocks import BlockKind
from semailles.engines.extracting.findings import ActorKind, KnownActor, Taught
from semailles.engines.reading import EDITION, Reason
from semailles.engines.words import fold
from semailles.intake.enums import IdeaState, ReadStatus
from semailles.intake.models import DocumentVersion, Source
from semailles.intake.reopening import REOPENED
from semailles.workshop.models import Actor, Initiative, Likeness

OCR = "tesseract"
NO_IDEA = re.compile(r"\b(?:pas|aucune|n'est pas) (?:vraiment )?une? idee\b|\bpas d'idee\b|\b(?:not an|no) idea\b")  # in a reason, folded


def is_received(initiative: Initiative, path: str, digest: str) -> bool:
    """Whether this very file is already the latest version of its document, and its bytes still there: a lost original comes back this way.

    What this machine could not read and now can is not received yet.
    """
    known = DocumentVersion.objects.of(initiative).filter(document__path=path, sha256=digest, is_latest=True).first()
    return known is not None and stored_path(digest).is_file() and not may_now_be_read(known)


def reopened_since(initiative: Initiative, moment: datetime) -> list[str]:
    """What the ideas are called that people had sorted, and that another platform changed since: they are to be sorted again."""
    events = Event.objects.filter(initiative_id=initiative.public_id, verb=REOPENED, at__gte=moment)
    return list(events.order_by("pk").values_list("label", flat=True))


def may_now_be_read(version: DocumentVersion) -> bool:
    """Refused then for what this machine has since: other readers, or the program that reads pictures."""
    if version.status == ReadStatus.READ:
        return False
    return version.edition < EDITION or (version.reason == Reason.NO_OCR and shutil.which(OCR) is not None)


def is_outdated(initiative: Initiative, path: str, digest: str) -> bool:
    """Whether this content is an earlier version of a document whose new version was given on screen: the folder does not bring it back."""
    versions = DocumentVersion.objects.of(initiative).filter(document__path=path)
    earlier = versions.filter(sha256=digest, is_latest=False)
    return versions.filter(is_latest=True, is_given=True).exclude(sha256=digest).exists() and earlier.exists()


def known_actors(initiative: Initiative) -> tuple[KnownActor, ...]:
    """Actors that people gave or that earlier documents named, with their spellings, given ones first."""
    actors = Actor.objects.of(initiative).standing().prefetch_related("spellings", "absorbed__spellings").order_by("-is_given", "name")
    return as_known(actors)


def answering_actors(initiative: Initiative) -> tuple[KnownActor, ...]:
    """With those that are no actors: what is written like them is theirs, and nobody else's."""
    aside = Actor.objects.of(initiative).unmerged().set_aside().prefetch_related("spellings", "absorbed__spellings").order_by("name")
    return (*known_actors(initiative), *as_known(aside))


def as_known(actors: Iterable[Actor]) -> tuple[KnownActor, ...]:
    return tuple(KnownActor(actor.name, ActorKind(actor.kind), actor.college, actor.also_written) for actor in actors)


def told_apart(initiative: Initiative) -> tuple[tuple[str, str], ...]:
    """Pairs of names of which people said that they are two actors."""
    return tuple(Likeness.objects.of(initiative).filter(is_told_apart=True).values_list("actor__name", "into__name"))


def taught_ideas(initiative: Initiative) -> tuple[Taught, ...]:
    """What people decided: passages that they kept as ideas, and those set aside because they are none."""
    decided = Source.objects.of(initiative).filter(idea__state__in=(IdeaState.KEPT, IdeaState.SET_ASIDE))
    rows = decided.select_related("idea", "passage").order_by("pk")
    return tuple(_taught(row) for row in rows if row.idea.state == IdeaState.KEPT or NO_IDEA.search(fold(row.idea.set_aside_reason)))


def _taught(row: Source) -> Taught:
    passage = row.passage
    header = next((header for header, start, end in passage.cells if start <= row.start < end), "")
    heading = passage.path[-1] if passage.path else ""
    return Taught(row.quote, row.idea.state == IdeaState.KEPT, BlockKind(passage.kind), heading, header or "")
