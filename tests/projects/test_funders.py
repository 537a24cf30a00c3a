"""One funder across the projects and the process."""

from datetime import date
from decimal import Decimal

import pytest
from pytest_django import DjangoAssertNumQueries

from semailles.core.models import Person
from semailles.projects.funders import funders
from semailles.projects.models import Project, ProjectFunding
from semailles.workshop.actions import add_funding
from semailles.workshop.entries import FundingEntry
from semailles.workshop.models import Initiative

pytestmark = pytest.mark.django_db
DAY = date(2015, 3, 2)


def funded(initiative: Initiative, number: int, **said: str) -> ProjectFunding:
    owned = {
        "initiative": initiative,
        "project": Project.objects.create(initiative=initiative, number=number, title="Autre", taken_up_on=DAY),
    }
    return ProjectFunding.objects.create(**owned, funder="Fonds des Moulins", amount=Decimal(5000), status="décidé", **said)


def test_the_same_euros_in_a_project_and_in_the_process_count_once(initiative: Initiative, local: Person) -> None:
    add_funding(initiative, FundingEntry("fonds des moulins", Decimal(5000), status="décidé"), by=local)
    funded(initiative, 1)

    (one,) = funders(initiative, on=DAY)

    assert (one.confirmed, one.hoped, len(one.shares)) == (5000, 5000, 2)


def test_two_letters_for_two_projects_are_two_sums(initiative: Initiative) -> None:
    funded(initiative, 1, source="lettre du 3 mars")
    funded(initiative, 2, source="lettre du 4 mars")

    assert [one.confirmed for one in funders(initiative, on=DAY)] == [10000]


def test_a_project_that_was_dropped_takes_no_money(initiative: Initiative) -> None:
    funded(initiative, 1)
    Project.objects.update(set_aside_on=DAY, set_aside_reason="personne ne le porte")

    assert funders(initiative, on=DAY) == ()


@pytest.mark.parametrize("count", [1, 3])
def test_more_projects_ask_no_more_queries(initiative: Initiative, django_assert_num_queries: DjangoAssertNumQueries, count: int) -> None:
    for number in range(1, count + 1):
        funded(initiative, number, source=f"lettre {number}")

    with django_assert_num_queries(10):
        found = funders(initiative, on=DAY)

    assert [one.confirmed for one in found] == [5000 * count]
