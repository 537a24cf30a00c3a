"""Questions about an idea, a convergence, a commitment: asked at their place, answered, settled, told to nobody who may not read."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from tests.instance import at, browser_of, member
from tests.web.scene import Scene, settle
from tests.web.seen import text

from semailles.core.enums import MailedHow
from semailles.core.models import Event, Notice, Person
from semailles.core.permits import NotAllowed
from semailles.intake.actions import keep_idea, take_back
from semailles.projects.todo import todo_of
from semailles.workshop.actions import open_initiative
from semailles.workshop.actions.questions import QuestionEntry, answer_question, ask, reopen_question, settle_question
from semailles.workshop.enums import Role
from semailles.workshop.errors import Elsewhere
from semailles.workshop.letters import mail_letters
from semailles.workshop.models import Initiative, Question
from semailles.workshop.queries.questions import people_to_ask, questions_about
from semailles.workshop.rules import forget_roles

pytestmark = pytest.mark.usefixtures("instance")
DAY = date(2027, 3, 8)


@pytest.fixture
def scene(initiative: Initiative, local: Person) -> Scene:
    return settle(initiative, by=local)


@pytest.fixture
def camille(scene: Scene) -> Person:
    return member(scene.initiative, Role.SHAPER, "Camille")


@pytest.fixture
def dominique(scene: Scene) -> Person:
    return member(scene.initiative, Role.STEERING, "Dominique")


def page_of(scene: Scene) -> str:
    return at(scene.initiative, f"/questions/engagement/{scene.commitment.public_id}/")


def form(**typed: object) -> dict[str, object]:
    return {"key": "", "text": "Pour quelle année ?", "asked_to": "", **typed}


def waiting(person: Person, scene: Scene) -> list[str]:
    return [one.text for one in todo_of(person, scene.initiative, on=DAY).asked]


def test_a_question_is_asked_on_its_page_and_waits_for_who_is_asked(scene: Scene, camille: Person, dominique: Person) -> None:
    browser_of(camille).post(page_of(scene), form(asked_to=str(dominique.public_id)))

    notice = Notice.objects.get()
    assert (notice.person, notice.kind, notice.label) == (dominique, "question", str(scene.commitment))
    assert waiting(dominique, scene) == ["Pour quelle année ?"]
    assert "Pour quelle année ?" in text(browser_of(dominique).get("/a-faire/").content)
    assert f'href="{page_of(scene)}"' in browser_of(dominique).get(at(scene.initiative, "/avis/")).content.decode()


def test_its_answer_stands_beside_it_and_is_told_to_who_asked(scene: Scene, camille: Person, dominique: Person) -> None:
    question = ask(scene.commitment, QuestionEntry("Pour quelle année ?", dominique), by=camille)

    browser_of(dominique).post(at(scene.initiative, f"/questions/{question.public_id}/repondre/"), {"answer": "Pour 2028."})

    answered = questions_about(scene.commitment)[0]
    assert (answered.answer, answered.answered_by, waiting(dominique, scene)) == ("Pour 2028.", dominique, [])
    assert Notice.objects.filter(person=camille).values_list("kind", "label").get() == ("answer", str(scene.commitment))


@pytest.mark.parametrize("place", ["idea", "family", "commitment"])
def test_open_questions_stand_at_their_place_and_settled_ones_leave_it(place: str, scene: Scene, camille: Person) -> None:
    thing = getattr(scene, place)
    address = {"idea": "recueillir/idees", "family": "converger", "commitment": "demarche/engagements"}[place]
    question, browser = ask(thing, QuestionEntry("Est-ce bien ici ?"), by=camille), browser_of(camille)
    page = at(scene.initiative, f"/{address}/{thing.public_id}/")

    assert "Est-ce bien ici ?" in text(browser.get(page).content)
    settle_question(question, by=camille)
    assert "Est-ce bien ici ?" not in text(browser.get(page).content)
    reopen_question(question, by=camille)
    assert "Est-ce bien ici ?" in text(browser.get(page).content)


def test_nobody_is_asked_about_what_they_may_not_read(scene: Scene, camille: Person, dominique: Person) -> None:
    with pytest.raises(Elsewhere, match="Dominique"):
        ask(scene.idea, QuestionEntry("Qui l’a dite ?", dominique), by=camille)

    assert (people_to_ask(scene.idea, but=camille), Notice.objects.count()) == ([scene.local], 0)
    keep_idea(scene.idea, by=scene.local)
    assert people_to_ask(scene.idea, but=camille) == [dominique, scene.local]


def test_who_may_not_read_the_thing_finds_none_of_its_questions(scene: Scene, camille: Person, dominique: Person) -> None:
    question = ask(scene.idea, QuestionEntry("Qui l’a dite ?"), by=camille)
    browser = browser_of(dominique)

    addresses = [f"/questions/idee/{scene.idea.public_id}/", f"/questions/{question.public_id}/repondre/"]
    assert [browser.get(at(scene.initiative, one)).status_code for one in addresses] == [404, 404]
    assert browser.post(at(scene.initiative, addresses[0]), form()).status_code == 404
    with pytest.raises(NotAllowed):
        answer_question(question, "Moi.", by=dominique)


def test_what_is_read_no_more_leaves_the_list_of_who_was_asked(scene: Scene, camille: Person, dominique: Person) -> None:
    keep_idea(scene.idea, by=scene.local)
    ask(scene.idea, QuestionEntry("Qui l’a dite ?", dominique), by=camille)
    assert waiting(dominique, scene) == ["Qui l’a dite ?"]

    dominique.memberships.all().delete()
    forget_roles(dominique)

    assert waiting(dominique, scene) == []


def test_a_notice_about_what_is_read_no_more_is_neither_shown_nor_mailed(scene: Scene, camille: Person, dominique: Person) -> None:
    keep_idea(scene.idea, by=scene.local)
    ask(scene.idea, QuestionEntry("Qui l’a dite ?", dominique), by=camille)
    take_back(scene.idea, by=scene.local)

    assert scene.idea.title not in text(browser_of(dominique).get(at(scene.initiative, "/avis/")).content)
    assert (mail_letters(MailedHow.DIGEST), waiting(dominique, scene)) == (0, [])


def test_an_answer_is_told_to_nobody_who_left_meanwhile(scene: Scene, camille: Person, dominique: Person) -> None:
    question = ask(scene.commitment, QuestionEntry("Pour quelle année ?"), by=dominique)
    dominique.memberships.all().delete()

    answer_question(question, "Pour 2028.", by=camille)

    assert Notice.objects.count() == 0


def test_a_reader_neither_asks_nor_sees_what_others_ask(scene: Scene, camille: Person) -> None:
    ask(scene.commitment, QuestionEntry("Pour quelle année ?"), by=camille)
    browser = browser_of(member(scene.initiative, Role.READER, "Lou"))

    assert browser.get(page_of(scene)).status_code == 403
    assert "Pour quelle année ?" not in text(
        browser.get(at(scene.initiative, reverse("commitment", args=[scene.commitment.public_id]))).content
    )


def test_whoever_asked_settles_it_and_another_member_does_not(scene: Scene, dominique: Person) -> None:
    other = member(scene.initiative, Role.WORKER, "Lou")
    question = ask(scene.commitment, QuestionEntry("Pour quelle année ?"), by=dominique)

    with pytest.raises(NotAllowed):
        settle_question(question, by=other)
    assert settle_question(question, by=dominique).closed_at is not None


def test_nothing_is_asked_about_a_thing_of_another_initiative_or_of_no_kind(scene: Scene, camille: Person) -> None:
    elsewhere = open_initiative("Plateau", by=scene.local)
    browser = browser_of(member(elsewhere, Role.COORDINATOR, "Lou"))

    assert browser.get(at(elsewhere, f"/questions/engagement/{scene.commitment.public_id}/")).status_code == 404
    assert browser_of(camille).get(at(scene.initiative, f"/questions/personne/{scene.commitment.public_id}/")).status_code == 404


def test_the_same_form_sent_twice_is_one_question(scene: Scene, camille: Person) -> None:
    browser: Client = browser_of(camille)
    for _ in range(2):
        browser.post(page_of(scene), form(key="11111111-1111-4111-8111-111111111111"))

    assert Question.objects.count() == 1


def test_the_history_keeps_what_was_asked_answered_and_settled(scene: Scene, camille: Person) -> None:
    question = ask(scene.commitment, QuestionEntry("Pour quelle année ?"), by=camille)
    answer_question(question, "Pour 2028.", by=camille)
    settle_question(question, by=camille)

    lines = Event.objects.filter(subject_kind="Question").order_by("pk").values_list("verb", flat=True)
    assert list(lines) == ["added", "answered", "settled"]


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_asks_as_much_of_one_question_as_of_three(
    count: int, scene: Scene, camille: Person, dominique: Person, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for rank in range(count):
        ask(scene.commitment, QuestionEntry(f"Question {rank}", dominique), by=camille)
    browser = browser_of(camille)
    browser.get(page_of(scene))

    with django_assert_num_queries(10):
        browser.get(page_of(scene))
