"""Whoever gave a link, and who holds the project, learn that somebody answered; whoever coordinates, that links lost their giver."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from pytest_django.fixtures import Settings
from tests.instance import account, at, browser_of, member
from tests.web.seen import links, text

from semailles.core.enums import LinkPurpose, NoticeKind
from semailles.core.journal import About
from semailles.core.links import new_token
from semailles.core.models import Notice, Person, PersonalLink
from semailles.core.quotas import spend
from semailles.projects.actions import commit_to
from semailles.projects.actions.holding import let_hold
from semailles.projects.models import Project, ProjectCommitment
from semailles.projects.pledges import pledge_to_project
from semailles.workshop.actions import name_actor, open_commitment, open_team
from semailles.workshop.actions.linking import MOST_TO_ONE, LinkEntry, give_link
from semailles.workshop.actions.roles import end_role
from semailles.workshop.entries import CommitmentEntry
from semailles.workshop.enums import CommitmentRole, Role
from semailles.workshop.models import Initiative, ProcessCommitment
from semailles.workshop.pledges import pledge_to_process

pytestmark = pytest.mark.usefixtures("instance")
DAY, END = date(2015, 4, 12), date(2015, 5, 12)


@pytest.fixture(autouse=True)
def today(settings: Settings) -> None:
    settings.TODAY = DAY


@pytest.fixture
def ana(initiative: Initiative) -> Person:
    return member(initiative, Role.COORDINATOR, "Ana Lopez")


@pytest.fixture
def project(initiative: Initiative) -> Project:
    return Project.objects.create(initiative=initiative, number=1, title="Une légumerie", taken_up_on=DAY)


@pytest.fixture
def holder(project: Project, initiative: Initiative, ana: Person) -> Person:
    person = member(initiative, Role.HOLDER, "Odile Blin")
    let_hold(project, person, on=DAY, by=ana)
    return person


@pytest.fixture
def carrier(project: Project, initiative: Initiative, ana: Person) -> ProjectCommitment:
    union = name_actor(initiative, "Syndicat de l'Orve", by=ana)
    return commit_to(project, CommitmentEntry(union, CommitmentRole.CARRIES, "un local de 200 m²"), by=ana)


@pytest.fixture
def promise(initiative: Initiative, ana: Person) -> ProcessCommitment:
    return open_commitment(initiative, CommitmentEntry(name_actor(initiative, "Fonds des Moulins", by=ana), CommitmentRole.FUNDS), by=ana)


def given(initiative: Initiative, purpose: LinkPurpose, about: About | None, by: Person) -> tuple[PersonalLink, str]:
    link, token = give_link(initiative, LinkEntry(purpose, "Marie Durand", END, about), on=DAY, by=by)
    return link, at(initiative, f"/lien/{token}/")


def told() -> set[tuple[str, str, str]]:
    """Who, what sort of thing, about what."""
    return {(notice.person.name, notice.kind, notice.subject_kind) for notice in Notice.objects.select_related("person")}


def test_a_signature_reaches_whoever_asked_for_it_and_who_holds_the_project(
    initiative: Initiative, carrier: ProjectCommitment, holder: Person, ana: Person
) -> None:
    _link, page = given(initiative, LinkPurpose.ANSWER, About("ProjectCommitment", carrier.public_id, str(carrier)), ana)

    browser_of(None).post(
        page, {"name": "Marie Durand", "position": "directrice", "agrees": "on", "seen": pledge_to_project(carrier).digest}
    )

    assert told() == {("Ana Lopez", "link", "Project"), ("Odile Blin", "link", "Project")}
    shown = browser_of(holder).get(at(initiative, "/avis/")).content
    assert "Marie Durand answered, by a personal link, about “1. Une légumerie”." in text(shown)


def test_a_refusal_to_the_process_reaches_whoever_asked(
    initiative: Initiative, promise: ProcessCommitment, holder: Person, ana: Person
) -> None:
    _link, page = given(initiative, LinkPurpose.ANSWER, About("ProcessCommitment", promise.public_id, str(promise)), ana)

    browser_of(None).post(f"{page}decliner/", {"name": "Marie Durand", "reason": "pas cette année"})

    assert told() == {("Ana Lopez", "link", "ProcessCommitment")}
    assert pledge_to_process(promise).actor == "Fonds des Moulins"
    assert at(initiative, reverse("people")) in links(browser_of(ana).get(at(initiative, "/avis/")).content)


def test_a_remark_files_and_an_idea_reach_whoever_asked_for_them(
    initiative: Initiative, project: Project, holder: Person, ana: Person
) -> None:
    team = open_team(initiative, "Équipe des berges", by=ana)
    _link, remark = given(initiative, LinkPurpose.COMMENT, About("Project", project.public_id, str(project)), ana)
    _link, deposit = given(initiative, LinkPurpose.DEPOSIT, About("Team", team.public_id, str(team)), ana)
    _link, idea = given(initiative, LinkPurpose.CONTRIBUTE, None, ana)
    visitor = browser_of(None)

    visitor.post(remark, {"text": "Où serait le local ?", "key": str(uuid4())})
    first = told()
    visitor.post(deposit, {"given": SimpleUploadedFile("notes.txt", b"Ouvrir un verger."), "key": str(uuid4())})
    visitor.post(idea, {"title": "Un verger à l'école", "stamp": new_token()})

    assert first == {("Ana Lopez", "link", "Project"), ("Odile Blin", "remark", "Project")}
    assert told() - first == {("Ana Lopez", "link", "Team"), ("Ana Lopez", "link", "Contribution")}
    listed = text(browser_of(ana).get(at(initiative, "/personnes/")).content)
    assert listed.count("it served") == 3


def test_the_other_coordinators_learn_that_links_lost_their_giver(initiative: Initiative, project: Project, ana: Person) -> None:
    paul, lise = member(initiative, Role.COORDINATOR, "Paul Martin"), member(initiative, Role.COORDINATOR, "Lise Aubin")
    given(initiative, LinkPurpose.READ, About("Project", project.public_id, str(project)), paul)
    before = told()

    left = browser_of(ana).post(at(initiative, reverse("member-end", args=[paul.public_id])), {"role": "coordinator"}, follow=True)

    ours = {one for one in told() - before if one[0] in {"Ana Lopez", "Lise Aubin", "Paul Martin"}}
    assert ours == {("Lise Aubin", "orphans", "Person")}
    assert "1 link that they gave opens nothing any more: take it over from the list of people, or leave it so." in text(left.content)
    assert "Paul Martin no longer coordinates: the links" in text(browser_of(lise).get(at(initiative, "/avis/")).content)


def test_nobody_is_told_when_whoever_leaves_gave_no_link(initiative: Initiative, ana: Person) -> None:
    end_role(initiative, member(initiative, Role.COORDINATOR, "Paul Martin"), Role.COORDINATOR, by=ana)

    assert Notice.objects.filter(kind=NoticeKind.ORPHANS).count() == 0


def test_of_two_people_of_one_name_the_page_asks_which(initiative: Initiative, ana: Person) -> None:
    browser, page = browser_of(ana), at(initiative, reverse("link-give"))
    asked = {
        "what": f"contribute.Initiative.{initiative.public_id}",
        "name": "Marie Durand",
        "email": "marie@exemple.test",
        "ends_on": END.isoformat(),
    }
    browser.post(page, {**asked, "key": str(uuid4())})
    first = PersonalLink.objects.get()

    again = browser.post(page, {**asked, "key": str(uuid4())})
    same = browser.post(page, {**asked, "key": str(uuid4()), "who": str(first.person.public_id)})
    other = browser.post(page, {**asked, "key": str(uuid4()), "who": "other"})

    assert [answer.status_code for answer in (again, same, other)] == [422, 200, 200]
    assert "the same person as Marie Durand: bring ideas (marie@exemple.test)" in text(again.content)
    assert [link.person == first.person for link in PersonalLink.objects.order_by("pk")] == [True, True, False]
    assert browser.post(page, {**asked, "key": str(uuid4()), "who": str(account("Nobody Here").public_id)}).status_code == 422


def test_what_was_signed_is_read_again_and_the_sheet_only_until_the_day(
    initiative: Initiative, carrier: ProjectCommitment, ana: Person
) -> None:
    link, page = given(initiative, LinkPurpose.ANSWER, About("ProjectCommitment", carrier.public_id, str(carrier)), ana)
    visitor = browser_of(None)
    visitor.post(page, {"name": "Marie Durand", "position": "directrice", "agrees": "on", "seen": pledge_to_project(carrier).digest})
    during = [visitor.get(address).status_code for address in (page, f"{page}fiche.pdf", f"{page}attestation.txt")]
    now = timezone.now()

    PersonalLink.objects.filter(pk=link.pk).update(given_at=now - timedelta(days=9), ends_at=now - timedelta(days=1))

    after = [visitor.get(address).status_code for address in (page, f"{page}fiche.pdf", f"{page}attestation.txt")]
    assert (during, after) == ([200, 200, 200], [200, 404, 200])
    assert f"{page}fiche.pdf" not in links(visitor.get(page).content)


def test_a_link_that_cannot_be_sent_any_more_is_still_there_to_be_copied(initiative: Initiative, ana: Person) -> None:
    link, token = give_link(initiative, LinkEntry(LinkPurpose.CONTRIBUTE, "Marie Durand", END, None, "marie@exemple.test"), on=DAY, by=ana)
    for _ in range(MOST_TO_ONE):
        spend("links sent to", "marie@exemple.test", limit=MOST_TO_ONE, within=timedelta(days=1))

    shown = browser_of(ana).post(at(initiative, reverse("link-send", args=[link.public_id])), {"token": token})

    link.refresh_from_db()
    assert (shown.status_code, mail.outbox, link.sent_at, f"/l/{token}/" in shown.content.decode()) == (409, [], None, True)
    assert "This address was written to several times lately" in text(shown.content)
