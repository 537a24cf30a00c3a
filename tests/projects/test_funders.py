"""One funder across the projects and the process."""

import uuid
from datetime import date
from decimal import Decimal

import pytest
from pytest_django import DjangoAssertNumQueries

from semailles.core.models import Person
from semailles.projects.ceilings import ceilings, exceeded, is_for_each, most_of
from semailles.projects.funders import funder, funders
from semailles.projects.models import Project, ProjectCost, ProjectFunding
from semailles.workshop.actions import add_funding, merge_actors, name_actor
from semailles.workshop.entries import FundingEntry
from semailles.workshop.enums import ActorKind
from semailles.workshop.models import Actor, Initiative

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


def test_an_actor_that_was_merged_leads_to_all_that_the_other_gives(initiative: Initiative, local: Person) -> None:
    funded(initiative, 1)
    kept = name_actor(initiative, "Fonds des Moulins", by=local)
    former = Actor.objects.create(initiative=initiative, public_id=uuid.uuid4(), name="FM", kind=ActorKind.ORGANISATION)
    merge_actors(former, kept, "le même fonds", by=local)

    found = funder(initiative, former.public_id, on=DAY)

    assert found is not None
    assert (found.name, found.confirmed) == ("Fonds des Moulins", 5000)


def test_a_withdrawal_is_told_project_by_project(initiative: Initiative) -> None:
    for number in (1, 2):
        line = funded(initiative, number, source=f"lettre {number}")
        ProjectCost.objects.create(initiative=initiative, project=line.project, item="Cuisine", amount=4000 + 2000 * number)

    (one,) = funders(initiative, on=DAY)

    assert [(broken.owner.balance.gap, broken.gap) for broken in one.broken] == [(1000, 6000), (3000, 8000)]


def test_what_stands_under_one_earmark_is_compared_with_the_sum_that_it_says(initiative: Initiative) -> None:
    for number in (1, 2):
        line = funded(initiative, number, source=f"lettre {number}", earmark="Rivières, 8 000 € au plus")

    (one,) = ceilings(funders(initiative, on=DAY)[0])

    assert (one.allowed, one.promised, one.excess, one.left) == (8000, 10000, 2000, 0)
    assert exceeded(line.project, [line], on=DAY) == (one,)


def test_a_sum_for_each_project_is_compared_project_by_project(initiative: Initiative) -> None:
    for number in (1, 2):
        funded(initiative, number, source=f"lettre {number}", earmark="5 000 € au plus par projet")

    found = ceilings(funders(initiative, on=DAY)[0])

    assert [(one.allowed, one.promised, one.excess) for one in found] == [(5000, 5000, 0), (5000, 5000, 0)]


@pytest.mark.parametrize(
    ("earmark", "most", "each"),
    [
        ("entre 10 000 € et 20 000 € par projet", 20000, True),
        ("10 000 € à 20 000 €", 20000, False),
        ("de 10 000 à 20 000 €", 20000, False),
        ("10 000 € - 20 000 €", 20000, False),
        ("10 000 €-20 000 €", 20000, False),
        ("2 000 € de diagnostic, 20 000 € maximum", 20000, False),
        ("2 000 € et 3 000 €", 2000, False),
        ("à partir de 2 000 €, plafond : 20 000 €", 20000, False),
        ("jusqu’à 8 000 € par opération, sur 40 000 € en tout", 8000, True),
        ("Rivières, 8 000 € au plus, dont 3 000 € d’études", 8000, False),
        ("haies", None, False),
    ],
)
def test_a_ceiling_is_read_as_people_write_it(earmark: str, most: int | None, each: bool) -> None:
    assert (most_of(earmark), is_for_each(earmark)) == (most, each)


def test_a_part_is_compared_with_the_needs_of_each_project(initiative: Initiative) -> None:
    for number, amount in ((1, 8000), (2, 20000)):
        line = funded(initiative, number, source=f"lettre {number}", earmark="50 % au plus")
        ProjectCost.objects.create(initiative=initiative, project=line.project, item="Cuisine", amount=amount)

    found = ceilings(funders(initiative, on=DAY)[0])

    assert [(one.allowed, one.excess) for one in found] == [(4000, 1000), (10000, 0)]
    assert exceeded(line.project, [line], on=DAY) == ()


def test_what_is_refused_or_in_kind_takes_nothing_of_an_earmark(initiative: Initiative) -> None:
    funded(initiative, 1, nature="en nature valorisé", earmark="6 000 €")
    refused = funded(initiative, 2, earmark="6 000 €")
    ProjectFunding.objects.filter(pk=refused.pk).update(status="refusé")

    assert [one.promised for one in ceilings(funders(initiative, on=DAY)[0])] == [0]
