"""What is open about the process: what blocks, what is late, what to do next."""

from datetime import date

from semailles.engines.scheduling import Plan
from semailles.workshop.calendar import process_calendar
from semailles.workshop.models import Initiative, Milestone, Mission
from semailles.workshop.queries import points_of_money, points_of_time
from semailles.workshop.queries.bodies import bodies_with_mandates
from semailles.workshop.queries.budget import BudgetView, process_budget_view
from semailles.workshop.queries.commitments import commitment_ladders
from semailles.workshop.queries.open_point import OpenPoint, Severity


def open_points(initiative: Initiative, *, on: date, plan: Plan | None = None, budget: BudgetView | None = None) -> list[OpenPoint]:
    """What blocks first, then what is late since the longest, then what comes next. A fixed number of queries; fewer with the plan and the budget given."""
    held = Milestone.objects.of(initiative).standing().filter(minutes_on=None).exclude(happened_on=None).select_related("body")
    ways = (
        points_of_time.of_calendar(initiative, plan or process_calendar(initiative, on=on)),
        points_of_time.of_meetings(held, on),
        points_of_money.of_budget(initiative, budget or process_budget_view(initiative, on=on), on),
        points_of_money.of_commitments(commitment_ladders(initiative, on=on)),
        points_of_time.of_missions(Mission.objects.of(initiative).standing().filter(paid_on=None), on),
        points_of_time.of_bodies(initiative, bodies_with_mandates(initiative, on=on)),
    )
    order = list(Severity)
    found = [point for way in ways for point in way]
    return sorted(found, key=lambda point: (order.index(point.severity), point.since or date.max))
