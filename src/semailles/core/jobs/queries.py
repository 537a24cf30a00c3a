"""Where long work stands."""

from uuid import UUID

from django.db.models import QuerySet

from semailles.core.models import Job


def jobs_of(initiative_id: UUID) -> "QuerySet[Job]":
    """The initiative's jobs, the latest first, with who asked for them."""
    return Job.objects.of(initiative_id).select_related("by").order_by("-pk")


def latest_job(initiative_id: UUID, kind: str) -> Job | None:
    return jobs_of(initiative_id).filter(kind=kind).first()
