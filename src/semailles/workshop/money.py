"""Money is lines: abstract, because the process and each project own theirs."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from semailles.workshop.enums import CostKind, FundingStatus, Nature, TaxBase
from semailles.workshop.ownership import Editable, not_before
from semailles.workshop.typed import FIRST_YEAR, LAST_YEAR

NEGATIVE = _("An amount is never negative.")
NO_DEBT = MinValueValidator(0, message=NEGATIVE)


def never_negative(field: str, *, name: str) -> models.CheckConstraint:
    return models.CheckConstraint(condition=Q(**{field: None}) | Q(**{f"{field}__gte": 0}), name=name, violation_error_message=NEGATIVE)


class MoneyLine(Editable):
    """Euros of one tax base. No amount: not valued yet."""

    amount = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True, validators=[NO_DEBT])
    tax_base = models.CharField(max_length=20, choices=TaxBase, default=TaxBase.NONE)
    year = models.PositiveSmallIntegerField(null=True, blank=True, validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)])
    detail = models.CharField(max_length=500, blank=True)

    class Meta(Editable.Meta):
        abstract = True
        ordering = ["rank", "id"]
        constraints = [*Editable.Meta.constraints, never_negative("amount", name="a_%(class)s_is_no_debt")]


class CostLine(MoneyLine):
    """What something costs: `amount` as planned, `real_amount` once known."""

    item = models.CharField(max_length=300)
    kind = models.CharField(max_length=20, choices=CostKind, blank=True)
    real_amount = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True, validators=[NO_DEBT])

    class Meta(MoneyLine.Meta):
        abstract = True
        constraints = [*MoneyLine.Meta.constraints, never_negative("real_amount", name="a_%(class)s_really_costs")]

    def __str__(self) -> str:
        return self.item


class FundingLine(MoneyLine):
    """Who pays, or gives, and how sure it is. `decided_on`: the day of the act that its source states."""

    funder = models.CharField(max_length=300)
    actor = models.ForeignKey("workshop.Actor", null=True, blank=True, on_delete=models.PROTECT, related_name="%(class)ss")
    nature = models.CharField(max_length=40, choices=Nature, default=Nature.GRANT)
    status = models.CharField(max_length=20, choices=FundingStatus, default=FundingStatus.TO_CONFIRM)
    status_reason = models.CharField(max_length=500, blank=True)  # why it was refused or withdrawn
    decided_on = models.DateField(null=True, blank=True)
    expires_on = models.DateField(null=True, blank=True)
    earmark = models.CharField(max_length=300, blank=True)
    source = models.TextField(blank=True)

    class Meta(MoneyLine.Meta):
        abstract = True
        constraints = [
            *MoneyLine.Meta.constraints,
            not_before(
                "expires_on", "decided_on", name="a_%(class)s_expires_later", sentence=_("This funding expires before it is decided.")
            ),
        ]

    def __str__(self) -> str:
        return self.funder
