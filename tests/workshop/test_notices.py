"""Who is told what, by which way: the table holds, and nobody is mailed who did not take part."""

from collections.abc import Mapping

import pytest
from django.core import mail
from pytest_django.fixtures import Settings
from tests.instance import account, member

from semailles.core.enums import MailedHow, NoticeKind
from semailles.core.mailing import send
from semailles.core.models import Mute, Notice, Person
from semailles.projects.actions import open_project
from semailles.projects.actions.opening import NewProject
from semailles.projects.actions.remarks import answer_remark, remark
from semailles.projects.actions.work import add_task
from semailles.projects.entries import RemarkEntry
from semailles.projects.entries_of_work import TaskEntry
from semailles.projects.models import Project
from semailles.workshop.actions import open_initiative
from semailles.workshop.actions.notices import choose_mail, hear_again, mute, read_notices
from semailles.workshop.enums import Role
from semailles.workshop.letters import mail_letters
from semailles.workshop.models import Initiative, Membership
from semailles.workshop.notices import tell
from semailles.workshop.rules import forget_roles

pytestmark = pytest.mark.usefixtures("instance")

TOLD: Mapping[NoticeKind, set[Role]] = {
    NoticeKind.QUESTION: {Role.COORDINATOR, Role.SHAPER, Role.WORKER, Role.HOLDER, Role.STEERING},
    NoticeKind.ANSWER: {Role.COORDINATOR, Role.SHAPER, Role.WORKER, Role.HOLDER, Role.STEERING},
    NoticeKind.REMARK: {Role.HOLDER},
    NoticeKind.TEXTS: {Role.COORDINATOR, Role.SHAPER, Role.WORKER, Role.HOLDER},
    NoticeKind.TASK: {Role.COORDINATOR, Role.SHAPER, Role.WORKER, Role.HOLDER, Role.STEERING},
    NoticeKind.LINK: {Role.COORDINATOR, Role.HOLDER},
    NoticeKind.ORPHANS: {Role.COORDINATOR},
}
LEAVES = {MailedHow.NOW: (1, 0), MailedHow.DIGEST: (0, 1), MailedHow.NEVER: (0, 0)}  # letters at once, then in the day's mail


@pytest.fixture
def administrator(db: None) -> Person:
    return account("Administration", administers=True)


@pytest.fixture
def vale(administrator: Person) -> Initiative:
    return open_initiative("Vallée de l'Orve", lang="en", by=administrator)


@pytest.fixture
def camille(vale: Initiative) -> Person:
    return member(vale, Role.COORDINATOR, "Camille")


@pytest.fixture
def project(vale: Initiative, camille: Person) -> Project:
    return open_project(vale, NewProject("Une légumerie"), by=camille)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("kind", NoticeKind)
def test_each_role_is_told_on_screen_what_the_table_says(kind: NoticeKind, role: Role, vale: Initiative, camille: Person) -> None:
    notice = tell(member(vale, role, "Dominique"), kind, vale, initiative=vale, by=camille)

    assert (notice is not None) == (role in TOLD[kind])


@pytest.mark.parametrize("how", MailedHow)
@pytest.mark.parametrize("kind", NoticeKind)
def test_each_kind_is_mailed_as_its_reader_chose(kind: NoticeKind, how: MailedHow, vale: Initiative, camille: Person) -> None:
    dominique = member(vale, next(role for role in (Role.HOLDER, Role.COORDINATOR) if role in TOLD[kind]), "Dominique")
    choose_mail(vale, {kind: how}, by=dominique)
    tell(dominique, kind, vale, initiative=vale, by=camille)

    assert (mail_letters(MailedHow.NOW), mail_letters(MailedHow.DIGEST)) == LEAVES[how]


def test_a_question_a_remark_an_answer_and_a_task_reach_whom_they_concern(vale: Initiative, camille: Person, project: Project) -> None:
    dominique = member(vale, Role.SHAPER, "Dominique Évrard")

    asked = remark(project, RemarkEntry("Qui paie ?", asked_to="dominique evrard"), by=camille)
    answer_remark(asked, "La commune.", by=dominique)
    add_task(vale, TaskEntry("Appeler la mairie", who="Dominique Évrard", project=project), by=camille)

    told = [(one.person.name, one.kind, one.label) for one in Notice.objects.order_by("pk").select_related("person")]
    assert told == [
        ("Dominique Évrard", "question", str(project)),
        ("Camille", "answer", str(project)),
        ("Dominique Évrard", "task", "Appeler la mairie"),
    ]


def test_one_letter_a_person_across_initiatives_and_each_thing_once(vale: Initiative, administrator: Person, camille: Person) -> None:
    lorge = open_initiative("Forêt de Lorge", lang="en", by=administrator)
    dominique = member(vale, Role.HOLDER, "Dominique")
    Membership.objects.create(initiative=lorge, person=dominique, role=Role.SHAPER)
    tell(dominique, NoticeKind.QUESTION, vale, initiative=vale, by=camille)
    tell(dominique, NoticeKind.TASK, lorge, initiative=lorge, by=administrator)

    assert (mail_letters(MailedHow.DIGEST), mail_letters(MailedHow.DIGEST)) == (1, 0)
    letter = mail.outbox[0]
    assert letter.to == ["dominique@exemple.test"]
    assert letter.subject == "2 things wait for you: Forêt de Lorge, Vallée de l'Orve"
    assert "http://127.0.0.1:8123/d/vallee-de-lorve/avis/" in letter.body


def test_a_letter_tells_nothing_of_what_was_written(vale: Initiative, camille: Person, project: Project) -> None:
    member(vale, Role.HOLDER, "Dominique")
    remark(project, RemarkEntry("Le maire refuse de payer.", asked_to="Dominique"), by=camille)
    mail_letters(MailedHow.DIGEST)

    assert "refuse" not in mail.outbox[0].body


def test_whoever_has_no_account_or_no_role_any_more_is_not_mailed(vale: Initiative, camille: Person) -> None:
    without, gone = Person.objects.create(name="Sans compte"), member(vale, Role.HOLDER, "Partie")
    Membership.objects.create(initiative=vale, person=without, role=Role.HOLDER)
    for one in (without, gone):
        tell(one, NoticeKind.QUESTION, vale, initiative=vale, by=camille)
    gone.memberships.all().delete()
    forget_roles(gone)

    assert (Notice.objects.count(), mail_letters(MailedHow.DIGEST), mail.outbox) == (2, 0, [])


def test_an_inactive_account_is_not_mailed(vale: Initiative) -> None:
    person = member(vale, Role.HOLDER, "Partie")
    person.is_active = False

    assert (send(person, "Bonjour", "…", kind="test"), mail.outbox) == (False, [])


def test_what_was_read_on_screen_is_not_mailed(vale: Initiative, camille: Person) -> None:
    dominique = member(vale, Role.HOLDER, "Dominique")
    tell(dominique, NoticeKind.QUESTION, vale, initiative=vale, by=camille)
    read_notices(vale, by=dominique)

    assert mail_letters(MailedHow.DIGEST) == 0


def test_what_one_mutes_is_told_no_more_until_one_asks_again(vale: Initiative, camille: Person, project: Project) -> None:
    dominique = member(vale, Role.HOLDER, "Dominique")
    notice = tell(dominique, NoticeKind.QUESTION, project, initiative=vale, by=camille)
    assert notice
    mute(notice, by=dominique)

    assert tell(dominique, NoticeKind.TASK, project, initiative=vale, by=camille) is None
    assert tell(dominique, NoticeKind.TASK, vale, initiative=vale, by=camille) is not None
    hear_again(Mute.objects.get(), by=dominique)
    assert tell(dominique, NoticeKind.TASK, project, initiative=vale, by=camille) is not None


def test_the_same_thing_asked_twice_before_it_is_read_is_told_once(vale: Initiative, camille: Person, project: Project) -> None:
    dominique = member(vale, Role.HOLDER, "Dominique")
    for _ in range(2):
        tell(dominique, NoticeKind.QUESTION, project, initiative=vale, by=camille)

    assert Notice.objects.count() == 1


def test_a_name_that_breaks_lines_adds_no_header(vale: Initiative) -> None:
    send("a@exemple.test", "Vallée\r\nBcc: tous@exemple.test", "…", kind="test")

    assert (mail.outbox[0].subject, mail.outbox[0].to, mail.outbox[0].bcc) == ("Vallée Bcc: tous@exemple.test", ["a@exemple.test"], [])


def test_a_letter_that_does_not_leave_is_tried_again(vale: Initiative, camille: Person, settings: Settings) -> None:
    tell(member(vale, Role.HOLDER, "Dominique"), NoticeKind.QUESTION, vale, initiative=vale, by=camille)
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = "django.core.mail.backends.smtp.EmailBackend", "127.0.0.1", 9

    assert mail_letters(MailedHow.DIGEST) == 0
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert mail_letters(MailedHow.DIGEST) == 1
