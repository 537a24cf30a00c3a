"""What projects cost and who pays, line by line; a funder who leaves."""

from semailles.cli.replaying.finding import Scene
from semailles.cli.replaying.script import Row
from semailles.core.identifiers import named
from semailles.projects.actions import add_project_cost, add_project_funding, withdraw_project_funding
from semailles.projects.entries_of_money import ProjectCostEntry
from semailles.projects.models import Project
from semailles.workshop.entries import FundingEntry
from semailles.workshop.enums import FundingStatus, Nature, TaxBase
from semailles.workshop.today import today


def cost(project: Project, row: Row, scene: Scene) -> None:
    item, year = row.text("poste", is_needed=True), row.whole("annee")
    entry = ProjectCostEntry(item, row.amount("montant"), row.choice("taxe", TaxBase, default=TaxBase.EXCLUDED), year, row.text("note"))
    add_project_cost(project, entry, key=named("replayed cost", str(project.public_id), item), by=scene.by)


def fund(project: Project, row: Row, scene: Scene) -> None:
    """`retire` says why the funder left, on the day `retire_le`."""
    funder, what = row.text("financeur", is_needed=True), row.text("note")
    status = row.choice("statut", FundingStatus, default=FundingStatus.THOUGHT_OF)
    entry = FundingEntry(
        funder,
        row.amount("montant"),
        row.choice("taxe", TaxBase, default=TaxBase.EXCLUDED),
        row.whole("annee"),
        what,
        actor=scene.actor_called(funder),
        nature=row.choice("nature", Nature, default=Nature.GRANT),
        status=status,
        decided_on=row.day("decide_le"),
        source=row.text("source"),
    )
    line = add_project_funding(project, entry, key=named("replayed funding", str(project.public_id), funder, what), by=scene.by)
    why = row.text("retire")
    if why and line.status != FundingStatus.REFUSED:
        withdraw_project_funding(line, why, on=row.day("retire_le") or today(scene.initiative), by=scene.by)
