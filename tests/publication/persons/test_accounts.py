"""Somebody with an account asks what is held, then leaves: nothing that was theirs alone stays, and what was signed is told without them."""

from datetime import date, datetime, timedelta
from uuid import uuid4

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from django.utils import timezone
from tests.instance import at, browser_of, member
from tests.web.seen import text

from semailles.core.enums import LinkPurpose, MailedHow, NoticeKind
from semailles.core.files import stored_path
from semailles.core.journal import About, record
from semailles.core.models import FormDraft, Mute, Notice, NoticeChoice, Person, PersonalLink
from semailles.core.seals import verify
from semailles.intake.actions.contributing import ContributionEntry, contribute_by_link
from semailles.intake.actions.sorting_contributions import mark_unwanted, refuse_contributions
from semailles.intake.models import Contribution
from semailles.projects.actions import commit_to, sign_as_holder
from semailles.projects.models import Project, ProjectStep
from semailles.projects.pledges import pledge_to_project
from semailles.publication.persons import apply_retention, erase_person, held_about, names_of_person, tied_to
from semailles.publication.persons.ties import TIES, Fate
from semailles.workshop.actions import name_actor
from semailles.workshop.actions.answering import Answer
from semailles.workshop.actions.linking import LinkEntry, give_link
from semailles.workshop.actions.notices import choose_mail, mute
from semailles.workshop.entries import CommitmentEntry
from semailles.workshop.enums import CommitmentRole, Role
from semailles.workshop.models import Initiative, Membership
from semailles.workshop.notices import tell

pytestmark = pytest.mark.usefixtures("instance")
DAY = date(2015, 4, 12)


@pytest.fixture
def ana(initiative: Initiative) -> Person:
    return member(initiative, Role.COORDINATOR, "Ana Lopez")


@pytest.fixture
def paul(initiative: Initiative, ana: Person) -> Person:
    """With one row of each kind that is nobody's but theirs."""
    person = member(initiative, Role.SHAPER, "Paul Hersant")
    EmailAddress.objects.create(user=person, email=person.email)
    Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={"secret": "none that is used"})
    SocialAccount.objects.create(user=person, provider="example", uid="paul")
    AccessAttempt.objects.create(username=person.email.upper(), ip_address="192.0.2.7", user_agent="a browser", failures_since_start=1)
    browser = browser_of(person)
    browser.get(at(initiative, "/"))
    UserSession.objects.get_or_create(user=person, session_key=browser.session.session_key, defaults={"ip": "192.0.2.7"})
    FormDraft.objects.create(person=person, key=uuid4(), page="/d/vallee/porter/", fields={"text": ["à finir"]}, at=timezone.now())
    choose_mail(initiative, {NoticeKind.TASK: MailedHow.NEVER}, by=person)
    for thing in (initiative, Project.objects.create(initiative=initiative, number=7, title="Un verger")):
        tell(person, NoticeKind.TASK, thing, initiative=initiative, by=ana)
    mute(Notice.objects.filter(person=person).order_by("pk")[0], by=person)
    return person


def test_what_is_theirs_is_counted_with_what_they_did(initiative: Initiative, paul: Person) -> None:
    told = {one.kind: one.count for one in tied_to(paul, initiative) if one.is_deleted}

    assert told == {
        "addresses of the account": 1,
        "second proofs of the account": 1,
        "identities elsewhere": 1,
        "sessions": 1,
        "drafts of forms": 1,
        "subjects to hear no more of": 1,
        "notices": 2,
        "choices of notices": 1,
        "roles": 1,
    }


def test_the_page_that_answers_them_says_it(initiative: Initiative, paul: Person, ana: Person) -> None:
    shown = text(browser_of(ana).get(at(initiative, f"/registre/personnes/{paul.public_id}/")).content)

    assert [said in shown for said in ("Drafts of forms 1", "Second proofs of the account 1", "deleted if the person is erased")] == [
        True
    ] * 3


def test_nothing_of_theirs_stays_when_they_leave(initiative: Initiative, paul: Person) -> None:
    address = paul.email
    erase_person(paul, by=paul)

    assert [one for one in tied_to(paul, initiative) if one.is_deleted] == []
    assert AccessAttempt.objects.filter(username__iexact=address).count() == 0
    assert [one.get_decoded().get("_auth_user_id") for one in Session.objects.all()].count(str(paul.pk)) == 0
    left = (FormDraft, Mute, NoticeChoice, EmailAddress, SocialAccount, UserSession, Authenticator)
    assert [model.objects.count() for model in left] == [0] * len(left)


def test_each_kind_that_goes_with_a_person_was_there_to_be_deleted(initiative: Initiative, paul: Person) -> None:
    """The tests above would say nothing of a kind without rows."""
    kinds = {label for label, fate in TIES.items() if fate is Fate.DELETED}

    assert len([one for one in tied_to(paul, initiative) if one.is_deleted]) == len(kinds)


def test_links_that_somebody_erased_gave_wait_for_another_coordinator(initiative: Initiative, ana: Person) -> None:
    lise = member(initiative, Role.COORDINATOR, "Lise Aubin")
    give_link(initiative, LinkEntry(LinkPurpose.CONTRIBUTE, "Marie Durand", DAY), on=DAY, by=lise)
    Membership.objects.exclude(person__in=(ana, lise)).delete()

    erase_person(lise, by=lise)

    notice = Notice.objects.get(kind=NoticeKind.ORPHANS)
    assert (notice.person, "Aubin" in notice.label, notice.label == Person.objects.get(pk=lise.pk).name) == (ana, False, True)


@pytest.fixture
def signed(initiative: Initiative, ana: Person) -> ProjectStep:
    project = Project.objects.create(initiative=initiative, number=1, title="Une légumerie", taken_up_on=DAY)
    union = name_actor(initiative, "Syndicat de l'Orve", by=ana)
    carrier = commit_to(project, CommitmentEntry(union, CommitmentRole.CARRIES, "un local"), by=ana)
    about = About("ProjectCommitment", carrier.public_id, str(carrier))
    link, _ = give_link(initiative, LinkEntry(LinkPurpose.ANSWER, "Marie Durand", DAY, about), on=DAY, by=ana)
    answer = Answer(link, "Marie Durand", "directrice", seen=pledge_to_project(carrier).digest)
    return sign_as_holder(carrier, answer, on=DAY, by=link.person)


def test_what_somebody_signed_is_told_to_them_and_masked_when_they_are_erased(
    initiative: Initiative, ana: Person, signed: ProjectStep, django_capture_on_commit_callbacks: object
) -> None:
    before = stored_path(signed.proof_sha256)
    marie = PersonalLink.objects.get().person
    told = {one.kind for one in held_about(initiative, ["Marie Durand"])}

    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]  # a fixture without a type
        erase_person(marie, by=ana)

    signed.refresh_from_db()
    words = stored_path(signed.proof_sha256).read_text()
    assert ("texts signed by a personal link" in told, before.is_file()) == (True, False)
    assert ("Durand" in words, "••••• ••••••, directrice" in words, "Syndicat de l'Orve undertakes" in words) == (False, True, True)
    assert (verify(initiative.public_id).breaks, held_about(initiative, ["Marie Durand"])) == ((), [])


def test_a_refused_idea_keeps_its_name_three_months(initiative: Initiative, ana: Person) -> None:
    link, _ = give_link(initiative, LinkEntry(LinkPurpose.CONTRIBUTE, "Marie Durand", DAY), on=DAY, by=ana)
    ideas = [
        contribute_by_link(initiative, ContributionEntry(title, signed_as="Marie Durand"), token=token * 43, by=link.person)
        for title, token in (("Un verger", "a"), ("Une mare", "b"), ("Publicité", "c"), ("Un pédibus", "d"))
    ]
    refuse_contributions(ideas[:2], "déjà fait", by=ana)
    mark_unwanted([ideas[2]], by=ana)
    Contribution.objects.exclude(pk=ideas[1].pk).exclude(decided_at=None).update(decided_at=timezone.now() - timedelta(days=92))

    apply_retention(initiative, on=datetime.now(tz=timezone.get_current_timezone()).date(), by=ana)

    assert list(Contribution.objects.order_by("pk").values_list("signed_as", flat=True)) == ["", "Marie Durand", "", "Marie Durand"]


def test_a_notice_goes_after_a_year(initiative: Initiative, ana: Person, paul: Person) -> None:
    kept, gone = Notice.objects.filter(person=paul).order_by("pk")
    Notice.objects.filter(pk=gone.pk).update(at=timezone.now() - timedelta(days=367))

    apply_retention(initiative, on=datetime.now(tz=timezone.get_current_timezone()).date(), by=ana)

    assert list(Notice.objects.filter(person=paul)) == [kept]


def test_an_address_to_which_a_link_was_sent_is_told_and_leaves_every_text(initiative: Initiative, ana: Person) -> None:
    link, _ = give_link(initiative, LinkEntry(LinkPurpose.CONTRIBUTE, "Marie Durand", DAY, None, "marie@moulins.example"), on=DAY, by=ana)
    record("described", initiative, by=ana, initiative=initiative, changed={"note": ["", "écrire à marie@moulins.example"]})
    names = names_of_person(link.person, initiative)
    told = {one.kind: one.extracts for one in held_about(initiative, names)}

    erase_person(link.person, by=ana)

    assert told == {"lines of the journal": ("écrire à marie@moulins.example",), "personal links": ("marie@moulins.example",)}
    assert held_about(initiative, names) == []
