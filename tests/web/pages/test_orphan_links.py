"""A link does no more than whoever gave it still could; another coordinator takes it over."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from tests.instance import at, browser_of, member
from tests.web.seen import text

from semailles.core.enums import LinkPurpose
from semailles.core.journal import About
from semailles.core.models import Event, Person, PersonalLink
from semailles.projects.models import Comment, Project
from semailles.workshop.actions import open_team
from semailles.workshop.actions.linking import LinkEntry, give_link
from semailles.workshop.actions.roles import end_role
from semailles.workshop.enums import Role
from semailles.workshop.models import Initiative

pytestmark = pytest.mark.usefixtures("instance")
GONE = "Paul Martin, who gave this link, no longer coordinates this initiative: ask those who do to take it over, or for another one."
Given = dict[LinkPurpose, tuple[PersonalLink, str]]


@pytest.fixture
def paul(initiative: Initiative) -> Person:
    return member(initiative, Role.COORDINATOR, "Paul Martin")


@pytest.fixture
def coordinator(initiative: Initiative) -> Person:
    return member(initiative, Role.COORDINATOR, "Ana Lopez")


@pytest.fixture
def given(initiative: Initiative, paul: Person, coordinator: Person) -> Given:
    """One of each, given by Paul, who then leaves."""
    project = Project.objects.create(initiative=initiative, number=1, title="Une légumerie", taken_up_on=timezone.localdate())
    team = open_team(initiative, "Équipe des berges", by=paul)
    of_the_project = About("Project", project.public_id, str(project))
    things = {
        LinkPurpose.READ: of_the_project,
        LinkPurpose.COMMENT: of_the_project,
        LinkPurpose.DEPOSIT: About("Team", team.public_id, str(team)),
        LinkPurpose.CONTRIBUTE: None,
    }
    day = timezone.localdate()
    links = {
        purpose: give_link(initiative, LinkEntry(purpose, "Marie Durand", day + timedelta(days=20), about), on=day, by=paul)
        for purpose, about in things.items()
    }
    end_role(initiative, paul, Role.COORDINATOR, by=coordinator)
    return links


def opened(initiative: Initiative, given: Given) -> dict[LinkPurpose, tuple[int, bool]]:
    answers = {purpose: browser_of(None).get(at(initiative, f"/lien/{token}/")) for purpose, (_link, token) in given.items()}
    return {purpose: (answer.status_code, GONE in text(answer.content)) for purpose, answer in answers.items()}


def test_links_of_whoever_no_longer_coordinates_open_nothing_and_say_why(initiative: Initiative, given: Given) -> None:
    assert opened(initiative, given) == dict.fromkeys(given, (404, True))


def test_nothing_is_written_by_such_a_link(initiative: Initiative, given: Given) -> None:
    _link, token = given[LinkPurpose.COMMENT]

    answer = browser_of(None).post(at(initiative, f"/lien/{token}/"), {"text": "Où serait le local ?"})

    assert (answer.status_code, Comment.objects.count()) == (404, 0)


def test_another_coordinator_takes_them_over(initiative: Initiative, given: Given, coordinator: Person, paul: Person) -> None:
    browser = browser_of(coordinator)
    people = at(initiative, reverse("people"))
    before = text(browser.get(people).content)

    for link, _token in given.values():
        browser.post(at(initiative, reverse("link-take-over", args=[link.public_id])))

    after = text(browser.get(people).content)
    said = "Paul Martin no longer coordinates: it opens nothing"
    assert (before.count(said), after.count(said)) == (4, 0)
    assert ("0 links are open." in before, "4 links are open." in after) == (True, True)
    assert opened(initiative, given) == dict.fromkeys(given, (200, False))
    assert set(PersonalLink.objects.values_list("given_by", flat=True)) == {coordinator.pk}
    assert Event.objects.filter(verb="took a link over", by=coordinator).count() == 4


def test_whoever_does_not_coordinate_takes_nothing_over(initiative: Initiative, given: Given) -> None:
    link, _token = given[LinkPurpose.READ]

    answer = browser_of(member(initiative, Role.SHAPER)).post(at(initiative, reverse("link-take-over", args=[link.public_id])))

    assert (answer.status_code, PersonalLink.objects.get(pk=link.pk).given_by == link.given_by) == (403, True)
