"""What the public is told, and what it proposes without an account. Nothing of it is an idea before somebody kept it."""

import uuid
from typing import Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from semailles.core.models import Person
from semailles.intake.enums import ContributionState
from semailles.intake.models.ideas import Idea
from semailles.workshop.ownership import Editable, Owned, OwnedQuerySet, not_before

MOST_IDEAS = 500
AS_ANSWERED = (ContributionState.KEPT, ContributionState.DUPLICATE)


class Welcome(Editable):
    """How an initiative opens to the public: a page that everybody reads, and ideas from whoever has some."""

    is_open = models.BooleanField(default=False)
    words = models.TextField(max_length=1500, blank=True)
    takes_ideas = models.BooleanField(default=False)
    question = models.CharField(max_length=300, blank=True)
    ideas_from = models.DateField(null=True, blank=True)
    ideas_until = models.DateField(null=True, blank=True)
    most_ideas = models.PositiveIntegerField(default=MOST_IDEAS, validators=[MinValueValidator(1), MaxValueValidator(5000)])

    class Meta(Editable.Meta):
        constraints = [
            *Editable.Meta.constraints,
            models.UniqueConstraint(fields=["initiative"], name="one_welcome_an_initiative"),
            not_before("ideas_until", "ideas_from", name="ideas_end_after_they_begin", sentence=_("The last day is before the first.")),
        ]

    def __str__(self) -> str:
        return str(_("the public page"))


class ContributionQuerySet(OwnedQuerySet):
    def waiting(self) -> Self:
        """Nobody has decided yet."""
        return self.filter(state=ContributionState.WAITING)

    def counted(self) -> Self:
        """What takes a place among those that may come: all but what no person wrote."""
        return self.exclude(state=ContributionState.SPAM)


class Contribution(Owned):
    """An idea that somebody proposed without an account. `by` is a pseudonym; what they said of themselves stands here only, and can be erased."""

    public_id = models.UUIDField(default=uuid.uuid4)
    number = models.PositiveIntegerField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    title = models.CharField(max_length=150, blank=True)
    text = models.TextField(max_length=2000, blank=True)
    place = models.CharField(max_length=200, blank=True)
    signed_as = models.CharField(max_length=200, blank=True)  # only those who sort read it
    erased_at = models.DateTimeField(null=True, blank=True)
    state = models.CharField(max_length=20, choices=ContributionState, default=ContributionState.WAITING)
    idea = models.ForeignKey(Idea, null=True, blank=True, on_delete=models.PROTECT, related_name="contributions")
    reason = models.CharField(max_length=500, blank=True)
    decided_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)

    objects = ContributionQuerySet.as_manager()  # type: ignore[misc]  # its own vocabulary over that of every owned row

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["initiative", "public_id"], name="one_contribution_an_id"),
            models.UniqueConstraint(fields=["initiative", "number"], name="one_contribution_a_number"),
            models.CheckConstraint(
                condition=Q(state__in=AS_ANSWERED, idea__isnull=False) | (~Q(state__in=AS_ANSWERED) & Q(idea=None)),
                name="a_kept_contribution_is_an_idea",
            ),
            models.CheckConstraint(
                condition=~Q(state=ContributionState.REFUSED) | ~Q(reason=""),
                name="a_refused_contribution_says_why",
                violation_error_message=_("Say in a few words why it is not kept: whoever proposed it reads it."),
            ),
            models.CheckConstraint(condition=Q(state=ContributionState.WITHDRAWN) | ~Q(title=""), name="a_contribution_says_something"),
        ]
        indexes = [models.Index(fields=["initiative", "state", "id"], name="contributions_to_sort")]

    def __str__(self) -> str:
        return f"Contribution {self.number}"  # the same word in both languages; what was written may have to be erased
