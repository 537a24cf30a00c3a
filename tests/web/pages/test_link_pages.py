"""What a personal link opens: a holder signs on a phone without an account; what opens nothing says why."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django.fixtures import Settings
from tests.instance import account, at, browser_of
from tests.web.seen import links, text

from semailles.core.enums import LinkPurpose
from semailles.core.errors import NotAllowed
from semailles.core.files import stored_path
from semailles.core.journal import About
from semailles.core.links import issue
from semailles.core.models import Event, Person, PersonalLink
from semailles.core.texts.actions import open_section, write_section
from semailles.intake.enums import ContributionState
from semailles.intake.models import Contribution, DepositedFile
from semailles.projects.actions import commit_to, drop_project, remark
from semailles.projects.entries import RemarkEntry
from semailles.projects.enums import Note
from semailles.projects.models import Project, ProjectCommitment
from semailles.projects.pledges import pledge_to_project
from semailles.workshop.actions import name_actor, open_team
from semailles.workshop.actions.linking import LinkEntry, give_link, withdraw_link
from semailles.workshop.entries import CommitmentEntry
from semailles.workshop.enums import ActorKind, CommitmentRole, Level
from semailles.workshop.models import Initiative

DAY, END = date(2015, 4, 12), date(2015, 5, 12)


@pytest.fixture
def today(settings: Settings) -> None:
    settings.TODAY = DAY


@pytest.fixture
def carrier(initiative: Initiative, local: Person) -> ProjectCommitment:
    project = Project.objects.create(initiative=initiative, number=1, title="Une légumerie")
    union = name_actor(initiative, "Syndicat de l'Orve", by=local)
    return commit_to(project, CommitmentEntry(union, CommitmentRole.CARRIES, "un local de 200 m²"), by=local)


@pytest.fixture
def given(today: None, carrier: ProjectCommitment, initiative: Initiative, local: Person) -> tuple[PersonalLink, str]:
    about = About("ProjectCommitment", carrier.public_id, str(carrier))
    return give_link(initiative, LinkEntry(LinkPurpose.ANSWER, "Marie Durand", END, about), on=DAY, by=local)


@pytest.fixture
def page(given: tuple[PersonalLink, str]) -> str:
    return reverse("link", args=[given[1]])


def signature(carrier: ProjectCommitment, **typed: str) -> dict[str, str]:
    return {"name": "Marie Durand", "position": "directrice", "agrees": "on", "seen": pledge_to_project(carrier).digest, **typed}


def test_a_holder_reads_signs_and_keeps_a_copy(browser: Client, page: str, carrier: ProjectCommitment) -> None:
    shown = text(browser.get(page).content)
    sent = browser.post(page, signature(carrier))
    after = browser.get(page)
    copy = browser.get(reverse("link-attestation", args=[page.split("/")[-2]]))

    carrier.refresh_from_db()
    assert "local asks Marie Durand to answer, by 12 May 2015 at the latest." in shown
    assert "Syndicat de l'Orve undertakes to carry the project “Une légumerie”." in shown
    assert (sent.status_code, sent["Location"], carrier.level) == (302, page, Level.WRITTEN)
    assert "Signed on 12 April 2015 by Marie Durand, directrice (Syndicat de l'Orve)." in text(after.content)
    assert copy.content.decode().startswith("Commitment signed online\nProcess: Vallée\n\nSyndicat de l'Orve undertakes")
    assert (copy["Content-Type"], copy["Content-Disposition"]) == (
        "text/plain; charset=utf-8",
        'attachment; filename="engagement-signe-2015-04-12.txt"',
    )


def test_what_is_missing_or_changed_is_said_and_nothing_typed_is_lost(browser: Client, page: str, carrier: ProjectCommitment) -> None:
    unticked = browser.post(page, {"name": "Marie Durand", "position": "directrice", "seen": pledge_to_project(carrier).digest})
    changed = browser.post(page, signature(carrier, seen="0" * 64))
    another = browser.post(page, signature(carrier, name="Paul Martin"))

    assert [answer.status_code for answer in (unticked, changed, another)] == [422, 422, 422]
    assert "Tick the box to say that you read this text: nothing is signed without it." in text(unticked.content)
    assert "The words of this commitment changed while you were reading them" in text(changed.content)
    assert "This link was made for Marie Durand: ask for one in your own name." in text(another.content)
    assert ['value="directrice"' in answer.content.decode() for answer in (unticked, changed, another)] == [True, True, True]
    assert ["checked" in answer.content.decode() for answer in (changed, another)] == [False, True]
    assert (carrier.steps.count(), PersonalLink.objects.get().used_at) == (0, None)


def test_a_holder_declines_on_a_page_of_its_own(
    browser: Client, given: tuple[PersonalLink, str], page: str, carrier: ProjectCommitment
) -> None:
    decline = reverse("link-decline", args=[given[1]])
    offered = links(browser.get(page).content)
    silent = browser.post(decline, {"name": "Marie Durand", "reason": ""})

    sent = browser.post(decline, {"name": "Marie Durand", "reason": "Le local est vendu."})

    carrier.refresh_from_db()
    after = text(browser.get(page).content)
    assert decline in offered
    assert (silent.status_code, sent.status_code, carrier.level) == (422, 302, Level.WITHDRAWN)
    assert ("Declined on 12 April 2015 by Marie Durand (Syndicat de l'Orve)." in after, "Le local est vendu." in after) == (
        True,
        True,
    )
    assert browser.get(decline).status_code == 302


def test_whoever_it_does_not_name_says_so_and_it_opens_nothing_any_more(
    browser: Client, given: tuple[PersonalLink, str], page: str
) -> None:
    said = browser.post(reverse("link-disown", args=[given[1]]))
    again = browser.get(page)

    assert "local will see that it did not reach the right person." in text(said.content)
    assert (again.status_code, "This link was withdrawn: ask whoever gave it to you for another one." in text(again.content)) == (404, True)


def test_each_link_that_opens_nothing_says_why_in_one_sentence(
    browser: Client, given: tuple[PersonalLink, str], page: str, initiative: Initiative, local: Person
) -> None:
    now = timezone.now()
    past = PersonalLink(initiative_id=initiative.public_id, purpose=LinkPurpose.ANSWER, given_by=local)
    past.given_at, past.ends_at = now - timedelta(days=2), now - timedelta(days=1)
    expired = issue(past)
    elsewhere = PersonalLink(initiative_id=local.public_id, purpose=LinkPurpose.ANSWER, given_by=local)
    elsewhere.given_at, elsewhere.ends_at = now, now + timedelta(days=1)
    stranger = issue(elsewhere)
    withdraw_link(given[0], by=local)

    pages = {token: browser.get(reverse("link", args=[token])) for token in ("x" * 43, stranger, expired, given[1])}

    assert [answer.status_code for answer in pages.values()] == [404, 404, 404, 404]
    wrong = "This link is not one of ours, or a part of it was cut"
    said = (wrong, wrong, "This link has reached its end date", "This link was withdrawn")
    assert [sentence in text(answer.content) for sentence, answer in zip(said, pages.values(), strict=True)] == [True] * 4


def test_whoever_guesses_links_is_slowed_down(browser: Client, given: tuple[PersonalLink, str], page: str) -> None:
    for _ in range(30):
        browser.get(reverse("link", args=["x" * 43]))

    guess, real = browser.get(reverse("link", args=["y" * 43])), browser.get(page)

    assert ("That is too often from here" in text(guess.content), real.status_code) == (True, 200)


def test_the_address_of_a_link_is_told_to_nobody(browser: Client, page: str) -> None:
    for address in (page, reverse("link", args=["x" * 43])):
        answer = browser.get(address)
        assert (answer["Referrer-Policy"], answer["Cache-Control"], answer["X-Robots-Tag"]) == ("same-origin", "no-store", "noindex")


def test_a_project_that_was_dropped_is_no_longer_signed_for(browser: Client, page: str, carrier: ProjectCommitment, local: Person) -> None:
    drop_project(carrier.project, "personne ne le porte", by=local)

    shown, sent = browser.get(page), browser.post(page, signature(carrier))

    assert "was dropped (personne ne le porte)" in text(shown.content)
    assert (shown.status_code, sent.status_code, carrier.steps.count()) == (404, 404, 0)


def test_the_page_of_a_link_leads_into_the_workspace_only_those_who_work_there(browser: Client, page: str) -> None:
    shown = [address for address in links(browser.get(page).content) if not address.startswith("/static/")]

    led_to = [address for address in shown if not address.startswith((page, "#", reverse("guide")))]  # the guide is everybody's
    assert led_to in ([], [reverse("dashboard")])


@pytest.mark.usefixtures("instance")
def test_without_an_account_one_reads_ones_own_name_and_keeps_the_very_words(
    given: tuple[PersonalLink, str], carrier: ProjectCommitment, initiative: Initiative, local: Person
) -> None:
    """Even when documents name this person, whom every page of members masks."""
    name_actor(initiative, "Marie Durand", kind=ActorKind.PERSON, by=local)
    visitor, page = browser_of(None), at(initiative, f"/lien/{given[1]}/")

    shown = text(visitor.get(page).content)
    sent = visitor.post(page, signature(carrier))
    after, copy = text(visitor.get(page).content), visitor.get(f"{page}attestation.txt").content.decode()

    carrier.refresh_from_db()
    assert (sent.status_code, carrier.level) == (302, Level.WRITTEN)
    assert ["Marie Durand" in told for told in (shown, after, copy)] == [True, True, True]
    assert stored_path(carrier.steps.get().proof_sha256).read_text() == copy
    assert visitor.get(at(initiative, "/porter/1/")).status_code == 302


@pytest.mark.usefixtures("instance")
def test_who_signed_in_under_another_name_does_not_open_the_link_of_somebody_else(
    given: tuple[PersonalLink, str], initiative: Initiative
) -> None:
    page = at(initiative, f"/lien/{given[1]}/")

    another, namesake = browser_of(account("Paul Martin")).get(page), browser_of(account("Marie Durand")).get(page)

    assert (another.status_code, namesake.status_code) == (404, 200)
    assert "ask for one in your own name." in text(another.content)


def opened(initiative: Initiative, by: Person, purpose: LinkPurpose, about: About | None = None) -> tuple[PersonalLink, str]:
    """A link of Lise Aubin's, and the address that it opens in an instance."""
    link, token = give_link(initiative, LinkEntry(purpose, "Lise Aubin", END, about), on=DAY, by=by)
    return link, at(initiative, f"/lien/{token}/")


@pytest.mark.usefixtures("instance", "today")
def test_one_thing_is_read_as_members_read_it_and_nothing_else(carrier: ProjectCommitment, initiative: Initiative, local: Person) -> None:
    project, visitor = carrier.project, browser_of(None)
    name_actor(initiative, "Lucie Fontaine", kind=ActorKind.PERSON, by=local)
    write_section(
        open_section(project, Note.SUMMARY, initiative=initiative, by=local), "Lucie Fontaine cherche un local.", based_on=0, by=local
    )
    _, page = opened(initiative, local, LinkPurpose.READ, About("Project", project.public_id, str(project)))
    _, whole = opened(initiative, local, LinkPurpose.READ)

    shown, roadmap = text(visitor.get(page).content), text(visitor.get(whole).content)

    assert ("Une légumerie" in shown, "cherche un local." in shown, "Lucie" in shown) == (True, True, False)
    assert "It is not printed yet: come back to this page." in roadmap
    assert visitor.get(f"{page}fiche.pdf")["Content-Type"] == "application/pdf"
    assert [
        visitor.get(address).status_code for address in (f"{page}feuille-de-route.pdf", f"{whole}fiche.pdf", f"{page}attestation.txt")
    ] == [404] * 3


@pytest.mark.usefixtures("instance", "today")
def test_a_remark_by_a_link_is_signed_and_takes_no_draft_up(carrier: ProjectCommitment, initiative: Initiative, local: Person) -> None:
    other = Project.objects.create(initiative=initiative, number=2, title="Un verger", taken_up_on=DAY)
    link, page = opened(initiative, local, LinkPurpose.COMMENT, About("Project", other.public_id, str(other)))
    visitor = browser_of(None)
    typed = {"slot": "", "text": "Qui tient la clé ?", "key": "6f1c0f0e-3a57-4a53-9a4e-0d4b6a3a1c11"}

    sent, again, empty = (visitor.post(page, said) for said in (typed, typed, {**typed, "text": " "}))

    comment = other.comments.get()
    assert [answer.status_code for answer in (sent, again, empty)] == [302, 302, 422]
    assert (comment.text, comment.by, comment.project) == ("Qui tient la clé ?", link.person, other)
    with pytest.raises(NotAllowed):
        remark(carrier.project, RemarkEntry("Et ici ?"), by=comment.by)


@pytest.mark.usefixtures("instance", "today")
def test_files_brought_by_a_link_are_read_for_the_team_that_it_names(initiative: Initiative, local: Person) -> None:
    team = open_team(initiative, "equipe-1", by=local)
    link, page = opened(initiative, local, LinkPurpose.DEPOSIT, About("Team", team.public_id, str(team)))
    visitor = browser_of(None)

    sent = visitor.post(
        page, {"given": SimpleUploadedFile("notes.txt", b"Ouvrir un verger."), "key": "6f1c0f0e-3a57-4a53-9a4e-0d4b6a3a1c11"}
    )
    none = visitor.post(page, {"key": "6f1c0f0e-3a57-4a53-9a4e-0d4b6a3a1c12"})

    file = DepositedFile.objects.get()
    assert (sent.status_code, none.status_code, file.path, file.deposit.by) == (302, 422, "equipe-1/notes.txt", local)
    assert Event.objects.get(verb="brought").by == link.person


@pytest.mark.usefixtures("instance", "today")
def test_ideas_brought_by_a_link_wait_to_be_read_and_tell_what_becomes_of_them(initiative: Initiative, local: Person) -> None:
    link, page = opened(initiative, local, LinkPurpose.CONTRIBUTE)
    visitor, stamp = browser_of(None), "a" * 43

    sent = visitor.post(page, {"title": "Un verger à l'école", "text": "", "place": "", "stamp": stamp})
    visitor.post(page, {"title": "Un verger à l'école", "text": "", "place": "", "stamp": stamp})

    other = visitor.post(page, {"title": "Une haie", "text": "", "place": "", "stamp": stamp})

    given = Contribution.objects.get()
    assert ("Une haie" in other.content.decode(), stamp in other.content.decode()) == (True, False)
    assert (sent["Location"], given.by, given.signed_as, given.state) == (
        at(initiative, f"/suivi/{stamp}/"),
        link.person,
        "Lise Aubin",
        ContributionState.WAITING,
    )
    assert "Un verger à l'école" in text(visitor.get(sent["Location"]).content)


@pytest.mark.usefixtures("instance", "today")
def test_a_link_withdrawn_while_somebody_types_changes_nothing(initiative: Initiative, local: Person) -> None:
    link, page = opened(initiative, local, LinkPurpose.CONTRIBUTE)
    withdraw_link(link, by=local)

    answer = browser_of(None).post(page, {"title": "Un verger", "text": "", "place": "", "stamp": "a" * 43})

    assert (answer.status_code, Contribution.objects.count()) == (404, 0)
