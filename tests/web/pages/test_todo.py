"""What I have to do, in one initiative and in all of them."""

import pytest
from pytest_django import DjangoAssertNumQueries
from tests.instance import account, at, browser_of, member
from tests.web.seen import links, text

from semailles.core.models import Person
from semailles.core.texts.actions import open_section, write_section
from semailles.core.texts.errors import EditConflict
from semailles.projects.actions import open_project
from semailles.projects.actions.opening import NewProject
from semailles.projects.actions.remarks import answer_remark, remark
from semailles.projects.actions.work import add_task
from semailles.projects.entries import RemarkEntry
from semailles.projects.entries_of_work import TaskEntry
from semailles.projects.models import Project
from semailles.workshop.actions import open_initiative
from semailles.workshop.enums import Role
from semailles.workshop.models import Initiative, Membership

pytestmark = pytest.mark.usefixtures("instance")


@pytest.fixture
def administrator(db: None) -> Person:
    return account("Administration", administers=True)


@pytest.fixture
def vale(administrator: Person) -> Initiative:
    return open_initiative("Vallée de l'Orve", by=administrator)


@pytest.fixture
def camille(vale: Initiative) -> Person:
    return member(vale, Role.COORDINATOR, "Camille")


@pytest.fixture
def dominique(vale: Initiative) -> Person:
    return member(vale, Role.STEERING, "Dominique")


@pytest.fixture
def project(vale: Initiative, camille: Person) -> Project:
    return open_project(vale, NewProject("Une légumerie"), by=camille)


def test_each_finds_their_own_tasks_and_questions_and_nobody_elses(
    vale: Initiative, camille: Person, dominique: Person, project: Project
) -> None:
    add_task(vale, TaskEntry("Appeler la mairie", who="dominique", project=project), by=camille)
    add_task(vale, TaskEntry("Relire la fiche", who="Camille", project=project), by=camille)
    remark(project, RemarkEntry("Qui paie ?", asked_to="Dominique"), by=camille)

    page = browser_of(dominique).get(at(vale, "/porter/a-faire/")).content

    assert [said in text(page) for said in ("Appeler la mairie", "Relire la fiche", "Qui paie ?")] == [True, False, True]


def test_an_answered_question_waits_no_more(vale: Initiative, camille: Person, dominique: Person, project: Project) -> None:
    answer_remark(remark(project, RemarkEntry("Qui paie ?", asked_to="Dominique"), by=camille), "La commune.", by=dominique)

    assert "Qui paie" not in text(browser_of(dominique).get(at(vale, "/porter/a-faire/")).content)


@pytest.mark.django_db(transaction=True)
def test_the_text_that_waits_beside_another_is_to_be_brought_together(vale: Initiative, camille: Person, project: Project) -> None:
    shaper = member(vale, Role.SHAPER, "Sacha")
    section = open_section(project, "constat", initiative=vale, by=camille)
    write_section(section, "Un.", based_on=0, by=camille)
    with pytest.raises(EditConflict):
        write_section(section, "Deux.", based_on=0, by=shaper)

    page = browser_of(shaper).get("/a-faire/").content

    together = next(link for link in links(page) if "rubriques/constat" in link)
    assert together.startswith("/d/vallee-de-lorve/porter/1/rubriques/constat/")
    assert "What Sacha wrote" in text(browser_of(camille).get(together).content)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_of_all_initiatives_asks_as_much_of_one_task_as_of_three(
    count: int,
    vale: Initiative,
    administrator: Person,
    camille: Person,
    dominique: Person,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    lorge = open_initiative("Forêt de Lorge", by=administrator)
    project = open_project(vale, NewProject("Une légumerie"), by=camille)
    Membership.objects.create(initiative=lorge, person=dominique, role=Role.HOLDER)
    for rank in range(count):
        add_task(vale, TaskEntry(f"Tâche {rank}", who="Dominique", project=project), by=camille)
    browser = browser_of(dominique)
    browser.get("/a-faire/")

    with django_assert_num_queries(13):
        page = browser.get("/a-faire/").content

    assert text(page).count("Tâche ") == count


def test_a_visitor_signs_in_first(vale: Initiative) -> None:
    assert browser_of(None).get("/a-faire/")["Location"].startswith("/compte/login/")
