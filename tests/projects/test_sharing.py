"""What several projects share: whom it serves, how much each bears, what happens when one of them changes."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis.strategies import decimals, fractions, integers, lists
from pytest_django import DjangoAssertNumQueries
from tests.projects.test_drafts import say, version

from semailles.core.models import Person
from semailles.intake.models import DocumentVersion
from semailles.projects.actions import NewProject, drop_project, merge_projects, open_project, part_again, split_project
from semailles.projects.models import Project, ProjectCost, ProjectIdea, ProjectLink
from semailles.projects.sharing import Sharing, apportioned, sharing
from semailles.workshop.editing import check
from semailles.workshop.errors import Incorrect
from semailles.workshop.models import Initiative

__all__ = ["version"]
pytestmark = pytest.mark.django_db
DAY = date(2027, 3, 8)


@pytest.fixture
def served(initiative: Initiative) -> list[Project]:
    return [
        Project.objects.create(initiative=initiative, number=number, title=f"Projet {number}", taken_up_on=DAY) for number in range(1, 5)
    ]


@pytest.fixture
def platform(initiative: Initiative, served: list[Project], local: Person) -> Project:
    """Serves the first three, needs 9 000 €."""
    project = open_project(initiative, NewProject("Une plateforme", serves=served[:3]), by=local)
    ProjectCost.objects.create(initiative=initiative, project=project, item="Un entrepôt", amount=9000)
    return project


def shares(found: Sharing) -> list[tuple[int, Decimal, Decimal]]:
    return [(one.link.other.number, one.share, one.amount) for one in found.serves]


def test_nothing_said_is_equal_parts(platform: Project) -> None:
    assert shares(sharing(platform, on=DAY)) == [(1, Decimal("33.34"), 3000), (2, Decimal("33.33"), 3000), (3, Decimal("33.33"), 3000)]


@given(
    needs=decimals(min_value=0, max_value=10_000_000, places=2),
    said=lists(fractions(min_value=0, max_value=50, max_denominator=300), max_size=2),
    unsaid=integers(min_value=1, max_value=20),
)
def test_no_euro_is_lost_between_the_projects_that_bear_the_whole(needs: Decimal, said: list[Fraction], unsaid: int) -> None:
    whole = [*said, *[(100 - sum(said)) / unsaid] * unsaid]

    found = apportioned(needs, whole)

    assert sum(found) == needs
    assert all(abs(Fraction(one) - Fraction(needs) * share / 100) < Fraction(1, 100) for one, share in zip(found, whole, strict=True))


def test_those_of_whom_nothing_is_said_share_what_is_left(platform: Project, served: list[Project]) -> None:
    platform.links.filter(other=served[0]).update(share=50)

    assert shares(sharing(platform, on=DAY)) == [(1, 50, 4500), (2, 25, 2250), (3, 25, 2250)]
    assert [(one.link.project, one.amount) for one in sharing(served[0], on=DAY).bears] == [(platform, 4500)]


@pytest.mark.parametrize(("share", "is_over", "is_short"), [(30, False, True), (40, True, False)])
def test_shares_that_do_not_make_the_whole_are_said(platform: Project, share: int, is_over: bool, is_short: bool) -> None:
    platform.links.update(share=share)

    found = sharing(platform, on=DAY)

    assert (found.is_over, found.is_short) == (is_over, is_short)


def test_what_was_dropped_bears_nothing_any_more(platform: Project, served: list[Project], local: Person) -> None:
    for project in served[:2]:
        drop_project(project, "personne ne le porte", by=local)

    found = sharing(platform, on=DAY)

    assert (shares(found), found.is_shared) == ([(3, 100, 9000)], False)


def test_only_what_serves_has_a_share(platform: Project) -> None:
    link = platform.links.first()
    assert link is not None
    link.kind, link.share = "complète", Decimal(10)

    with pytest.raises(Incorrect, match="A share goes from 0 to 100"):
        check(link)


def test_a_link_follows_a_merge_and_comes_back(platform: Project, served: list[Project], local: Person) -> None:
    before = set(ProjectLink.objects.values_list("project", "other", "kind"))

    merge_projects(served[0], served[3], "le même projet", by=local)
    during = [number for number, _share, _amount in shares(sharing(platform, on=DAY))]
    part_again(served[0], "deux projets, finalement", by=local)

    assert sorted(during) == [2, 3, 4]
    assert set(ProjectLink.objects.values_list("project", "other", "kind")) == before


def test_two_served_projects_made_one_are_served_once(platform: Project, served: list[Project], local: Person) -> None:
    merge_projects(served[0], served[1], "le même projet", by=local)
    assert [number for number, _share, _amount in shares(sharing(platform, on=DAY))] == [2, 3]

    part_again(served[0], "deux projets, finalement", by=local)

    assert [number for number, _share, _amount in shares(sharing(platform, on=DAY))] == [1, 2, 3]


def test_what_is_merged_into_the_project_that_it_serves_serves_the_others(platform: Project, served: list[Project], local: Person) -> None:
    merge_projects(platform, served[0], "elle lui revient", by=local)

    assert [number for number, _share, _amount in shares(sharing(served[0], on=DAY))] == [2, 3]


def test_what_is_taken_out_of_a_served_project_is_served_too(
    platform: Project, served: list[Project], version: DocumentVersion, local: Person
) -> None:
    ideas = [say(version, f"Une idée {rank} pour les bourgs") for rank in range(2)]
    for idea in ideas:
        ProjectIdea.objects.create(initiative=platform.initiative, project=served[0], idea=idea)

    part = split_project(served[0], ideas[:1], "À part", "deux sujets", by=local)

    assert part.number in [number for number, _share, _amount in shares(sharing(platform, on=DAY))]


@pytest.mark.parametrize("more", [0, 2])
def test_more_projects_served_ask_no_more_queries(
    platform: Project, served: list[Project], django_assert_num_queries: DjangoAssertNumQueries, more: int
) -> None:
    for rank in range(more):
        other = Project.objects.create(initiative=platform.initiative, number=20 + rank, title="Autre", taken_up_on=DAY)
        ProjectLink.objects.create(initiative=platform.initiative, project=platform, other=other, kind="sert")

    with django_assert_num_queries(5):
        found = sharing(platform, on=DAY)

    assert len(found.serves) == 3 + more
