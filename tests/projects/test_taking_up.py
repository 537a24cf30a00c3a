"""A draft that people take up is theirs."""

from datetime import date

import pytest

from semailles.core.models import Person
from semailles.projects.actions import take_up
from semailles.projects.errors import Closed
from semailles.projects.models import Project
from semailles.workshop.models import Initiative

pytestmark = pytest.mark.django_db


@pytest.fixture
def project(initiative: Initiative) -> Project:
    return Project.objects.create(initiative=initiative, number=1, title="Une légumerie")


def test_a_draft_that_is_taken_up_is_no_draft_any_more(project: Project, local: Person) -> None:
    taken = take_up(project, by=local)

    assert not taken.is_draft
    assert list(Project.objects.taken_up()) == [project]


def test_taken_up_twice_it_keeps_its_first_day(project: Project, local: Person) -> None:
    Project.objects.update(taken_up_on=date(2015, 2, 3))

    assert take_up(project, by=local).taken_up_on == date(2015, 2, 3)


def test_what_was_dropped_is_not_taken_up(project: Project, local: Person) -> None:
    Project.objects.update(set_aside_on=date(2015, 2, 3), set_aside_reason="personne ne le porte")

    with pytest.raises(Closed, match="personne ne le porte"):
        take_up(project, by=local)
