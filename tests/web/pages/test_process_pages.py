"""The process on screen: what people write, what they cannot write, and what two tabs write at once."""

import re
import uuid
from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries
from pytest_django.fixtures import Settings
from tests.web.scene import Scene

from semailles.core.models import Person
from semailles.workshop.actions import add_cost, add_funding, add_milestone, add_phase
from semailles.workshop.entries import CostEntry, FundingEntry, MilestoneEntry, PhaseEntry
from semailles.workshop.models import Actor, Body, Milestone, Phase, ProcessCost, ProcessFunding


@pytest.fixture(autouse=True)
def _on_that_day(settings: Settings) -> None:
    settings.TODAY = date(2027, 3, 10)


def words(response: object) -> str:
    """What a reader sees of a page, spaces made plain."""
    text = re.sub(r"<[^>]+>", " ", response.content.decode())  # type: ignore[attr-defined]  # a response of the test client
    return re.sub(r"\s+", " ", text)


def test_a_cost_is_written_as_people_write_it(scene: Scene, browser: Client) -> None:
    typed = {"item": "Publications", "amount": "4 k€", "tax_base": "TTC", "key": str(uuid.uuid4())}

    response = browser.post(reverse("entry-add", args=["depenses"]), typed)

    assert response.status_code == 302
    assert ProcessCost.objects.of(scene.initiative).filter(item="Publications").values_list("amount", "tax_base").get() == (
        Decimal(4000),
        "TTC",
    )


def test_a_double_click_writes_one_line(scene: Scene, browser: Client) -> None:
    typed = {"item": "Affiches", "amount": "300", "tax_base": "sans objet", "key": str(uuid.uuid4())}

    answers = [browser.post(reverse("entry-add", args=["depenses"]), typed) for _ in range(3)]

    assert len({answer["Location"] for answer in answers}) == 1
    assert ProcessCost.objects.of(scene.initiative).filter(item="Affiches").count() == 1


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("amount", "douze mille", "« douze mille » is no amount. Write for instance 12000, 12 000,50 or 4 k€."),
        ("amount", "-500", "« -500 »: an amount is never negative."),
        ("year", "15", "« 15 » is no year. Write for instance 2015."),
        ("item", "", "This field is required."),
    ],
)
def test_what_cannot_be_read_is_said_and_kept(field: str, typed: str, sentence: str, scene: Scene, browser: Client) -> None:
    form = {"item": "Salle", "amount": "100", "tax_base": "sans objet", "detail": "le samedi", field: typed}

    response = browser.post(reverse("entry-add", args=["depenses"]), form)

    assert response.status_code == 422
    assert sentence in words(response).replace("“", "« ").replace("”", " »")
    assert 'value="le samedi"' in response.content.decode()
    assert not ProcessCost.objects.of(scene.initiative).filter(item="Salle").exists()


def test_a_day_that_does_not_exist_is_refused_with_its_reason(scene: Scene, browser: Client) -> None:
    response = browser.post(reverse("entry-add", args=["jalons"]), {"label": "Remise", "kind": "jalon", "planned_on": "29/02/2027"})

    assert response.status_code == 422
    assert "does not exist: that month of 2027 has 28 days." in words(response)


def test_two_tabs_that_save_one_line_both_keep_their_words(scene: Scene, browser: Client) -> None:
    address = reverse("entry", args=["phases", scene.phase.public_id])
    seen = {"revision": scene.phase.revision, "months": "3"}
    browser.post(address, {**seen, "name": "Travaux avec les porteurs"})

    response = browser.post(address, {**seen, "name": "Travaux du printemps"})

    assert response.status_code == 409
    assert "Travaux avec les porteurs Travaux du printemps" in words(response)
    (revision,) = re.findall(r'name="revision" value="(\d+)"', response.content.decode())
    assert browser.post(address, {**seen, "revision": revision, "name": "Travaux du printemps"}).status_code == 302
    assert Phase.objects.get(pk=scene.phase.pk).name == "Travaux du printemps"


def test_a_funder_withdraws_and_the_gap_opens(scene: Scene, browser: Client, local: Person) -> None:
    line = add_funding(scene.initiative, FundingEntry("Gare des Trois Rives", Decimal(3000), status="décidé"), by=local)
    before = words(browser.get(reverse("budget")))
    address = reverse("entry-gesture", args=["ressources", line.public_id, "retirer"])

    refused = browser.post(address, {"reason": "", "on": "02/03/2027"})
    done = browser.post(address, {"reason": "Le conseil a tranché autrement.", "on": "02/03/2027"})

    after = words(browser.get(reverse("budget")))
    assert (refused.status_code, done.status_code) == (422, 302)
    assert ("€5,000 are not secured, out of €8,000 needed." in before, "€8,000 are not secured, out of €8,000 needed." in after) == (
        True,
        True,
    )
    assert "Le conseil a tranché autrement." in after


def test_what_is_set_aside_says_why_and_comes_back(scene: Scene, browser: Client) -> None:
    address = reverse("entry-set-aside", args=["phases", scene.phase.public_id])

    refused, done = browser.post(address, {"reason": ""}), browser.post(address, {"reason": "Écrite deux fois."})

    assert (refused.status_code, done.status_code) == (422, 302)
    assert "Écrite deux fois." in words(browser.get(reverse("calendar")))
    browser.post(reverse("entry-put-back", args=["phases", scene.phase.public_id]))
    assert Phase.objects.get(pk=scene.phase.pk).is_standing


def test_a_meeting_is_held_then_its_minutes_are_adopted(scene: Scene, browser: Client) -> None:
    meeting = Milestone.objects.of(scene.initiative).filter(label="lancement").get()

    early = browser.post(reverse("entry-gesture", args=["jalons", meeting.public_id, "adopter"]), {"on": "12/02/2027"})
    held = browser.post(reverse("entry-gesture", args=["jalons", meeting.public_id, "tenir"]), {"on": "11/02/2027"})
    adopted = browser.post(reverse("entry-gesture", args=["jalons", meeting.public_id, "adopter"]), {"on": "12/02/2027"})

    assert (early.status_code, held.status_code, adopted.status_code) == (422, 302, 302)
    assert "minutes adopted on 12 February 2027" in words(browser.get(reverse("calendar")))


def test_a_written_commitment_shows_its_document(scene: Scene, browser: Client) -> None:
    address = reverse("commitment-climb", args=[scene.commitment.public_id])

    refused = browser.post(address, {"level": "engagement écrit", "on": "03/03/2027"})

    assert refused.status_code == 422
    assert "A written commitment shows its document" in words(refused)


def test_the_proof_is_handed_over_and_never_shown(scene: Scene, browser: Client) -> None:
    response = browser.get(reverse("commitment-proof", args=[scene.commitment.public_id, scene.step.public_id]))

    assert b"".join(response.streaming_content) == b"Nous financerons."  # type: ignore[attr-defined]  # a file's answer streams
    assert response["Content-Disposition"].startswith("attachment")
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    response.close()


@pytest.mark.parametrize(("page", "most"), [("budget", 14), ("calendar", 14), ("frame", 18), ("commitments", 12)])
def test_a_page_asks_as_much_for_three_lines_as_for_one(
    page: str, most: int, scene: Scene, browser: Client, local: Person, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    browser.get(reverse(page))
    with django_assert_max_num_queries(most) as one:
        browser.get(reverse(page))
    for rank in range(3):
        add_cost(scene.initiative, CostEntry(f"Poste {rank}", Decimal(100)), by=local)
        add_funding(scene.initiative, FundingEntry(f"Fonds {rank}", Decimal(100)), by=local)
        add_phase(scene.initiative, PhaseEntry(f"Phase {rank}", Decimal(1)), by=local)
        add_milestone(scene.initiative, MilestoneEntry(f"Jalon {rank}"), by=local)
    browser.get(reverse(page))
    with django_assert_max_num_queries(most) as three:
        browser.get(reverse(page))

    assert len(three) == len(one)


def test_the_diary_holds_the_phases(scene: Scene, browser: Client) -> None:
    response = browser.get(reverse("diary"))

    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert sorted(re.findall(r"SUMMARY:(Travaux|Rédaction)\r\n", response.content.decode())) == ["Rédaction", "Travaux"]


def test_the_founding_case_on_screen(scene: Scene, browser: Client, local: Person) -> None:
    ProcessFunding.objects.of(scene.initiative).delete()
    ProcessCost.objects.of(scene.initiative).delete()
    for item, amount, detail in (("Mise en forme des projets", 8000, "4 participants à 2 000 €"), ("Publications", 4000, "")):
        add_cost(scene.initiative, CostEntry(item, Decimal(amount), detail=detail), by=local)
    for funder, amount, status in (
        ("Foncier d'Orve", 5000, "à confirmer"),
        ("Rails d'Orve", 5000, "décidé"),
        ("Eaux d'Orve", 2000, "décidé"),
    ):
        add_funding(scene.initiative, FundingEntry(funder, Decimal(amount), status=status), by=local)
    add_funding(scene.initiative, FundingEntry("Conseil d'architecture", detail="stagiaire", nature="en nature valorisé"), by=local)

    said = words(browser.get(reverse("budget")))

    assert "€5,000 are not secured, out of €12,000 needed. If everything hoped for comes, the needs are covered." in said
    assert "Confirmed €7,000 −€5,000" in said
    assert "Hoped for (confirmed included) €12,000 €0" in said
    assert "In kind: Conseil d’architecture: stagiaire" in said


def test_a_refused_form_names_no_actor(scene: Scene, browser: Client) -> None:
    body = Body.objects.of(scene.initiative).order_by("pk")[0]
    typed = {"name": "Jo Marin", "actor": "Orphelin SARL", "function": "membre", "designated_on": "03/03/2027", "ceased_on": "01/03/2027"}

    response = browser.post(f"{reverse('entry-add', args=['mandats'])}?dans={body.public_id}", typed)

    assert response.status_code == 422
    assert not Actor.objects.of(scene.initiative).filter(name="Orphelin SARL").exists()


def test_a_page_that_is_only_read_says_so(scene: Scene, browser: Client) -> None:
    response = browser.post(reverse("journal"))

    assert (response.status_code, response["Allow"]) == (405, "GET, HEAD")
    assert "This address does not answer to such a request" in words(response)


def test_what_is_still_to_come_has_not_happened(scene: Scene, browser: Client) -> None:
    refused = browser.post(reverse("commitment-climb", args=[scene.commitment.public_id]), {"level": "accord oral", "on": "13/04/2027"})

    assert refused.status_code == 422
    assert "13 April 2027 is still to come: give the day it happened, today at the latest." in words(refused)


def test_a_body_of_the_same_name_is_said(scene: Scene, browser: Client) -> None:
    known = Body.objects.of(scene.initiative).standing()[0]
    typed = {"name": known.name.upper(), "kind": known.kind, "state": known.state, "key": str(uuid.uuid4())}

    refused = browser.post(reverse("entry-add", args=["instances"]), typed)

    assert (refused.status_code, Body.objects.of(scene.initiative).filter(name__iexact=known.name).count()) == (422, 1)
    assert "There is already a body" in words(refused)


def test_the_line_of_a_funder_who_is_committed_is_begun(scene: Scene, browser: Client) -> None:
    page = browser.get(reverse("entry-add", args=["ressources"]) + "?financeur=Mairie")

    assert page.content.decode().count('value="Mairie"') == 1
