"""The day it is where the initiative is: the only clock of the pages."""

from semailles.workshop.today import today

__all__ = ["today"]
