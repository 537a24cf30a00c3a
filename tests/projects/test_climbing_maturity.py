"""Projects climb their ladder, and go back."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries
from tests.projects.carried import CARD, DAY, fill
from tests.web.scene import settle

from semailles.core.models import Person, SectionVersion
from semailles.projects.actions.maturing import climb_maturity, step_back
from semailles.projects.actions.standing import StatusEntry, change_status
from semailles.projects.attainment import attainments, facts_of
from semailles.projects.enums import Ground, Maturity, Status
from semailles.projects.errors import NoReason, NotReady, OutOfOrder, TopReached
from semailles.projects.grounds import Evidence
from semailles.projects.models import Project
from semailles.workshop.enums import Level
from semailles.workshop.errors import Incorrect, NotYet
from semailles.workshop.models import Initiative
from semailles.workshop.today import today

pytestmark = pytest.mark.django_db
CHOICE = Evidence(Ground.CHOICE, label="le comité y tient")
FACTS_QUERIES = 7


@pytest.fixture
def project(initiative: Initiative, local: Person) -> Project:
    return fill(settle(initiative, by=local).project, by=local)


def lacking(project: Project) -> list[str]:
    project.refresh_from_db()
    found = attainments(project.initiative, [project], on=today(project.initiative))
    return [one.key for one in found[project.pk].missing]


def climb_to_carried(project: Project, by: Person) -> None:
    climb_maturity(project, CHOICE, by=by)
    climb_maturity(project, by=by)
    climb_maturity(project, by=by)


def test_a_whole_sheet_climbs_to_carried_and_each_step_shows_its_ground(project: Project, local: Person) -> None:
    climb_to_carried(project, local)

    steps = [(step.came_from, step.maturity, step.ground, step.label) for step in project.steps.all()]
    assert steps == [
        (Maturity.IDEA, Maturity.CONVERGENT, Ground.CHOICE, "le comité y tient"),
        (Maturity.CONVERGENT, Maturity.SHAPED, Ground.GROUP, "Une animatrice"),
        (Maturity.SHAPED, Maturity.CARRIED, Ground.COMMITMENT, "Régie des Moulins, oral agreement"),
    ]


def test_a_convergence_that_people_kept_is_read_by_itself(project: Project, local: Person) -> None:
    family = project.family
    assert family is not None
    family.validated_at, family.validated_by = "2015-02-04T10:00:00Z", local
    family.save()

    step = climb_maturity(project, by=local)

    assert (step.ground, step.label) == (Ground.CONVERGENCE, family.title)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(empty=st.sets(st.sampled_from(sorted(CARD))))
def test_maturity_never_rises_with_a_compulsory_field_of_its_card_empty(project: Project, local: Person, empty: set[str]) -> None:
    project.steps.all().delete()
    left = {field: None if field == "emerged_on" else "" for field in empty}
    Project.objects.update(maturity=Maturity.IDEA, **{**CARD, **left})

    reached = Maturity.IDEA
    try:
        climb_to_carried(project, local)
        reached = Maturity.CARRIED
    except NotReady:
        pass

    assert (reached == Maturity.CARRIED) == (not empty)


@pytest.mark.parametrize("lost", ["themes", "places", "texts", "commitments", "sources"])
def test_what_is_lost_blocks_the_step_and_says_so(project: Project, local: Person, lost: str) -> None:
    climb_maturity(project, CHOICE, by=local)
    climb_maturity(project, by=local)
    gestures = {
        "themes": project.themes.clear,
        "places": project.places.all().delete,
        "texts": lambda: SectionVersion.objects.update(text=""),
        "commitments": lambda: project.commitments.update(level=Level.TO_CONFIRM),
        "sources": project.feeds.all().delete,
    }
    gestures[lost]()

    with pytest.raises(NotReady, match="is not yet at the step « carried »: it lacks"):
        climb_maturity(project, by=local)


def test_a_commitment_that_has_expired_carries_nothing(project: Project, local: Person) -> None:
    project.commitments.all()[0].steps.update(expires_on=date(2015, 3, 1))

    assert "engagement" in facts_of(project.initiative, [project], on=date(2015, 2, 28))[project.pk]
    assert "engagement" not in facts_of(project.initiative, [project], on=date(2015, 3, 2))[project.pk]


def test_who_left_leaves_the_step_standing_and_the_lapse_is_said(project: Project, local: Person) -> None:
    climb_to_carried(project, local)
    project.commitments.update(level=Level.WITHDRAWN)
    project.refresh_from_db()

    found = attainments(project.initiative, [project], on=today(project.initiative))[project.pk]

    assert (project.maturity, [one.key for one in found.lapsed]) == (Maturity.CARRIED, ["engagement"])


def test_a_choice_is_said_in_words(project: Project, local: Person) -> None:
    with pytest.raises(NoReason, match="though one team alone said it"):
        climb_maturity(project, Evidence(Ground.CHOICE), by=local)


def test_a_step_does_not_stand_on_the_ground_of_another(project: Project, local: Person) -> None:
    with pytest.raises(NotReady, match="does not stand on this: a decision"):
        climb_maturity(project, Evidence(Ground.DECISION, "12", "adopté"), by=local)


def test_without_anybody_to_decide_nothing_is_proposed(project: Project, local: Person) -> None:
    climb_to_carried(project, local)

    with pytest.raises(NotReady, match="the agenda of a competent body"):
        climb_maturity(project, by=local)
    assert lacking(project)[-1] == "ordre du jour"


def test_going_back_asks_why_and_forgets_nothing(project: Project, local: Person) -> None:
    climb_to_carried(project, local)

    with pytest.raises(NoReason):
        step_back(project, " ", by=local)
    step = step_back(project, "le porteur hésite", by=local)

    assert (step.maturity, step.reason, project.maturity) == (Maturity.SHAPED, "le porteur hésite", Maturity.SHAPED)
    assert project.steps.count() == 4


def test_a_choice_counts_no_more_once_the_project_went_back_from_it(project: Project, local: Person) -> None:
    climb_maturity(project, CHOICE, by=local)
    step_back(project, "le comité n'y tient plus", by=local)

    assert lacking(project) == ["convergence"]


def test_below_the_first_step_there_is_nothing(project: Project, local: Person) -> None:
    with pytest.raises(TopReached, match="stands on the first step"):
        step_back(project, "non", by=local)


def test_steps_follow_each_other_in_time(project: Project, local: Person) -> None:
    climb_maturity(project, CHOICE, on=date(2015, 3, 1), by=local)

    with pytest.raises(OutOfOrder, match="give that day or a later one"):
        climb_maturity(project, on=date(2015, 2, 28), by=local)
    with pytest.raises(NotYet):
        climb_maturity(project, on=today(project.initiative) + timedelta(days=1), by=local)


@pytest.mark.parametrize("status", [Status.BLOCKED, Status.PAUSED, Status.DROPPED])
def test_what_stops_says_what_would_unblock_it(project: Project, local: Person, status: Status) -> None:
    with pytest.raises(Incorrect, match="what would unblock it, who sees to it and since when"):
        change_status(project, StatusEntry(status, blocked_by="le foncier"), revision=project.revision, by=local)

    entry = StatusEntry(status, "le foncier", "une promesse de vente", "La Régie", DAY)
    assert change_status(project, entry, revision=project.revision, by=local).status == status


@pytest.mark.parametrize("more", [0, 2])
def test_any_number_of_projects_is_read_in_as_many_queries(
    project: Project, initiative: Initiative, django_assert_num_queries: DjangoAssertNumQueries, more: int
) -> None:
    for rank in range(more):
        Project.objects.create(initiative=initiative, number=20 + rank, title="Autre", facilitator="Une autre")
    projects = list(Project.objects.of(initiative))

    with django_assert_num_queries(FACTS_QUERIES):
        facts_of(initiative, projects, on=DAY)
