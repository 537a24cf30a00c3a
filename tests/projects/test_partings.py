"""Two projects parted after a merge: what was written between goes to the one whose line it stands on."""

from datetime import date

import pytest
from tests.projects.carried import carry
from tests.projects.test_lives import first, ideas, second, version

from semailles.core.models import Person
from semailles.projects.actions import answer_remark, climb_holder, close_remark, merge_projects, part_again, remark
from semailles.projects.entries import RemarkEntry
from semailles.projects.models import Comment, Project, ProjectCommitment
from semailles.workshop.enums import Level

__all__ = ["first", "ideas", "second", "version"]
pytestmark = pytest.mark.django_db


def test_what_was_said_since_goes_back_with_its_ladder_and_stays_on_one_that_both_had(
    first: Project, second: Project, local: Person
) -> None:
    alone, here, there = carry(first), carry(first, name="Syndicat"), carry(second, name="Commune")
    ProjectCommitment.objects.filter(pk=there.pk).update(actor=here.actor)
    merge_projects(first, second, "même lieu", by=local)
    for ladder in (alone, there):
        climb_holder(ProjectCommitment.objects.get(pk=ladder.pk), Level.WITHDRAWN, on=date(2015, 3, 1), by=local)

    part_again(first, "deux lieux", by=local)

    assert {(one.pk, one.project, one.level) for one in ProjectCommitment.objects.select_related("project")} == {
        (alone.pk, first, Level.WITHDRAWN),
        (here.pk, first, Level.ORAL),
        (there.pk, second, Level.WITHDRAWN),
    }


def test_a_question_without_an_answer_follows_the_merge_and_comes_back(first: Project, second: Project, local: Person) -> None:
    asked = remark(first, RemarkEntry("Combien de camions ?", "", "Ana"), by=local)
    settled = close_remark(remark(first, RemarkEntry("Quel jour ?", "", "Ana"), by=local), by=local)

    merge_projects(first, second, "même lieu", by=local)
    answer_remark(Comment.objects.get(pk=asked.pk), "Deux.", by=local)
    there = list(second.comments.all())
    part_again(first, "deux lieux", by=local)

    assert (there, set(first.comments.all()), list(second.comments.all())) == ([asked], {asked, settled}, [])
