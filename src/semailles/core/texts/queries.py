"""Reading sections: what stands, what stood before, what waits to be merged."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from semailles.core.models import SectionDraft, SectionVersion, TextSection


def history(section: TextSection) -> "QuerySet[SectionVersion]":
    """Every version, the last first, with who wrote it."""
    found: QuerySet[SectionVersion] = SectionVersion.objects.of(section.initiative_id).filter(section=section)
    return found.select_related("by", "section").order_by("-rank")


def last_version(section: TextSection) -> SectionVersion | None:
    return history(section).first()


def text_at(section: TextSection, rank: int) -> str:
    """« » for rank 0, the text before anybody wrote."""
    version = history(section).filter(rank=rank).first()
    return version.text if version else ""


def waiting_drafts(section: TextSection) -> "QuerySet[SectionDraft]":
    """What second writers typed and nobody has merged yet, the oldest first."""
    found: QuerySet[SectionDraft] = SectionDraft.objects.of(section.initiative_id).open().filter(section=section)
    return found.select_related("by", "section").order_by("pk")


def standing_texts(initiative_id: UUID, owner_kind: str, owner_ids: Iterable[UUID]) -> Mapping[UUID, Mapping[str, SectionVersion]]:
    """Last versions by thing and by slot, in one query, for lists and sheets. A thing nobody wrote in is absent."""
    last = SectionVersion.objects.of(initiative_id).filter(section=OuterRef("section")).order_by("-rank").values("rank")[:1]
    versions = SectionVersion.objects.of(initiative_id).filter(rank=Subquery(last)).select_related("section", "by")
    found: dict[UUID, dict[str, SectionVersion]] = {}
    for version in versions.filter(section__owner_kind=owner_kind, section__owner_id__in=list(owner_ids)):
        found.setdefault(version.section.owner_id, {})[version.section.slot] = version
    return found


def written_slots(initiative_id: UUID, owner_kind: str) -> Mapping[UUID, frozenset[str]]:
    """Which slots hold words, by thing, without reading the words: for lists of a thousand things. One query."""
    last = SectionVersion.objects.of(initiative_id).filter(section=OuterRef("section")).order_by("-rank").values("rank")[:1]
    versions = SectionVersion.objects.of(initiative_id).filter(rank=Subquery(last), section__owner_kind=owner_kind)
    found: dict[UUID, set[str]] = {}
    for owner, slot in versions.filter(text__regex=r"\S").values_list("section__owner_id", "section__slot"):
        found.setdefault(owner, set()).add(slot)
    return {owner: frozenset(slots) for owner, slots in found.items()}
