"""Long work, kept in the database until it has ended."""

import uuid
from typing import Self

from django.db import models
from django.db.models import Q

from semailles.core.enums import JobStatus
from semailles.core.models.belonging import InInitiative, InitiativeQuerySet
from semailles.core.models.people import Person

GOING_ON = (JobStatus.WAITING, JobStatus.RUNNING)


class JobQuerySet(InitiativeQuerySet):
    def going_on(self) -> Self:
        """Jobs that have not ended."""
        return self.filter(status__in=GOING_ON)


class Job(InInitiative):
    """A piece of long work: who asked for it, where it stands, how it ended."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=60)
    arguments = models.JSONField(default=dict, blank=True)
    key = models.CharField(max_length=200)  # the same key twice is one job
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=20, choices=JobStatus, default=JobStatus.WAITING)
    reason = models.TextField(blank=True)  # why it failed, in one sentence
    result = models.JSONField(default=dict, blank=True)
    step = models.CharField(max_length=200, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    holder = models.UUIDField(null=True, blank=True)  # the one attempt that may write: a new one each time
    held_until = models.DateTimeField(null=True, blank=True)
    asked_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = JobQuerySet.as_manager()  # type: ignore[misc]  # its own vocabulary over that of every row of an initiative

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["status", "id"], name="job_next")]
        constraints = [
            models.UniqueConstraint(fields=["initiative_id", "key"], name="one_job_a_key"),
            models.CheckConstraint(condition=~Q(status=JobStatus.RUNNING) | Q(holder__isnull=False), name="a_running_job_is_held"),
            models.CheckConstraint(condition=~Q(status=JobStatus.FAILED) | ~Q(reason=""), name="a_failed_job_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.kind}: {self.status}"

    @property
    def is_going_on(self) -> bool:
        return self.status in GOING_ON
