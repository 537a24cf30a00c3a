"""Money is lines: abstract, because the process and each project own theirs."""

from django.core.validators import MinValueValidator
from django.db import models

from semailles.workshop.enums import FundingStatus, Nature
from semailles.workshop.ownership import Owned


class CostLine(Owned):
    """What something costs. No amount: not valued yet."""

    item = models.CharField(max_length=300)
    amount = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)])
    detail = models.CharField(max_length=500, blank=True)
    rank = models.PositiveIntegerField()

    class Meta:
        abstract = True
        ordering = ["rank"]

    def __str__(self) -> str:
        return self.item


class FundingLine(Owned):
    """Who pays, or gives, and how sure it is."""

    funder = models.CharField(max_length=300)
    amount = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True, validators=[MinValueValidator(0)])
    nature = models.CharField(max_length=40, choices=Nature, default=Nature.GRANT)
    status = models.CharField(max_length=20, choices=FundingStatus, default=FundingStatus.TO_CONFIRM)
    detail = models.CharField(max_length=500, blank=True)
    rank = models.PositiveIntegerField()

    class Meta:
        abstract = True
        ordering = ["rank"]

    def __str__(self) -> str:
        return self.funder
