"""Links as those attack them who have the source in hand: machines that open mails, two devices, replays, other purposes, other initiatives, a whole room."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from axes.models import AccessAttempt
from django.urls import reverse
from django.utils import timezone
from pytest_django.fixtures import Settings
from tests.instance import at, browser_of, member
from tests.web.seen import text

from semailles.core.enums import LinkPurpose
from semailles.core.journal import About
from semailles.core.links import new_token
from semailles.core.models import Person, PersonalLink, SearchEntry
from semailles.core.quotas import HOUR, spend
from semailles.intake.models import Contribution, Deposit
from semailles.projects.actions import commit_to
from semailles.projects.models import Comment, Project, ProjectCommitment
from semailles.projects.pledges import pledge_to_project
from semailles.web.layout.letters import GUESSES
from semailles.workshop.actions import name_actor, open_initiative, open_team
from semailles.workshop.actions.inviting import InvitationEntry, invite
from semailles.workshop.actions.linking import LinkEntry, give_link
from semailles.workshop.entries import CommitmentEntry
from semailles.workshop.enums import CommitmentRole, Level, Role
from semailles.workshop.models import Initiative, Membership

pytestmark = pytest.mark.usefixtures("instance")
DAY, END = date(2015, 4, 12), date(2015, 5, 12)
Given = dict[LinkPurpose, tuple[PersonalLink, str]]


@pytest.fixture(autouse=True)
def today(settings: Settings) -> None:
    settings.TODAY = DAY


@pytest.fixture
def ana(initiative: Initiative) -> Person:
    return member(initiative, Role.COORDINATOR, "Ana Lopez")


@pytest.fixture
def carrier(initiative: Initiative, ana: Person) -> ProjectCommitment:
    project = Project.objects.create(initiative=initiative, number=1, title="Une légumerie", taken_up_on=DAY)
    union = name_actor(initiative, "Syndicat de l'Orve", by=ana)
    return commit_to(project, CommitmentEntry(union, CommitmentRole.CARRIES, "un local"), by=ana)


@pytest.fixture
def given(initiative: Initiative, ana: Person, carrier: ProjectCommitment) -> Given:
    """One of each purpose: the link, and its token."""
    team, project = open_team(initiative, "Équipe des berges", by=ana), carrier.project
    things = {
        LinkPurpose.ANSWER: About("ProjectCommitment", carrier.public_id, str(carrier)),
        LinkPurpose.READ: About("Project", project.public_id, str(project)),
        LinkPurpose.COMMENT: About("Project", project.public_id, str(project)),
        LinkPurpose.DEPOSIT: About("Team", team.public_id, str(team)),
        LinkPurpose.CONTRIBUTE: None,
    }
    links = {
        purpose: give_link(initiative, LinkEntry(purpose, "Marie Durand", END, about), on=DAY, by=ana) for purpose, about in things.items()
    }
    links[LinkPurpose.INVITE] = invite(initiative, InvitationEntry("Lise Aubin", "lise@exemple.test", Role.SHAPER), by=ana)
    return links


def pages(initiative: Initiative, token: str) -> list[str]:
    page = at(initiative, f"/lien/{token}/")
    return [page, *(f"{page}{more}" for more in ("decliner/", "fiche.pdf", "feuille-de-route.pdf", "attestation.txt"))]


def signature(carrier: ProjectCommitment) -> dict[str, str]:
    return {"name": "Marie Durand", "position": "directrice", "agrees": "on", "seen": pledge_to_project(carrier).digest}


def written() -> tuple[int, ...]:
    return tuple(model.objects.count() for model in (Comment, Contribution, Deposit, Membership, SearchEntry))


def test_a_machine_that_opens_every_address_of_a_mail_changes_nothing(
    initiative: Initiative, given: Given, carrier: ProjectCommitment
) -> None:
    before, machine = written(), browser_of(None)

    for _link, token in given.values():
        for address in (*pages(initiative, token), f"/l/{token}/"):
            machine.head(address)
            machine.get(address, headers={"Sec-Purpose": "prefetch"})
    unopened = PersonalLink.objects.filter(opened_at=None).count()
    for _link, token in given.values():
        for address in pages(initiative, token):
            machine.get(address)

    carrier.refresh_from_db()
    assert (unopened, written() == before, carrier.steps.count(), carrier.level) == (len(given), True, 0, Level.FORESEEN)
    assert PersonalLink.objects.filter(used_at=None, withdrawn_at=None).count() == len(given)


def test_two_devices_sign_once_and_the_second_reads_what_was_signed(
    initiative: Initiative, given: Given, carrier: ProjectCommitment
) -> None:
    page = pages(initiative, given[LinkPurpose.ANSWER][1])[0]
    telephone, computer = browser_of(None), browser_of(None)
    telephone.get(page)
    computer.get(page)

    first = telephone.post(page, signature(carrier))
    second = computer.post(page, signature(carrier))
    declined = computer.post(f"{page}decliner/", {"name": "Marie Durand", "reason": "finalement non"})

    carrier.refresh_from_db()
    assert (first.status_code, second.status_code, declined.status_code) == (302, 200, 302)
    assert ("It is signed, thank you" in text(second.content), carrier.steps.count(), carrier.level) == (True, 1, Level.WRITTEN)


def test_the_same_remark_idea_and_answer_sent_again_are_one(initiative: Initiative, given: Given) -> None:
    browser = browser_of(None)
    remark, idea = {"text": "Où serait le local ?", "key": str(uuid4())}, {"title": "Un verger", "stamp": new_token()}

    for _ in range(3):
        browser.post(pages(initiative, given[LinkPurpose.COMMENT][1])[0], remark)
        browser.post(pages(initiative, given[LinkPurpose.CONTRIBUTE][1])[0], idea)

    assert (Comment.objects.count(), Contribution.objects.count()) == (1, 1)


def test_a_link_does_what_it_was_given_for_whatever_address_is_tried(
    initiative: Initiative, given: Given, carrier: ProjectCommitment
) -> None:
    """Which of the addresses under a link open, by purpose: itself, declining, the sheet, the roadmap, what was signed."""
    browser = browser_of(None)

    opened = {purpose: [browser.get(page).status_code for page in pages(initiative, token)] for purpose, (_link, token) in given.items()}

    assert opened == {
        LinkPurpose.ANSWER: [200, 200, 200, 404, 404],
        LinkPurpose.READ: [200, 404, 200, 404, 404],
        LinkPurpose.COMMENT: [200, 404, 200, 404, 404],
        LinkPurpose.DEPOSIT: [200, 404, 404, 404, 404],
        LinkPurpose.CONTRIBUTE: [200, 404, 404, 404, 404],
        LinkPurpose.INVITE: [200, 404, 404, 404, 404],
    }
    assert [browser.get(at(initiative, f"/suivi/{token}/")).status_code for _link, token in given.values()] == [404] * len(given)


def test_what_another_purpose_would_write_is_not_written(initiative: Initiative, given: Given, carrier: ProjectCommitment) -> None:
    before, browser = written(), browser_of(None)
    everything = {**signature(carrier), "text": "Un mot", "title": "Une idée", "key": str(uuid4()), "stamp": new_token(), "reason": "non"}

    for purpose in (LinkPurpose.READ, LinkPurpose.INVITE):
        for page in pages(initiative, given[purpose][1]):
            browser.post(page, everything)

    carrier.refresh_from_db()
    assert (written(), carrier.level) == (before, Level.FORESEEN)


def test_a_link_opens_nothing_under_the_address_of_another_initiative(initiative: Initiative, given: Given, local: Person) -> None:
    other = open_initiative("Plateau", by=local)
    browser = browser_of(None)

    answers = [browser.get(page) for _link, token in given.values() for page in pages(other, token)]

    assert {answer.status_code for answer in answers} <= {404, 429}
    assert ["Vallée" in answer.content.decode() or "légumerie" in answer.content.decode() for answer in answers] == [False] * len(answers)
    assert PersonalLink.objects.exclude(opened_at=None).count() == 0


def test_a_room_where_many_mistype_still_opens_its_links(initiative: Initiative, given: Given) -> None:
    for _ in range(GUESSES):
        spend("wrong link", "127.0.0.1", limit=GUESSES, within=HOUR)
    browser = browser_of(None)

    wrong = browser.get(at(initiative, f"/lien/{new_token()}/"))
    right = [browser.get(at(initiative, f"/lien/{token}/")).status_code for _link, token in given.values()]

    assert "That is too often from here: come back in 60 minutes." in text(wrong.content)
    assert right == [200] * len(given)


def test_what_was_being_written_when_a_link_ended_is_given_back(initiative: Initiative, given: Given) -> None:
    link, token = given[LinkPurpose.COMMENT]
    now = timezone.now()
    PersonalLink.objects.filter(pk=link.pk).update(given_at=now - timedelta(days=9), ends_at=now)

    answer = browser_of(None).post(
        at(initiative, f"/lien/{token}/"), {"text": "Où serait le <b>local</b> ?", "slot": "description", "key": str(uuid4())}
    )

    shown = answer.content.decode()
    assert (answer.status_code, Comment.objects.count()) == (404, 0)
    assert ("This link has reached its end date" in text(answer.content), "Où serait le &lt;b&gt;local&lt;/b&gt;" in shown) == (True, True)


def test_no_page_that_a_link_opens_says_its_token_but_in_its_own_addresses(initiative: Initiative, given: Given) -> None:
    """Neither its title, nor an address of anything else that a browser would ask for with it."""
    for _link, token in given.values():
        answer = browser_of(None).get(at(initiative, f"/lien/{token}/"))
        page = answer.content.decode()
        title = page[page.index("<title>") : page.index("</title>")]
        own = page.count(f"/lien/{token}/") + page.count(f"%2Flien%2F{token}%2F")
        assert (token in title, page.count(token) == own) == (False, True)
        assert (answer["Referrer-Policy"], answer["Cache-Control"], answer["X-Robots-Tag"]) == ("same-origin", "no-store", "noindex")


def test_a_failed_sign_in_on_the_way_to_an_invitation_keeps_no_token(initiative: Initiative, given: Given) -> None:
    token = given[LinkPurpose.INVITE][1]
    back = at(initiative, reverse("link", args=[token]))
    login = f"{reverse('account_login', urlconf='semailles.config.instance_urls')}?next={back}"

    browser_of(None).post(login, {"login": "lise@exemple.test", "password": "wrong", "next": back})

    attempt = AccessAttempt.objects.get()
    assert [token in value for value in (attempt.get_data, attempt.post_data, attempt.path_info)] == [False] * 3
