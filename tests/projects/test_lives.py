"""Projects opened, fed, merged, split, dropped and taken back: nothing that they come from is lost."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from tests.projects.carried import carry
from tests.projects.test_drafts import LONG, family, say, version

from semailles.convergence.models import Family
from semailles.core.models import Person
from semailles.intake.actions import set_idea_aside
from semailles.intake.models import DocumentVersion, Idea
from semailles.projects.actions import (
    NewProject,
    add_idea,
    climb_holder,
    draft_projects,
    drop_project,
    merge_projects,
    open_project,
    part_again,
    rename_project,
    split_project,
    take_idea_off,
    take_project_back,
)
from semailles.projects.enums import ProjectKind
from semailles.projects.errors import Closed, NotMergeable, NotParted, NotShared, Unsaid, WrongIdea
from semailles.projects.lineage import chain_of, outcomes_of_family, outcomes_of_ideas
from semailles.projects.models import Project, ProjectCommitment, ProjectCost
from semailles.workshop.actions import name_actor
from semailles.workshop.enums import Level
from semailles.workshop.errors import StaleEdit
from semailles.workshop.models import Initiative

__all__ = ["version"]
pytestmark = pytest.mark.django_db


def ideas_of(project: Project) -> list[Idea]:
    return [feed.idea for feed in project.feeds.order_by("rank")]


@pytest.fixture
def ideas(version: DocumentVersion) -> list[Idea]:
    return [say(version, f"{LONG} {rank}") for rank in range(3)]


@pytest.fixture
def first(initiative: Initiative, local: Person, ideas: list[Idea]) -> Project:
    return open_project(initiative, NewProject("Légumerie", ideas=ideas[:2]), by=local)


@pytest.fixture
def second(initiative: Initiative, local: Person, ideas: list[Idea]) -> Project:
    return open_project(initiative, NewProject("Cuisine", ideas=ideas[1:]), by=local)


def test_a_project_is_opened_by_hand_with_nothing_but_a_title(initiative: Initiative, local: Person) -> None:
    project = open_project(initiative, NewProject(" Pédibus "), by=local)

    assert (project.number, project.title, project.is_draft, ideas_of(project)) == (1, "Pédibus", False, [])


def test_the_draft_of_a_convergence_keeps_its_number_when_it_is_opened(
    initiative: Initiative, local: Person, version: DocumentVersion
) -> None:
    one = family(version, 0, LONG, LONG)
    [draft] = draft_projects(initiative, by=local)

    project = open_project(initiative, NewProject("Cantine de village", families=[one]), by=local)

    assert (project.pk, project.number, project.title, project.is_draft) == (draft.pk, 1, "Cantine de village", False)


def test_several_convergences_make_one_project_and_their_drafts_go_into_it(
    initiative: Initiative, local: Person, version: DocumentVersion
) -> None:
    families = [family(version, rank, LONG, LONG) for rank in range(2)]
    draft_projects(initiative, by=local)

    project = open_project(initiative, NewProject("Nourrir", families=families), by=local)

    assert {idea.pk for idea in ideas_of(project)} == set(Idea.objects.values_list("pk", flat=True))
    assert list(Project.objects.standing()) == [project]
    assert [outcome.project.number for outcome in outcomes_of_family(families[1])] == [1, 2]


def test_a_double_click_opens_one_project(initiative: Initiative, local: Person) -> None:
    key = uuid4()

    made = [open_project(initiative, NewProject("Pédibus"), key=key, by=local) for _ in range(2)]

    assert made[0] == made[1]


def test_a_double_click_on_a_drafted_convergence_opens_one_project(initiative: Initiative, local: Person, version: DocumentVersion) -> None:
    one, key = family(version, 0, LONG, LONG), uuid4()
    draft_projects(initiative, by=local)

    made = [open_project(initiative, NewProject("Cantine", families=[one]), key=key, by=local) for _ in range(2)]

    assert (made[0], Project.objects.count()) == (made[1], 1)


def test_a_project_without_a_title_is_refused(initiative: Initiative, local: Person) -> None:
    with pytest.raises(Unsaid, match="title"):
        open_project(initiative, NewProject("  "), by=local)


def test_one_idea_feeds_several_projects(first: Project, second: Project, ideas: list[Idea]) -> None:
    assert [outcome.project for outcome in outcomes_of_ideas([ideas[1]])] == [first, second]


def test_an_idea_that_is_taken_off_stays_in_sight_with_its_reason_and_comes_back(first: Project, ideas: list[Idea], local: Person) -> None:
    take_idea_off(first, ideas[0], "déjà faite ailleurs", by=local)
    chain = chain_of(first)
    assert [(one.idea, one.left and one.left.reason) for one in chain.former] == [(ideas[0], "déjà faite ailleurs")]

    add_idea(first, ideas[0], by=local)

    assert (ideas_of(first), list(first.former_feeds.all())) == ([ideas[1], ideas[0]], [])


def test_an_idea_that_was_set_aside_feeds_no_project(first: Project, ideas: list[Idea], local: Person) -> None:
    set_idea_aside(ideas[2], "hors sujet", by=local)
    ideas[2].refresh_from_db()

    with pytest.raises(WrongIdea, match="keep it first"):
        add_idea(first, ideas[2], by=local)


def test_a_merge_brings_ideas_money_and_holders_and_parting_gives_each_its_own(
    initiative: Initiative, first: Project, second: Project, ideas: list[Idea], local: Person
) -> None:
    actor = name_actor(initiative, "Syndicat de l'Orve", by=local)
    for project in (first, second):
        ProjectCommitment.objects.create(initiative=initiative, project=project, actor=actor, role="porte")
    cost = ProjectCost.objects.create(initiative=initiative, project=first, item="Four", amount=Decimal(9000))

    merge_projects(first, second, "même lieu, même équipe", by=local)

    cost.refresh_from_db()
    assert (ideas_of(second), cost.project) == ([ideas[1], ideas[2], ideas[0]], second)
    assert [one.project for one in chain_of(second).came] == [first]
    assert second.commitments.count() == 1
    with pytest.raises(Closed, match="write there"):
        add_idea(first, ideas[2], by=local)

    parted = part_again(first, "deux porteurs, finalement", by=local)

    cost.refresh_from_db()
    assert parted.is_standing
    assert (ideas_of(second), cost.project) == ([ideas[1], ideas[2]], first)


def test_an_actor_who_carried_both_stands_on_one_ladder_with_the_steps_of_both(first: Project, second: Project, local: Person) -> None:
    here, there = carry(first, Level.TO_CONFIRM), carry(second)
    ProjectCommitment.objects.filter(pk=there.pk).update(actor=here.actor)
    climb_holder(here, Level.WITHDRAWN, on=date(2015, 3, 1), by=local)

    merge_projects(first, second, "même lieu", by=local)
    assert [(one.pk, one.level, one.steps.count()) for one in second.commitments.all()] == [(there.pk, Level.WITHDRAWN, 3)]

    part_again(first, "deux lieux", by=local)
    assert {(one.pk, one.level, one.steps.count()) for one in ProjectCommitment.objects.all()} == {
        (here.pk, Level.WITHDRAWN, 2),
        (there.pk, Level.ORAL, 1),
    }


def test_when_one_of_two_merged_projects_leaves_the_ladder_of_the_other_stays_whole(
    initiative: Initiative, first: Project, second: Project, local: Person
) -> None:
    into = open_project(initiative, NewProject("Halle"), by=local)
    here, there = carry(first, Level.TO_CONFIRM), carry(second)
    ProjectCommitment.objects.filter(pk=there.pk).update(actor=here.actor)
    for project in (first, second):
        merge_projects(project, into, "une seule halle", by=local)

    part_again(first, "à part", by=local)
    assert [(one.pk, one.project, one.level, one.steps.count()) for one in ProjectCommitment.objects.order_by("pk")] == [
        (here.pk, first, Level.TO_CONFIRM, 1),
        (there.pk, into, Level.ORAL, 1),
    ]

    part_again(second, "à part", by=local)
    assert list(second.commitments.all()) == [there]


def test_a_title_changes_and_the_number_stays(first: Project, local: Person) -> None:
    renamed = rename_project(first, " Légumerie de la vallée ", revision=first.revision, by=local)

    assert (renamed.title, renamed.number) == ("Légumerie de la vallée", 1)
    with pytest.raises(StaleEdit):
        rename_project(first, "Autre", revision=0, by=local)


def test_an_idea_that_two_merged_projects_bring_leaves_with_the_last(
    initiative: Initiative, first: Project, ideas: list[Idea], local: Person
) -> None:
    third = open_project(initiative, NewProject("Four", ideas=ideas[:1]), by=local)
    into = open_project(initiative, NewProject("Halle"), by=local)
    for project in (first, third):
        merge_projects(project, into, "une seule halle", by=local)

    part_again(first, "à part", by=local)
    assert ideas_of(into) == [ideas[0]]

    part_again(third, "à part", by=local)
    assert ideas_of(into) == []


def test_what_people_took_off_does_not_come_back_by_a_merge(first: Project, second: Project, ideas: list[Idea], local: Person) -> None:
    take_idea_off(second, ideas[2], "autre commune", by=local)
    add_idea(first, ideas[2], by=local)

    merge_projects(first, second, "même équipe", by=local)

    assert ideas_of(second) == [ideas[1], ideas[0]]


@pytest.mark.parametrize("reason", ["", "  "])
def test_no_merge_without_a_reason(first: Project, second: Project, local: Person, reason: str) -> None:
    with pytest.raises(Unsaid):
        merge_projects(first, second, reason, by=local)


def test_a_project_is_not_merged_into_itself(first: Project, local: Person) -> None:
    with pytest.raises(NotMergeable):
        merge_projects(first, first, "pareil", by=local)


def test_a_split_takes_ideas_out_and_merging_back_undoes_it(first: Project, ideas: list[Idea], local: Person) -> None:
    part = split_project(first, [ideas[0]], "Atelier", "deux porteurs", by=local)
    assert (ideas_of(first), ideas_of(part), part.parted_from) == ([ideas[1]], [ideas[0]], first)
    assert chain_of(first).parts == (part,)

    merge_projects(part, first, "un seul porteur", by=local)

    assert (ideas_of(first), list(first.former_feeds.all())) == ([ideas[1], ideas[0]], [])


@pytest.mark.parametrize("count", [0, 2])
def test_a_split_leaves_something_on_both_sides(first: Project, ideas: list[Idea], local: Person, count: int) -> None:
    with pytest.raises(NotParted):
        split_project(first, ideas[:count], "Atelier", "deux porteurs", by=local)


def test_a_dropped_project_keeps_its_ideas_and_is_taken_back(first: Project, ideas: list[Idea], local: Person) -> None:
    dropped = drop_project(first, "personne ne le porte", by=local)
    assert (dropped.is_standing, ideas_of(dropped)) == (False, ideas[:2])

    assert take_project_back(dropped, "une commune s'engage", by=local).is_standing


def test_what_stands_is_not_taken_back(first: Project, local: Person) -> None:
    with pytest.raises(Closed, match="nothing to take back"):
        take_project_back(first, "au cas où", by=local)


def test_what_is_transverse_serves_two_projects_at_least(initiative: Initiative, first: Project, second: Project, local: Person) -> None:
    shared = open_project(initiative, NewProject("Plateforme logistique", serves=[first, second]), by=local)

    assert (shared.kind, [link.other for link in shared.links.all()]) == (ProjectKind.TRANSVERSE, [first, second])
    with pytest.raises(NotShared):
        open_project(initiative, NewProject("Plateforme", serves=[first]), by=local)


def test_a_convergence_says_what_became_of_it(initiative: Initiative, local: Person, version: DocumentVersion) -> None:
    one: Family = family(version, 0, LONG, LONG)
    project = open_project(initiative, NewProject("Cantine", families=[one]), by=local)

    assert [outcome.project for outcome in outcomes_of_family(one)] == [project]
