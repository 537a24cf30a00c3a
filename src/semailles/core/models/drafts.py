"""What somebody is writing and has not sent yet."""

from typing import Self

from django.db import models
from django.db.models import Q

from semailles.core.models.people import Person


class FormDraftQuerySet(models.QuerySet["FormDraft"]):
    def of_writer(self, person: Person) -> Self:
        """Nobody but its writer reads a draft."""
        return self.filter(person=person)


class FormDraft(models.Model):
    """The words of a form as its writer left them, until the form is taken. `key` is given by the page that shows the form: the same form
    opened twice makes two drafts, and neither takes the other's place. It belongs to its writer, not to an initiative."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    key = models.UUIDField()
    page = models.CharField(max_length=300)  # the address of the page where the form stands, without its query
    query = models.CharField(max_length=500, blank=True)
    title = models.CharField(max_length=200, blank=True)
    fields = models.JSONField(default=dict)  # name → list of values, as typed
    was_refused = models.BooleanField(default=False)  # it was sent, and could not be taken
    at = models.DateTimeField()

    objects = FormDraftQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["person", "key"], name="one_draft_a_form"),
            models.CheckConstraint(condition=Q(page__startswith="/"), name="a_draft_stands_on_a_page"),
        ]
        indexes = [models.Index(fields=["person", "page"], name="draft_page")]

    def __str__(self) -> str:
        return self.title or self.page
