"""Missions: who is hired to shape which projects, and what each project's shaping costs."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from semailles.core.errors import NotAllowed
from semailles.core.models import Event, Person
from semailles.projects.actions import drop_project, merge_projects
from semailles.projects.actions.shaping import shape
from semailles.projects.errors import Closed
from semailles.projects.models import Project, ProjectMission
from semailles.projects.shaping import Sum, missions, shaping_of, shared
from semailles.workshop.actions import add_mission, set_aside
from semailles.workshop.entries import MissionEntry
from semailles.workshop.enums import TaxBase
from semailles.workshop.models import Initiative, Mission, ProcessCost
from semailles.workshop.queries import process_budget_view

DAY = date(2015, 3, 2)


@pytest.fixture
def projects(initiative: Initiative) -> list[Project]:
    return [Project.objects.create(initiative=initiative, number=rank, title=f"Projet {rank}", taken_up_on=DAY) for rank in (1, 2, 3)]


@pytest.fixture
def mission(initiative: Initiative, local: Person) -> Mission:
    return add_mission(initiative, MissionEntry("Ana", "deux fiches", fee=Decimal(1000), tax_base=TaxBase.EXCLUDED), by=local)


@given(st.decimals(0, 999999, places=2), st.integers(1, 20))
def test_the_shares_of_a_fee_are_the_fee_and_differ_by_a_cent_at_most(fee: Decimal, count: int) -> None:
    shares = shared(fee, count)

    assert (sum(shares), len(shares)) == (fee, count)
    assert max(shares) - min(shares) <= Decimal("0.01")


def test_a_fee_falls_on_the_projects_that_it_shapes(mission: Mission, projects: list[Project], local: Person) -> None:
    shape(mission, projects, by=local)

    (line,) = shaping_of(projects[0], on=DAY).lines
    assert line[1] == Decimal("333.34")
    assert [shaping_of(project, on=DAY).sums for project in projects[1:]] == [(Sum(Decimal("333.33"), TaxBase.EXCLUDED),)] * 2


def test_sums_of_two_tax_bases_are_never_added(initiative: Initiative, mission: Mission, projects: list[Project], local: Person) -> None:
    other = add_mission(initiative, MissionEntry("Zoé", fee=Decimal(600), tax_base=TaxBase.INCLUDED), by=local)
    for one in (mission, other):
        shape(one, projects[:1], by=local)

    assert shaping_of(projects[0], on=DAY).sums == (Sum(Decimal(1000), TaxBase.EXCLUDED), Sum(Decimal(600), TaxBase.INCLUDED))


def test_the_fee_is_in_the_budget_of_the_process_once_a_line_pays_it(initiative: Initiative, local: Person) -> None:
    line = ProcessCost.objects.create(initiative=initiative, item="Mise en forme", amount=2000)

    add_mission(initiative, MissionEntry("Ana", fee=Decimal(3000), cost=line), by=local)
    add_mission(initiative, MissionEntry("Zoé", fee=Decimal(500)), by=local)

    (row,) = process_budget_view(initiative).costs
    assert (row.missions, row.is_exceeded) == (Decimal(3000), True)
    assert [view.is_unpaid_for for view in missions(initiative)] == [False, True]


def test_a_mission_shapes_these_projects_and_no_other(mission: Mission, projects: list[Project], local: Person) -> None:
    shape(mission, projects[:2], by=local)

    shape(mission, projects[1:], by=local)

    links = ProjectMission.objects.order_by("project__number").values_list("project__number", flat=True)
    said = Event.objects.filter(verb="shapes").order_by("pk").values_list("detail", flat=True)
    assert (list(links), [one["projects"] for one in said]) == ([2, 3], ["1, 2", "2, 3"])


def test_the_same_projects_again_are_no_gesture(mission: Mission, projects: list[Project], local: Person) -> None:
    shape(mission, projects, by=local)

    shape(mission, projects[::-1], by=local)

    assert Event.objects.filter(verb="shapes").count() == 1


def test_nobody_is_hired_for_a_project_that_was_dropped(mission: Mission, projects: list[Project], local: Person) -> None:
    drop_project(projects[0], "trop tôt", by=local)

    with pytest.raises(Closed):
        shape(mission, projects, by=local)


def test_the_share_of_a_merged_project_falls_to_the_one_that_stands(mission: Mission, projects: list[Project], local: Person) -> None:
    one, two, three = projects
    shape(mission, projects, by=local)

    merge_projects(one, two, "même lieu", by=local)
    merged = [shaping_of(project, on=DAY).sums for project in projects]
    merge_projects(two, three, "même lieu", by=local)

    assert merged == [(), (Sum(Decimal("666.67"), TaxBase.EXCLUDED),), (Sum(Decimal("333.33"), TaxBase.EXCLUDED),)]
    assert [(view.projects, view.shares) for view in missions(mission.initiative)] == [((three,), (Decimal(1000),))]


def test_a_mission_set_aside_costs_the_projects_nothing(mission: Mission, projects: list[Project], local: Person) -> None:
    shape(mission, projects, by=local)

    set_aside(mission, "annulée", on=DAY, by=local)

    assert shaping_of(projects[0], on=DAY).lines == ()


def test_a_stranger_hires_nobody(mission: Mission, projects: list[Project]) -> None:
    with pytest.raises(NotAllowed):
        shape(mission, projects, by=Person.objects.create(name="Eve"))
