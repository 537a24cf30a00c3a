"""What else a passage says: who and where it names, who is committed, money, remarks."""

from typing import Self

from django.db import models

from semailles.intake.enums import BudgetPart, BudgetSide, FigureKind, Heading
from semailles.intake.models.documents import IN_ORDER, Excerpt
from semailles.workshop.enums import FundingStatus, Level, Nature, TaxBase
from semailles.workshop.models import Actor, Place, ProcessCost, ProcessFunding
from semailles.workshop.ownership import OwnedQuerySet


class Mention(Excerpt):
    """Where an actor is named. `actor` is empty until spellings are brought together."""

    actor = models.ForeignKey(Actor, null=True, on_delete=models.SET_NULL, related_name="mentions")
    kind = models.CharField(max_length=20)

    class Meta:
        ordering = ["id"]
        constraints = [models.CheckConstraint(condition=IN_ORDER, name="a_mention_has_words")]


class PlaceMention(Excerpt):
    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="mentions")

    class Meta:
        ordering = ["id"]
        constraints = [models.CheckConstraint(condition=IN_ORDER, name="a_place_mention_has_words")]


class ClaimQuerySet(OwnedQuerySet):
    def told(self) -> Self:
        """None: what a document says of a commitment is the facilitator's until somebody writes it down."""
        return self.none()


class Claim(Excerpt):
    """A passage that says how far somebody is committed; two claims may disagree, both stay."""

    surface = models.CharField(max_length=300)
    actor = models.ForeignKey(Actor, null=True, on_delete=models.SET_NULL, related_name="claims")
    role = models.CharField(max_length=20, blank=True)
    level = models.CharField(max_length=20, choices=[*Level.choices, ("décidé", "décidé")])
    weight = models.FloatField()

    objects = ClaimQuerySet.as_manager()  # type: ignore[misc]  # its own vocabulary over that of every owned row

    class Meta:
        ordering = ["id"]
        constraints = [models.CheckConstraint(condition=IN_ORDER, name="a_claim_has_words")]


class Remark(Excerpt):
    """A sentence that is no idea and tells about one: a figure, a public, a first step, an example."""

    heading = models.CharField(max_length=20, choices=Heading)
    score = models.FloatField()

    class Meta:
        ordering = ["id"]
        constraints = [models.CheckConstraint(condition=IN_ORDER, name="a_remark_has_words")]


class Figure(Excerpt):
    """A sum, a quantity or a date as it is written. A range keeps both its ends; nothing is converted."""

    kind = models.CharField(max_length=20, choices=FigureKind)
    low = models.DecimalField(max_digits=24, decimal_places=6, null=True)
    high = models.DecimalField(max_digits=24, decimal_places=6, null=True)
    unit = models.CharField(max_length=40, blank=True)
    when = models.CharField(max_length=40, blank=True)  # of a date: an interval as ISO 8601-2 writes it

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(condition=IN_ORDER, name="a_figure_has_words"),
            models.CheckConstraint(
                condition=models.Q(kind=FigureKind.DATE, low=None, high=None) | (models.Q(low__lte=models.F("high")) & models.Q(when="")),
                name="a_figure_has_a_value",
            ),
        ]


class LedgerLineQuerySet(OwnedQuerySet):
    def told(self) -> Self:
        """Lines that people took: the others are a reading that nobody looked at."""
        return self.taken()

    def current(self) -> Self:
        """Lines of the latest version of their document."""
        return self.filter(passage__version__is_latest=True)

    def taken(self) -> Self:
        """Lines that a person took into the process budget."""
        return self.exclude(cost=None, funding=None)


class LedgerLine(Excerpt):
    """A passage of a budget of the process, as a document writes it. It counts nowhere until a person takes it."""

    side = models.CharField(max_length=20, choices=BudgetSide, blank=True)
    part = models.CharField(max_length=20, choices=BudgetPart)
    rank = models.PositiveIntegerField()
    label = models.CharField(max_length=300, blank=True)
    surface = models.CharField(max_length=300, blank=True)
    actor = models.ForeignKey(Actor, null=True, on_delete=models.SET_NULL, related_name="ledger_lines")
    amount = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    tax_base = models.CharField(max_length=20, choices=TaxBase, blank=True)
    status = models.CharField(max_length=20, choices=FundingStatus, blank=True)
    nature = models.CharField(max_length=40, choices=Nature, blank=True)
    detail = models.CharField(max_length=500, blank=True)
    sure = models.JSONField(default=list)  # why this status: a code, and the words that say so
    weight = models.FloatField()  # how surely this budget is the process's own
    cost = models.ForeignKey(ProcessCost, null=True, on_delete=models.SET_NULL, related_name="read_in")
    funding = models.ForeignKey(ProcessFunding, null=True, on_delete=models.SET_NULL, related_name="read_in")

    objects = LedgerLineQuerySet.as_manager()  # type: ignore[misc]  # its own vocabulary over that of every owned row

    class Meta:
        ordering = ["passage__version__document__path", "rank"]
        constraints = [models.CheckConstraint(condition=IN_ORDER, name="a_ledger_line_has_words")]

    @property
    def name(self) -> str:
        """Who funds, as everybody calls them; what is paid for, as it is written."""
        return self.actor.name if self.actor and self.side == BudgetSide.FUNDING else self.label
