"""What today's readers would read otherwise."""

from django.db.models import Q

from semailles.engines.reading import EDITION
from semailles.intake.enums import ReadStatus
from semailles.intake.models import Document
from semailles.workshop.models import Initiative

OLDER = Q(versions__is_latest=True) & (Q(versions__edition__lt=EDITION) | Q(versions__status=ReadStatus.UNREADABLE))


def to_read_again(initiative: Initiative) -> list[Document]:
    """Documents that could not be read, or that earlier readers read."""
    return list(Document.objects.of(initiative).filter(OLDER).distinct().order_by("path"))
