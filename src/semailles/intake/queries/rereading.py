"""What today's readers would read otherwise."""

from django.db.models import Q

from semailles.engines.reading import EDITION
from semailles.intake.enums import ReadStatus
from semailles.intake.models import Document, DocumentVersion
from semailles.intake.queries.originals import has_original
from semailles.workshop.models import Initiative

OLDER = Q(edition__lt=EDITION) | Q(status=ReadStatus.UNREADABLE)


def to_read_again(initiative: Initiative) -> list[Document]:
    """Documents that could not be read, or that earlier readers read, as long as their file is there."""
    versions = DocumentVersion.objects.of(initiative).filter(OLDER, is_latest=True).select_related("document")
    return [version.document for version in versions.order_by("document__path") if has_original(version)]
