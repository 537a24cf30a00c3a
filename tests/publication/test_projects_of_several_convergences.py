"""Print says of a project what the screen says: the teams and the words of all the ideas that feed it, whatever they were drawn from."""

from datetime import date
from uuid import uuid4

import pytest
from tests.projects.test_drafts import LONG, say, version

from semailles.convergence.models import Family, FamilyMember
from semailles.core.models import Person
from semailles.engines.typesetting import tree
from semailles.intake.models import Document, DocumentVersion, Idea
from semailles.projects.actions import NewProject, draft_projects, open_project
from semailles.projects.enums import Section
from semailles.projects.models import Project
from semailles.projects.sheet import open_sheet, with_all
from semailles.publication.carrying import carried_projects
from semailles.publication.queries import snapshot
from semailles.publication.roadmap.entries import other_convergences
from semailles.publication.roadmap.sheets import sheets
from semailles.workshop.actions import open_team
from semailles.workshop.models import Initiative, Team

__all__ = ["version"]
pytestmark = pytest.mark.django_db
ON = date(2015, 3, 1)
SHED = "installer un hangar de séchage pour le bois de chauffage des communes, au bord de la route forestière, avec la coopérative des bûcherons"


def met(rank: int, title: str, ideas: list[Idea]) -> Family:
    first = ideas[0]
    one = Family.objects.create(initiative=first.initiative, public_id=uuid4(), title=title, medoid=first, strength="forte", rank=rank)
    FamilyMember.objects.bulk_create(FamilyMember(initiative=first.initiative, family=one, idea=idea) for idea in ideas)
    return one


@pytest.fixture
def versions(initiative: Initiative, local: Person, version: DocumentVersion) -> list[DocumentVersion]:
    """Of three teams."""
    found = [version]
    for name in ("deux", "trois"):
        team = open_team(initiative, name, by=local)
        document = Document.objects.create(initiative=initiative, public_id=uuid4(), team=team, path=f"{name}/note.txt")
        found.append(
            DocumentVersion.objects.create(
                initiative=initiative, document=document, sha256=name, status="read", received_at=version.received_at
            )
        )
    for letter, one in zip("ABC", found, strict=True):
        Team.objects.filter(pk=one.document.team_id).update(letter=letter)
        one.document.team.letter = letter
    return found


@pytest.fixture
def families(versions: list[DocumentVersion]) -> list[Family]:
    first, second, third = versions
    ideas = [say(first, LONG), say(second, LONG), say(second, SHED), say(third, SHED)]
    for idea, number in zip(ideas, (1, 1, 2, 1), strict=True):
        Idea.objects.filter(pk=idea.pk).update(number=number)
    return [met(0, "Une cantine", ideas[:2]), met(1, "Un séchoir", ideas[2:])]


def printed(initiative: Initiative) -> tree.Sheet:
    [sheet] = sheets(snapshot(initiative), carried_projects(initiative, on=ON))
    return sheet


def quotes(sheet: tree.Sheet) -> list[tuple[str, tuple[str, ...]]]:
    description = next(one for one in sheet.sections if one.key == Section.DESCRIPTION)
    return [(paragraph[0].text, paragraph[0].ideas) for paragraph in description.paragraphs]


def test_a_project_of_two_convergences_is_printed_with_the_teams_and_the_words_of_both(
    initiative: Initiative, local: Person, families: list[Family]
) -> None:
    draft_projects(initiative, by=local)
    project = open_project(initiative, NewProject("Nourrir et chauffer", families=families), by=local)

    sheet = printed(initiative)

    shown = open_sheet(Project.objects.prefetch_related(*with_all()).get(pk=project.pk))
    assert sheet.letters == shown.letters == ("A", "B", "C")
    assert sheet.explanation.startswith("3 teams out of 3, 4 ideas")
    assert quotes(sheet) == [(LONG.strip(), ("A1",)), (LONG.strip(), ("B1",)), (SHED, ("C1",)), (SHED, ("B2",))]


def test_a_convergence_that_feeds_a_project_is_not_among_the_others(initiative: Initiative, local: Person, families: list[Family]) -> None:
    open_project(initiative, NewProject("Nourrir et chauffer", families=families), by=local)

    assert other_convergences(snapshot(initiative), None).groups == ()


def test_a_title_that_people_give_stands_without_the_line_of_the_draft(
    initiative: Initiative, local: Person, versions: list[DocumentVersion]
) -> None:
    ideas = [say(versions[0], LONG), say(versions[1], SHED)]
    Idea.objects.filter(pk__in=[idea.pk for idea in ideas]).update(number=1)
    Idea.objects.filter(pk=ideas[1].pk).update(title="Installer un hangar de séchage pour le bois")
    family = met(0, "Une cantine", ideas)
    [draft] = draft_projects(initiative, by=local)

    def lines() -> tuple[str, str]:
        return printed(initiative).tagline, open_sheet(Project.objects.prefetch_related(*with_all()).get(pk=draft.pk)).tagline

    assert lines() == ("Installer un hangar de séchage pour le bois",) * 2
    open_project(initiative, NewProject("Un repas chaud", families=[family]), by=local)
    assert lines() == ("", "")
