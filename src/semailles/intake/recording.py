"""A version of a document is written with what was read in it. For actions only, inside their transaction."""

from django.db.models import Exists, OuterRef
from django.utils import timezone

from semailles.core.models import Person
from semailles.engines.reading import EDITION
from semailles.intake.enums import ReadStatus
from semailles.intake.exported import keep_exported
from semailles.intake.findings import keep_findings
from semailles.intake.models import Document, DocumentVersion, Idea, Passage, Source
from semailles.intake.readings import Reading
from semailles.intake.veiling import veil_version


def fill(version: DocumentVersion, reading: Reading, *, by: Person) -> None:
    """A version in which nothing was read yet: new, or refused until now."""
    version.initiative = version.document.initiative
    version.kind, version.lang, version.pages = reading.kind, reading.found.lang, reading.pages
    version.status = ReadStatus.UNREADABLE if reading.reason else ReadStatus.READ
    version.reason, version.detail, version.edition = reading.reason, reading.detail, EDITION
    version.platform = reading.exported.platform.value if reading.exported else ""
    version.told = [[one.row, one.trouble.value, one.words] for one in reading.exported.told] if reading.exported else []
    version.received_at = timezone.now()
    version.save()
    passages = _keep_passages(version, reading)
    if reading.exported:
        keep_exported(version, passages, reading.exported, by=by)
    keep_findings(version, passages, reading.found)
    veil_version(version)


def tell_what_is_said(document: Document) -> None:
    """Which ideas the version that counts says; ideas of other documents are not touched."""
    ideas = Idea.objects.of(document.initiative).filter(sources__passage__version__document=document)
    said = Source.objects.filter(idea=OuterRef("pk"), passage__version__is_latest=True)
    Idea.objects.filter(pk__in=ideas).update(is_said=Exists(said))


def _keep_passages(version: DocumentVersion, reading: Reading) -> list[Passage]:
    langs = reading.found.langs or (reading.found.lang,) * len(reading.blocks)
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
            lang=lang,
            cells=[[cell.header, cell.start, cell.end] for cell in block.cells],
        )
        for rank, (block, lang) in enumerate(zip(reading.blocks, langs, strict=True))
    )


def _locator(locator: object) -> dict[str, object]:
    named = ((name, getattr(locator, name)) for name in ("page", "slide", "sheet", "row", "paragraph"))
    return {name: value for name, value in named if value is not None}
