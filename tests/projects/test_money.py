"""The money of a project: lines that people write, three readings, what a withdrawal breaks, no euro twice."""

from datetime import date
from decimal import Decimal

import pytest
from pytest_django import DjangoAssertNumQueries

from semailles.core.models import Event, Person
from semailles.projects.actions import (
    add_project_cost,
    add_project_funding,
    change_project_funding,
    describe_project_line,
    put_project_line_back,
    set_project_line_aside,
    withdraw_project_funding,
)
from semailles.projects.balances import Efforts, efforts, project_balances, project_budget
from semailles.projects.balances import funded as funded_projects
from semailles.projects.entries_of_money import ProjectCostEntry
from semailles.projects.enums import Effort
from semailles.projects.errors import Closed
from semailles.projects.models import Project, ProjectCommitment, ProjectFunding, ProjectStep
from semailles.workshop.actions import name_actor
from semailles.workshop.entries import FundingEntry
from semailles.workshop.enums import FundingStatus, Level
from semailles.workshop.errors import ReasonMissing
from semailles.workshop.models import Initiative

pytestmark = pytest.mark.django_db
DAY = date(2015, 3, 2)


@pytest.fixture
def project(initiative: Initiative) -> Project:
    return Project.objects.create(initiative=initiative, number=1, title="Une légumerie")


@pytest.fixture
def funded(project: Project, local: Person) -> ProjectFunding:
    """Needs 40 000, of which 25 000 decided and 10 000 hoped for."""
    add_project_cost(project, ProjectCostEntry("Cuisine", Decimal(40000), year=2016), by=local)
    add_project_funding(project, FundingEntry("Régie des eaux", Decimal(10000)), by=local)
    return add_project_funding(project, FundingEntry("Fonds des Moulins", Decimal(25000), status="décidé", year=2015), by=local)


def readings(project: Project) -> tuple[int, int, int, int]:
    """Needs, hoped, confirmed, gap."""
    found = project_budget(project, on=DAY).balance
    assert found == project_balances(project.initiative, [project.pk], on=DAY)[project.pk]
    return int(found.needs), int(found.hoped), int(found.confirmed), int(found.gap)


def test_a_first_line_takes_the_draft_up(project: Project, funded: ProjectFunding) -> None:
    assert Project.objects.taken_up().get() == project
    assert readings(project) == (40000, 35000, 25000, 15000)


def test_a_withdrawal_opens_the_gap_that_was_announced_and_keeps_its_reason(
    project: Project, funded: ProjectFunding, local: Person
) -> None:
    announced = project_budget(project).confirmed[0].gap_without

    withdraw_project_funding(funded, "le fonds ferme", on=DAY, by=local)

    (refused,) = project_budget(project).refused
    assert (refused.line.status_reason, readings(project), announced) == ("le fonds ferme", (40000, 10000, 0, 40000), 40000)
    assert Event.objects.filter(verb="withdrawn").count() == 1


def test_nobody_withdraws_without_a_reason(funded: ProjectFunding, local: Person) -> None:
    with pytest.raises(ReasonMissing, match="Fonds des Moulins"):
        withdraw_project_funding(funded, " ", on=DAY, by=local)
    with pytest.raises(ReasonMissing, match="Fonds des Moulins"):
        change_project_funding(funded, FundingStatus.REFUSED, on=DAY, by=local)


def test_what_is_notified_shows_its_source_and_its_day(project: Project, local: Person) -> None:
    line = add_project_funding(project, FundingEntry("Région", Decimal(8000)), by=local)

    sure = change_project_funding(line, FundingStatus.NOTIFIED, source="courrier du 1er mars", on=DAY, by=local)

    assert (sure.status, sure.source, sure.decided_on) == ("notifié", "courrier du 1er mars", DAY)


def test_a_commitment_less_sure_than_its_line_lowers_it(
    initiative: Initiative, project: Project, funded: ProjectFunding, local: Person
) -> None:
    actor = name_actor(initiative, "Fonds des Moulins", by=local)
    commitment = ProjectCommitment.objects.create(initiative=initiative, project=project, actor=actor, role="finance")
    step = {"initiative": initiative, "commitment": commitment, "on": DAY}
    ProjectStep.objects.create(**step, public_id="00000000-0000-0000-0000-000000000001", level=Level.SOUGHT)

    (row,) = project_budget(project, on=DAY).contradictions

    assert (row.line, row.counts_as.value, readings(project)) == (funded, "sollicité", (40000, 35000, 0, 40000))


def test_the_same_euros_written_twice_count_once_until_a_word_tells_them_apart(
    project: Project, funded: ProjectFunding, local: Person
) -> None:
    again = add_project_funding(project, FundingEntry("FONDS DES MOULINS", Decimal(25000), status="décidé"), by=local)
    doubtful = readings(project)

    describe_project_line(again, FundingEntry("Fonds des Moulins", Decimal(25000), status="décidé", year=2016), revision=0, by=local)

    assert (doubtful, readings(project)) == ((40000, 35000, 25000, 15000), (40000, 60000, 50000, -10000))


def test_the_less_sure_of_two_same_lines_is_the_one_that_counts(project: Project, funded: ProjectFunding, local: Person) -> None:
    asked = add_project_funding(project, FundingEntry("Fonds des Moulins", Decimal(25000), status="sollicité"), by=local)

    (row,) = project_budget(project).doubled

    assert (row.line, row.same_as, readings(project)) == (funded, asked, (40000, 35000, 0, 40000))


def test_work_that_nobody_valued_stands_apart(project: Project, local: Person) -> None:
    add_project_cost(project, ProjectCostEntry("Chantier", effort=Decimal(12), effort_unit=Effort.DAYS), by=local)
    add_project_cost(project, ProjectCostEntry("Accueil", effort=Decimal("0.5"), effort_unit=Effort.FTE), by=local)
    add_project_cost(project, ProjectCostEntry("Étude", Decimal(6000), effort=Decimal(20), effort_unit=Effort.DAYS), by=local)

    found = efforts(project_budget(project))

    assert found == (Efforts(Effort.FTE, Decimal("0.5")), Efforts(Effort.DAYS, Decimal(12)))
    assert readings(project) == (6000, 0, 0, 6000)


def test_money_comes_and_goes_year_by_year(project: Project, funded: ProjectFunding) -> None:
    found = [(flow.year, int(flow.needs), int(flow.confirmed), int(flow.hoped), flow.left) for flow in project_budget(project).years]

    assert found == [(2015, 0, 25000, 25000, 25000), (2016, 40000, 0, 0, -15000), (None, 0, 0, 10000, None)]


def test_a_line_set_aside_leaves_the_totals_and_comes_back(project: Project, funded: ProjectFunding, local: Person) -> None:
    set_project_line_aside(funded, "saisie deux fois", on=DAY, by=local)
    without = readings(project)

    put_project_line_back(funded, by=local)

    assert (without, readings(project)) == ((40000, 10000, 0, 40000), (40000, 35000, 25000, 15000))


def test_the_money_of_a_dropped_project_is_not_touched(project: Project, funded: ProjectFunding, local: Person) -> None:
    Project.objects.update(set_aside_on=DAY, set_aside_reason="personne ne le porte")

    for gesture in (
        lambda: withdraw_project_funding(funded, "le fonds ferme", on=DAY, by=local),
        lambda: add_project_cost(project, ProjectCostEntry("Four"), by=local),
        lambda: set_project_line_aside(funded, "saisie deux fois", on=DAY, by=local),
    ):
        with pytest.raises(Closed, match="personne ne le porte"):
            gesture()


@pytest.mark.parametrize("count", [1, 3])
def test_the_balances_of_many_projects_take_as_many_queries_as_one(
    initiative: Initiative, local: Person, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    projects = [Project.objects.create(initiative=initiative, number=number, title="Autre") for number in range(1, count + 1)]
    for project in projects:
        add_project_funding(project, FundingEntry("Région", Decimal(8000), status="décidé", source=f"lettre {project.number}"), by=local)

    with django_assert_num_queries(5):
        found = project_balances(initiative, [project.pk for project in projects], on=DAY)

    assert [int(one.confirmed) for one in found.values()] == [8000] * count


@pytest.mark.parametrize(
    ("status", "covered"), [(FundingStatus.DECIDED, False), (FundingStatus.NOTIFIED, True), (FundingStatus.PAID, True)]
)
def test_a_project_is_funded_once_its_need_is_covered_by_money_notified_or_paid(
    initiative: Initiative, project: Project, funded: ProjectFunding, local: Person, status: FundingStatus, covered: bool
) -> None:
    for line, amount in ((funded, 25000), (ProjectFunding.objects.get(funder="Régie des eaux"), 15000)):
        ProjectFunding.objects.filter(pk=line.pk).update(amount=amount, status=status)

    assert funded_projects(initiative, on=DAY) == ({project.pk} if covered else set())


def test_what_costs_nothing_is_not_funded(initiative: Initiative, project: Project, local: Person) -> None:
    add_project_funding(project, FundingEntry("Régie des eaux", Decimal(10000), status="versé"), by=local)

    assert funded_projects(initiative, on=DAY) == set()
