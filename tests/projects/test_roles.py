"""Who may do what: roles, seats in groups, projects held."""

from datetime import date, timedelta

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.web.scene import Scene, settle

from semailles.core.audience import Audience
from semailles.core.journal import journal_of
from semailles.core.models import Person
from semailles.projects.actions import end_holding, entrust, let_hold, merge_projects, part_again
from semailles.projects.models import Holding, Project
from semailles.projects.rules import may_work_in, may_write_project
from semailles.workshop.actions import add_body, designate, end_mandate, end_role, give_role, open_initiative, seat, set_aside
from semailles.workshop.entries import BodyEntry, MandateEntry
from semailles.workshop.enums import BodyKind, Role
from semailles.workshop.errors import LastCoordinator
from semailles.workshop.models import Body, Initiative, Mandate, Membership
from semailles.workshop.rules import (
    circle_of,
    may_coordinate,
    may_read,
    may_read_workspace,
    may_shape,
    may_take_part,
    roles_of,
)
from semailles.workshop.today import today

pytestmark = pytest.mark.django_db
DAY = date(2015, 3, 2)
ASKED = (may_coordinate, may_shape, may_read_workspace, may_take_part, may_read)


@pytest.fixture
def ana(db: None) -> Person:
    return Person.objects.create(name="Ana")


@pytest.fixture
def scene(initiative: Initiative, local: Person) -> Scene:
    return settle(initiative, by=local)


@pytest.fixture
def group(initiative: Initiative, local: Person) -> Body:
    return add_body(initiative, BodyEntry("Groupe des cantines"), by=local)


@pytest.fixture
def project(initiative: Initiative) -> Project:
    return _project(initiative, 1)


def _project(initiative: Initiative, number: int) -> Project:
    return Project.objects.create(initiative=initiative, number=number, title=f"Une légumerie {number}", taken_up_on=DAY)


def _again(person: Person) -> Person:
    """As the next request finds them."""
    return Person.objects.get(pk=person.pk)


@pytest.mark.parametrize(
    ("role", "answers", "circle"),
    [
        (Role.COORDINATOR, (True, True, True, True, True), Audience.FACILITATOR),
        (Role.SHAPER, (False, True, True, True, True), Audience.FACILITATOR),
        (Role.WORKER, (False, False, False, True, True), Audience.WORKING),
        (Role.HOLDER, (False, False, False, True, True), Audience.WORKING),
        (Role.STEERING, (False, False, False, True, True), Audience.WORKING),
        (Role.READER, (False, False, False, False, True), Audience.WORKING),
    ],
)
def test_each_role_opens_what_it_says(
    initiative: Initiative, ana: Person, local: Person, role: Role, answers: tuple[bool, ...], circle: Audience
) -> None:
    give_role(initiative, ana, role, by=local)

    assert tuple(rule(ana, initiative) for rule in ASKED) == answers
    assert circle_of(ana, initiative) == circle


def test_whoever_has_no_account_is_answered_without_a_query(
    initiative: Initiative, project: Project, group: Body, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    visitor = Person(name="une visiteuse")

    with django_assert_num_queries(0):
        answers = [rule(visitor, initiative) for rule in ASKED] + [may_write_project(visitor, project), may_work_in(visitor, group)]

    assert (set(answers), circle_of(visitor, initiative)) == ({False}, Audience.PUBLIC)


def test_roles_are_asked_once_for_each_initiative(
    initiative: Initiative, local: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    other = open_initiative("Plateau", by=local)
    person = _again(local)

    with django_assert_num_queries(2):
        answers = [rule(person, one) for rule in ASKED for one in (initiative, other)]

    assert answers == [True] * 10


def test_a_role_in_one_initiative_is_none_in_another(initiative: Initiative, ana: Person, local: Person) -> None:
    other = open_initiative("Plateau", by=local)

    give_role(initiative, ana, Role.COORDINATOR, by=local)

    assert (roles_of(ana, initiative), roles_of(ana, other)) == ({Role.COORDINATOR}, frozenset())


def test_a_holder_writes_only_the_projects_held(initiative: Initiative, project: Project, ana: Person, local: Person) -> None:
    other = _project(initiative, 2)

    let_hold(project, ana, on=DAY, by=local)

    assert (may_write_project(ana, project), may_write_project(ana, other)) == (True, False)
    assert roles_of(ana, initiative) == {Role.HOLDER}


def test_who_held_a_project_writes_it_no_more(initiative: Initiative, project: Project, ana: Person, local: Person) -> None:
    holding = let_hold(project, ana, on=DAY, by=local)
    before = may_write_project(ana, project)

    end_holding(Holding.objects.get(pk=holding.pk), on=DAY + timedelta(1), by=local)

    assert (before, may_write_project(_again(ana), project)) == (True, False)


def test_a_holding_that_ends_tomorrow_still_counts_today(initiative: Initiative, project: Project, ana: Person, local: Person) -> None:
    holding = let_hold(project, ana, on=DAY, by=local)

    end_holding(holding, on=today(initiative) + timedelta(1), by=local)

    assert may_write_project(_again(ana), project)


def test_the_end_of_the_role_ends_what_it_opened(initiative: Initiative, project: Project, ana: Person, local: Person) -> None:
    let_hold(project, ana, on=DAY, by=local)
    give_role(initiative, ana, Role.READER, by=local)

    end_role(initiative, ana, Role.HOLDER, by=local)

    assert (may_write_project(ana, project), may_read(ana, initiative)) == (False, True)


def test_a_holder_follows_the_project_into_the_one_that_stands(
    initiative: Initiative, project: Project, ana: Person, local: Person
) -> None:
    middle, last = _project(initiative, 2), _project(initiative, 3)
    let_hold(project, ana, on=DAY, by=local)
    merge_projects(project, middle, "la même légumerie", by=local)
    merge_projects(middle, last, "la même aussi", by=local)

    followed = may_write_project(_again(ana), last)
    part_again(Project.objects.get(pk=middle.pk), "deux lieux", by=local)

    assert (followed, may_write_project(_again(ana), last), may_write_project(_again(ana), middle)) == (True, False, True)


def test_a_member_of_a_group_writes_what_the_group_has_in_hand(
    initiative: Initiative, project: Project, group: Body, ana: Person, local: Person
) -> None:
    other = _project(initiative, 2)
    entrust(project, group, by=local)

    seat(_mandate(group, local), ana, by=local)

    answers = [may_write_project(ana, Project.objects.get(pk=one.pk)) for one in (project, other)]
    assert (answers, may_work_in(ana, group), roles_of(ana, initiative)) == ([True, False], True, {Role.WORKER})


def test_a_mandate_that_ended_or_was_set_aside_opens_nothing(initiative: Initiative, group: Body, ana: Person, local: Person) -> None:
    ended, aside = _mandate(group, local), _mandate(group, local)
    for mandate in (ended, aside):
        seat(mandate, ana, by=local)

    end_mandate(Mandate.objects.get(pk=ended.pk), on=DAY, by=local)
    still = may_work_in(_again(ana), group)
    set_aside(Mandate.objects.get(pk=aside.pk), "erreur", on=DAY, by=local)

    assert (still, may_work_in(_again(ana), group)) == (True, False)


def test_a_seat_in_the_steering_committee_is_no_seat_in_a_group(initiative: Initiative, ana: Person, local: Person) -> None:
    committee = add_body(initiative, BodyEntry("Comité de pilotage", BodyKind.STEERING), by=local)

    seat(_mandate(committee, local), ana, by=local)

    assert (roles_of(ana, initiative), may_work_in(ana, committee)) == ({Role.STEERING}, False)


def test_a_seat_passes_from_one_to_another(initiative: Initiative, group: Body, ana: Person, local: Person) -> None:
    bob, mandate = Person.objects.create(name="Bob"), _mandate(group, local)
    seat(mandate, ana, by=local)

    seat(Mandate.objects.get(pk=mandate.pk), bob, by=local)

    assert (may_work_in(_again(ana), group), may_work_in(_again(bob), group)) == (False, True)


def test_somebody_always_coordinates(initiative: Initiative, ana: Person, local: Person) -> None:
    with pytest.raises(LastCoordinator) as refused:
        end_role(initiative, local, Role.COORDINATOR, by=local)

    assert refused.value.sentence == "local is the last to coordinate this initiative: give this role to somebody else first."

    give_role(initiative, ana, Role.COORDINATOR, by=local)
    end_role(initiative, local, Role.COORDINATOR, by=ana)
    assert [one.person for one in Membership.objects.of(initiative)] == [ana]


def test_the_journal_says_who_was_given_what(initiative: Initiative, project: Project, ana: Person, local: Person) -> None:
    let_hold(project, ana, on=DAY, by=local)
    end_role(initiative, ana, Role.HOLDER, by=local)

    lines = [line.sentence for line in journal_of(initiative.public_id, limit=3).lines]
    assert lines == [
        "ended the role of « Ana » (person): project holder",
        "let Ana write « 1. Une légumerie 1 » (project) as its holder",
        "gave a role to « Ana » (person): project holder",
    ]


def _mandate(group: Body, by: Person) -> Mandate:
    return designate(group, MandateEntry("Ana"), by=by)


def test_a_draft_that_was_entrusted_to_a_holder_is_told_to_members(scene: Scene, ana: Person, local: Person) -> None:
    """Whose convergence nobody read yet: they could not write what they do not see."""
    assert scene.project not in Project.objects.told()

    holding = let_hold(scene.project, ana, on=DAY, by=local)
    assert scene.project in Project.objects.told()

    end_holding(holding, on=DAY, by=local)
    assert scene.project not in Project.objects.told()
