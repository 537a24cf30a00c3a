"""The two kinds of lines of a project's money, and the gestures of one word on them."""

from django.utils.translation import gettext_lazy as _

from semailles.projects import actions
from semailles.projects.entries_of_money import ProjectCostEntry
from semailles.projects.models import ProjectCost, ProjectFunding
from semailles.web.pages.entries.gestures import Gesture
from semailles.web.pages.entries.kinds import KINDS as OF_THE_PROCESS
from semailles.web.pages.entries.kinds import Kind
from semailles.workshop.entries import FundingEntry
from semailles.workshop.enums import FundingStatus

COSTS, FUNDINGS = "depenses", "ressources"
KINDS = {
    COSTS: Kind(
        COSTS,
        ProjectCost,
        ProjectCostEntry,
        (*OF_THE_PROCESS[COSTS].fields, "effort", "effort_unit"),
        actions.add_project_cost,
        actions.describe_project_line,
        "project-money",
        _("Add a cost"),
        _("What it takes, in euros. Work that nobody values is written in days or in full-time equivalents: it enters no total."),
    ),
    FUNDINGS: Kind(
        FUNDINGS,
        ProjectFunding,
        FundingEntry,
        OF_THE_PROCESS[FUNDINGS].fields,
        actions.add_project_funding,
        actions.describe_project_line,
        "project-money",
        _("Add a resource"),
        _("Who pays or gives, and how sure it is. What is in kind is never added to the euros."),
    ),
}
GESTURES = {
    gesture.slug: gesture
    for gesture in (
        Gesture(
            "statut",
            FUNDINGS,
            _("Change how sure it is"),
            _("Written. The three readings follow."),
            ("status", "on", "source"),
            lambda row, typed, by: actions.change_project_funding(
                row, FundingStatus(typed["status"]), source=typed["source"], on=typed["on"], by=by
            ),
        ),
        Gesture(
            "retirer",
            FUNDINGS,
            _("The funder withdraws"),
            _("Written. Its euros leave every total; the line stays with its reason."),
            ("reason", "on"),
            lambda row, typed, by: actions.withdraw_project_funding(row, typed["reason"], on=typed["on"], by=by),
            stops=True,
        ),
    )
}
