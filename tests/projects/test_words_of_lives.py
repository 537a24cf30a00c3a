"""The teams' words stand on the sheet of every project that their ideas feed, and leave it with them."""

import pytest
from tests.projects.test_drafts import LONG, family, say, version

from semailles.core.models import Person
from semailles.intake.models import DocumentVersion, Idea, Passage, Remark
from semailles.projects.actions import (
    NewProject,
    add_idea,
    draft_projects,
    merge_projects,
    open_project,
    part_again,
    split_project,
    take_idea_off,
)
from semailles.projects.enums import Section
from semailles.projects.models import Project
from semailles.workshop.models import Initiative

__all__ = ["version"]
pytestmark = pytest.mark.django_db
SHED = "installer un hangar de séchage pour le bois de chauffage des communes, au bord de la route forestière, avec la coopérative des bûcherons"


def remark(version: DocumentVersion, text: str) -> str:
    """Under the last idea that was said."""
    passage = Passage.objects.create(
        initiative=version.initiative, version=version, rank=version.passages.count(), kind="paragraph", text=text, locator={"paragraph": 2}
    )
    words = {"initiative": version.initiative, "passage": passage, "start": 0, "end": len(text), "quote": text}
    Remark.objects.create(**words, heading=Section.LAUNCH, score=0.5)
    return text


def told(project: Project) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for one in project.statements.order_by("section", "rank"):
        found.setdefault(one.section, []).append(one.quote)
    return found


@pytest.fixture
def shed(version: DocumentVersion) -> Idea:
    return say(version, SHED)


@pytest.fixture
def drying(shed: Idea, version: DocumentVersion) -> str:
    return remark(version, "Première étape : un séchage d'essai du bois sous le hangar des bûcherons.")


def test_an_idea_brings_its_words_and_the_sentences_beside_it_and_takes_them_away(
    initiative: Initiative, local: Person, version: DocumentVersion, shed: Idea, drying: str
) -> None:
    project = open_project(initiative, NewProject("Cantine", ideas=[say(version, LONG)]), by=local)
    alone = told(project)

    add_idea(project, shed, by=local)
    assert told(project) == {Section.DESCRIPTION: [*alone[Section.DESCRIPTION], SHED], Section.LAUNCH: [drying]}

    take_idea_off(project, shed, "fait ailleurs", by=local)
    assert told(project) == alone


def test_two_drafts_made_one_carry_the_words_of_both_until_they_are_parted(
    initiative: Initiative, local: Person, version: DocumentVersion
) -> None:
    families = [family(version, 0, LONG, LONG), family(version, 1, SHED, SHED)]
    drying = remark(version, "Première étape : un séchage d'essai du bois sous le hangar des bûcherons.")
    _canteen, wood = draft_projects(initiative, by=local)
    before = told(wood)

    project = open_project(initiative, NewProject("Nourrir et chauffer", families=families), by=local)
    assert told(project) == {Section.DESCRIPTION: [LONG.strip(), LONG.strip(), SHED, SHED], Section.LAUNCH: [drying]}

    part_again(wood, "deux équipes", by=local)
    assert told(project) == {Section.DESCRIPTION: [LONG.strip(), LONG.strip()]}
    assert told(wood) == before == {Section.DESCRIPTION: [SHED, SHED], Section.LAUNCH: [drying]}


def test_what_two_merged_projects_say_leaves_with_the_last(initiative: Initiative, local: Person, shed: Idea, drying: str) -> None:
    into, first, second = (
        open_project(initiative, NewProject(title, ideas=ideas), by=local)
        for title, ideas in (("Halle", []), ("Bois", [shed]), ("Séchoir", [shed]))
    )
    for project in (first, second):
        merge_projects(project, into, "une seule halle", by=local)

    part_again(first, "à part", by=local)
    assert told(into) == {Section.DESCRIPTION: [SHED], Section.LAUNCH: [drying]}

    part_again(second, "à part", by=local)
    assert told(into) == {}


def test_a_part_leaves_with_its_words_and_brings_them_back(
    initiative: Initiative, local: Person, version: DocumentVersion, shed: Idea, drying: str
) -> None:
    canteen = say(version, LONG)
    project = open_project(initiative, NewProject("Cantine", ideas=[canteen, shed]), by=local)
    whole = told(project)

    part = split_project(project, [shed], "Séchoir", "deux lieux", by=local)
    assert (told(part), told(project)) == (
        {Section.DESCRIPTION: [SHED], Section.LAUNCH: [drying]},
        {Section.DESCRIPTION: whole[Section.DESCRIPTION][:1]},
    )

    merge_projects(part, project, "un seul lieu", by=local)
    assert told(project) == whole
