"""A budget read in a document, taken on screen."""

import html
import re

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from tests.founding_note import NOTE
from tests.web.scene import Scene

from semailles.core.models import Person
from semailles.intake.actions import bring_spellings_together, receive_document
from semailles.intake.readings import read_file
from semailles.workshop.models import Initiative, ProcessCost, ProcessFunding


@pytest.fixture
def noted(initiative: Initiative, local: Person) -> Initiative:
    receive_document(initiative, "note.txt", NOTE.encode(), read_file("note.txt", NOTE.encode(), known=()), by=local)
    bring_spellings_together(initiative, by=local)
    return initiative


def words(response: HttpResponse) -> str:
    main = re.search(r"<main.*</main>", response.content.decode(), re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", main.group() if main else "")).split())


def test_an_empty_budget_offers_the_lines_that_were_read(noted: Initiative, browser: Client) -> None:
    said = words(browser.get(reverse("budget")))

    assert "EPB-IDF resource €6,000 to be confirmed note.txt, § 26" in said
    assert "Mise en forme projets 3 étudiants à 3000 € ; Déplacements et fournitures inclus cost €9,000" in said
    assert "Take these lines into the budget" in said


def test_they_are_taken_once_and_the_offer_goes(noted: Initiative, browser: Client) -> None:
    first = browser.post(reverse("budget-take"), follow=True)
    again = browser.post(reverse("budget-take"), follow=True)

    assert "7 lines are in the budget." in first.content.decode()
    assert "The budget of the process already has lines" in again.content.decode()
    assert (ProcessCost.objects.of(noted).count(), ProcessFunding.objects.of(noted).count()) == (3, 4)
    assert "Take these lines into the budget" not in words(first)
    assert "€6,000 are not secured, out of €11,500 needed." in words(first)


def test_a_budget_that_people_wrote_is_offered_nothing(scene: Scene, browser: Client) -> None:
    assert "Take these lines into the budget" not in words(browser.get(reverse("budget")))


def test_lines_nobody_took_are_said_with_their_balance(noted: Initiative, browser: Client) -> None:
    said = words(browser.get(reverse("budget")))

    assert "Read in a document; nobody has taken these lines yet. €6,000 are not secured, out of €11,500 needed." in said
    assert "Nobody pays yet." not in said
