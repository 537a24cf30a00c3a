"""The money of the process itself."""

from semailles.workshop.money import CostLine, FundingLine


class ProcessCost(CostLine):
    """A cost of the process itself."""


class ProcessFunding(FundingLine):
    """A resource of the process itself."""
