"""Milestones of projects, what they wait for, what slips and what that moves."""

from datetime import date

import pytest
from pytest_django.fixtures import DjangoAssertNumQueries, Settings

from semailles.core.errors import Refusal
from semailles.core.models import Person
from semailles.projects.actions import (
    ProjectMilestoneEntry,
    WaitEntry,
    add_project_milestone,
    describe_project_milestone,
    put_milestone_back,
    reach,
    set_milestone_aside,
    stop_waiting,
    wait_for,
)
from semailles.projects.calendar import calendar_of_projects
from semailles.projects.calendar_words import state_words, verdict, what_slips, what_to_know
from semailles.projects.errors import TurnsInACircle
from semailles.projects.models import Dependency, Project, ProjectMilestone
from semailles.workshop.errors import Incorrect, NotYet
from semailles.workshop.models import Initiative

pytestmark = pytest.mark.django_db

TODAY = date(2027, 3, 1)


@pytest.fixture(autouse=True)
def monday(settings: Settings) -> None:
    settings.TODAY = TODAY


def project(initiative: Initiative, number: int = 1) -> Project:
    return Project.objects.create(initiative=initiative, number=number, title=f"Projet {number}")


def milestone(owner: Project, label: str, on: date | None = None, *, by: Person) -> ProjectMilestone:
    return add_project_milestone(owner, ProjectMilestoneEntry(label, on), by=by)


def test_a_milestone_takes_the_draft_up(initiative: Initiative, local: Person) -> None:
    milestone(project(initiative), "Ouverture", date(2027, 9, 1), by=local)

    assert [one.title for one in Project.objects.taken_up()] == ["Projet 1"]


def test_the_same_form_sent_twice_adds_one_milestone(initiative: Initiative, local: Person) -> None:
    owner, entry = project(initiative), ProjectMilestoneEntry("Ouverture")
    first = add_project_milestone(owner, entry, by=local)

    assert add_project_milestone(owner, entry, key=first.public_id, by=local) == first
    assert ProjectMilestone.objects.count() == 1


def test_nothing_is_reached_tomorrow(initiative: Initiative, local: Person) -> None:
    opening = milestone(project(initiative), "Ouverture", by=local)

    with pytest.raises(NotYet, match="still to come"):
        reach(opening, on=date(2027, 3, 2), by=local)


def test_a_milestone_is_not_reached_before_its_work_begins(initiative: Initiative, local: Person) -> None:
    opening = milestone(project(initiative), "Ouverture", by=local)
    entry = ProjectMilestoneEntry("Ouverture", planned_on=date(2027, 9, 1), starts_on=date(2027, 9, 2))

    with pytest.raises(Incorrect, match="reached before it begins"):
        describe_project_milestone(opening, entry, revision=opening.revision, by=local)


def test_a_circle_across_projects_is_refused_with_its_chain(initiative: Initiative, local: Person) -> None:
    one, other = project(initiative), project(initiative, 2)
    permit, works, opening = (
        milestone(owner, label, by=local) for owner, label in ((one, "Permis"), (other, "Travaux"), (one, "Ouverture"))
    )
    wait_for(works, WaitEntry(permit), by=local)
    wait_for(opening, WaitEntry(works), by=local)

    with pytest.raises(TurnsInACircle) as refused:
        wait_for(permit, WaitEntry(opening), by=local)

    assert refused.value.sentence == (
        "The circle has no way out: « Permis » (project 1) would wait for « Ouverture » (project 1), which waits for « Travaux » (project 2), "
        "which waits for « Permis » (project 1). Set one of these waits aside first."
    )
    assert Dependency.objects.count() == 2


def test_nothing_waits_for_itself(initiative: Initiative, local: Person) -> None:
    opening = milestone(project(initiative), "Ouverture", by=local)

    with pytest.raises(TurnsInACircle):
        wait_for(opening, WaitEntry(opening), by=local)


def test_no_circle_comes_back_with_what_was_set_aside(initiative: Initiative, local: Person) -> None:
    permit, works = (milestone(project(initiative, n), label, by=local) for n, label in ((1, "Permis"), (2, "Travaux")))
    first = wait_for(works, WaitEntry(permit), by=local)
    stop_waiting(first, "fausse piste", on=TODAY, by=local)
    wait_for(permit, WaitEntry(works), by=local)

    with pytest.raises(TurnsInACircle):
        wait_for(works, WaitEntry(permit), by=local)


def test_a_wait_said_again_is_changed_or_comes_back(initiative: Initiative, local: Person) -> None:
    permit, works = (milestone(project(initiative, n), label, by=local) for n, label in ((1, "Permis"), (2, "Travaux")))
    first = wait_for(works, WaitEntry(permit), by=local)
    assert wait_for(works, WaitEntry(permit, 30), by=local).lag_days == 30
    stop_waiting(first, "fausse piste", on=TODAY, by=local)

    assert wait_for(works, WaitEntry(permit, 60), by=local) == first
    assert list(Dependency.objects.standing().values_list("lag_days", flat=True)) == [60]


def test_what_slips_in_one_project_moves_another(initiative: Initiative, local: Person) -> None:
    one, other = project(initiative), project(initiative, 2)
    permit = milestone(one, "Permis", date(2027, 2, 19), by=local)
    works = milestone(other, "Travaux", date(2027, 3, 5), by=local)
    wait_for(works, WaitEntry(permit, 14), by=local)

    calendar = calendar_of_projects(initiative, on=TODAY).of(other)

    assert " ".join(what_slips(calendar)) == (
        "« Permis » (project 1) was planned for 19 February 2027 and nobody wrote that it was reached: it is 10 days late. "
        "It puts off « Travaux » (project 2) by 10 days, to 15 March 2027 at the earliest."
    )
    assert [state_words(row) for row in calendar.rows] == ["put off by 10 days"]
    assert verdict(calendar) == "1 milestone, 0 reached. The next one: « Travaux », 15 March 2027."


def test_once_reached_nothing_slips_any_more(initiative: Initiative, local: Person) -> None:
    owner = project(initiative)
    permit = milestone(owner, "Permis", date(2027, 2, 19), by=local)
    wait_for(milestone(owner, "Travaux", date(2027, 3, 25), by=local), WaitEntry(permit), by=local)
    reach(permit, on=date(2027, 2, 22), by=local)

    calendar = calendar_of_projects(initiative, on=TODAY)

    assert what_slips(calendar) == ()
    assert [state_words(row) for row in calendar.rows] == ["reached 3 days late", "planned"]


def test_what_waits_for_something_set_aside_is_told(initiative: Initiative, local: Person) -> None:
    owner = project(initiative)
    permit, works = (milestone(owner, label, date(2027, 4, 1), by=local) for label in ("Permis", "Travaux"))
    wait_for(works, WaitEntry(permit), by=local)
    set_milestone_aside(permit, "plus nécessaire", on=TODAY, by=local)

    assert what_to_know(calendar_of_projects(initiative, on=TODAY)) == (
        "« Travaux » (project 1) waits for « Permis » (project 1), which was set aside (plus nécessaire): wait for something else, or for nothing.",
    )
    put_milestone_back(permit, by=local)
    assert what_to_know(calendar_of_projects(initiative, on=TODAY)) == ()


def test_a_closed_project_has_no_new_milestone_and_no_line(initiative: Initiative, local: Person) -> None:
    owner = project(initiative)
    milestone(owner, "Permis", by=local)
    Project.objects.update(set_aside_on=TODAY, set_aside_reason="abandonné")

    with pytest.raises(Refusal, match="was dropped"):
        milestone(Project.objects.get(), "Travaux", by=local)
    assert calendar_of_projects(initiative, on=TODAY).rows == ()


@pytest.mark.parametrize("many", [1, 3])
def test_the_calendar_is_read_in_two_queries(
    many: int, initiative: Initiative, local: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(1, many + 1):
        owner = project(initiative, number)
        wait_for(milestone(owner, "Travaux", by=local), WaitEntry(milestone(owner, "Permis", TODAY, by=local)), by=local)

    with django_assert_num_queries(2):
        assert len(calendar_of_projects(initiative, on=TODAY).rows) == 2 * many
