"""The matrix whatever became of a project: a draft that nobody kept is there for those who shape and for nobody else; once people took it up, carried it,
dropped it, its pages open to whom the matrix says."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest
from django.test import Client
from tests.instance import at, browser_of
from tests.web.scene import Scene, settle
from tests.web.test_access import MATRIX, address
from tests.web.test_matrix import ROLES, _let_in, person_in

from semailles.core.models import Person
from semailles.intake.enums import IdeaState
from semailles.intake.models import Idea
from semailles.projects.enums import Maturity
from semailles.projects.models import Comment, Project
from semailles.workshop.models import Initiative

pytestmark = pytest.mark.usefixtures("instance")
DAY = date(2027, 3, 9)
READ = sorted(route for route, row in MATRIX.items() if "number" in row.get("args", {}) and row.get("post") is None)
NOT_THEIRS = {"stranger": 404, "visitor": 302}
SHAPING = ("coordinator", "shaper")
Answers = Mapping[str, int]


@pytest.fixture
def scene(initiative: Initiative, local: Person) -> Scene:
    return settle(initiative, by=local)


def _set(**said: object) -> Callable[[Scene], None]:
    def change(scene: Scene) -> None:
        Project.objects.filter(pk=scene.project.pk).update(**said)

    return change


def _nobody_kept_it(scene: Scene) -> None:
    Idea.objects.of(scene.initiative).update(state=IdeaState.SUGGESTED)
    _set(taken_up_on=None)(scene)


DRAFT = "draft"
STATES: Mapping[str, Callable[[Scene], None]] = {
    DRAFT: _nobody_kept_it,
    "taken up": _set(taken_up_on=DAY),
    "in the roadmap": _set(taken_up_on=DAY, maturity=Maturity.IN_ROADMAP),
    "dropped": _set(taken_up_on=DAY, set_aside_on=DAY, set_aside_reason="Sans suite"),
}


def _asked(browser: Client, addresses: Mapping[str, str]) -> Answers:
    found = {}
    for route, path in addresses.items():
        answer = browser.get(path)
        answer.close()
        found[route] = answer.status_code
    return found


@pytest.mark.parametrize("state", ["draft", *(pytest.param(state, marks=pytest.mark.full) for state in STATES if state != "draft")])
def test_each_role_reads_what_the_matrix_says_in_each_state(state: str, scene: Scene) -> None:
    """« elsewhere »: they hold another project, or sit in another group. Whoever holds it, or whose group has it in hand, knows of it."""
    addresses = {route: at(scene.initiative, address(route, scene)) for route in READ}
    people = {role: person_in(role, scene) for role in ROLES if role not in {"holder", "worker"}}
    STATES[state](scene)
    whole = _asked(browser_of(people["coordinator"]), addresses)

    found = {role: _asked(browser_of(person), addresses) for role, person in people.items()}

    assert {role: _differing(role, answers, state, whole) for role, answers in found.items()} == {role: {} for role in people}


def _differing(role: str, answers: Answers, state: str, whole: Answers) -> Answers:
    """`whole`: what whoever has every right gets, a thing that the scene does not have being there for nobody."""

    def expected(route: str) -> int:
        if role not in _let_in(route):
            return NOT_THEIRS.get(role, 403)
        return 404 if state == DRAFT and role not in SHAPING else whole[route]

    return {route: status for route, status in answers.items() if status != expected(route)}


@pytest.mark.parametrize("role", ["holder", "worker"])
def test_whoever_has_a_draft_in_hand_reads_it_though_nobody_kept_it(role: str, scene: Scene) -> None:
    _nobody_kept_it(scene)
    Project.objects.filter(pk=scene.project.pk).update(group=scene.group if role == "worker" else None)
    person = person_in(role, scene)

    assert browser_of(person).get(at(scene.initiative, address("project", scene))).status_code == 200


@pytest.mark.parametrize("role", ["steering", "holder elsewhere", "worker elsewhere"])
def test_nobody_writes_on_a_draft_that_they_are_not_told_of(role: str, scene: Scene) -> None:
    person = person_in(role, scene)
    _nobody_kept_it(scene)
    before = Comment.objects.count()

    answer = browser_of(person).post(at(scene.initiative, address("remark-add", scene)), {"text": "Où serait le local ?", "kind": "remark"})

    assert (answer.status_code, Comment.objects.count()) == (404, before)
