"""What receiving a document must know of those before."""

from semailles.core.files import stored_path
from semailles.engines.extracting.findings import ActorKind, KnownActor
from semailles.intake.enums import FileFate
from semailles.intake.models import DepositedFile, DocumentVersion
from semailles.workshop.models import Actor, Initiative, Likeness


def is_received(initiative: Initiative, path: str, digest: str) -> bool:
    """Whether this very file is already the latest version of its document, and its bytes still there: a lost original comes back this way."""
    known = DocumentVersion.objects.of(initiative).filter(document__path=path, sha256=digest, is_latest=True).exists()
    return known and stored_path(digest).is_file()


def is_outdated(initiative: Initiative, path: str, digest: str) -> bool:
    """Whether this content is an earlier version of a document whose new version was given on screen: the folder does not bring it back."""
    latest = DocumentVersion.objects.of(initiative).filter(document__path=path, is_latest=True).values("sha256")
    given = DepositedFile.objects.of(initiative).filter(document__path=path, fate=FileFate.NEW_VERSION, sha256__in=latest)
    earlier = DocumentVersion.objects.of(initiative).filter(document__path=path, sha256=digest, is_latest=False)
    return given.exists() and earlier.exists()


def known_actors(initiative: Initiative) -> tuple[KnownActor, ...]:
    """Actors that people gave or that earlier documents named, with their spellings, given ones first."""
    actors = Actor.objects.of(initiative).standing().prefetch_related("spellings", "absorbed__spellings").order_by("-is_given", "name")
    return tuple(KnownActor(actor.name, ActorKind(actor.kind), actor.college, actor.also_written) for actor in actors)


def told_apart(initiative: Initiative) -> tuple[tuple[str, str], ...]:
    """Pairs of names of which people said that they are two actors."""
    return tuple(Likeness.objects.of(initiative).filter(is_told_apart=True).values_list("actor__name", "into__name"))
