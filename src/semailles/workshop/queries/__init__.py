"""Reads that cross the frame's tables."""

from semailles.workshop.queries.bodies import BodyView, bodies_with_mandates
from semailles.workshop.queries.budget import BudgetView, process_balance, process_budget_view, process_ledger
from semailles.workshop.queries.commitments import Ladder, commitment_ladders, ladder_of
from semailles.workshop.queries.frame import CalendarView, FrameView, calendar_view, frame_view
from semailles.workshop.queries.open_point import OpenPoint, Severity, Target, Where
from semailles.workshop.queries.points import open_points
from semailles.workshop.queries.teams import fresh_letters, lettered_teams

__all__ = [
    "BodyView",
    "BudgetView",
    "CalendarView",
    "FrameView",
    "Ladder",
    "OpenPoint",
    "Severity",
    "Target",
    "Where",
    "bodies_with_mandates",
    "calendar_view",
    "commitment_ladders",
    "frame_view",
    "fresh_letters",
    "ladder_of",
    "lettered_teams",
    "open_points",
    "process_balance",
    "process_budget_view",
    "process_ledger",
]
