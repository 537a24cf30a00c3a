"""A computer that several people use: who signs out leaves nothing there of what they typed, and loses nothing of it."""

import argparse
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route
from tests.command import semailles
from tests.e2e.conftest import NARROW, WIDE, served
from tests.e2e.keyboard import Keyboard
from tests.e2e.test_every_page import faults
from tests.forked import forked

pytestmark = pytest.mark.full

Opened = Callable[..., Page]
WORDS = "cinq mots qui ne vont pas ensemble"
COPIES = "() => Object.keys(localStorage).filter((key) => key.startsWith('semailles:'))"
TYPED = "Appeler la coopérative"


def make_people(out: str) -> None:
    """In a process of its own: an initiative, Camille who coordinates it and Dominique who shapes."""
    from semailles.cli.instance import open_instance

    open_instance(argparse.Namespace(instance=Path(out)), "fr")
    from semailles.core.models import Person
    from semailles.intake.actions.welcoming import WelcomeEntry, describe_welcome
    from semailles.workshop.actions import open_initiative
    from semailles.workshop.enums import Role
    from semailles.workshop.models import Membership

    initiative = open_initiative("Orve", by=Person.objects.create(name="Ama", email="ama@exemple.test", is_administrator=True))
    for name, role in (("Camille", Role.COORDINATOR), ("Dominique", Role.SHAPER)):
        person = Person(name=name, email=f"{name.lower()}@exemple.test", lang="fr")
        person.set_password(WORDS)
        person.save()
        Membership.objects.create(initiative=initiative, person=person, role=role)
        if role is Role.COORDINATOR:
            describe_welcome(initiative, WelcomeEntry(is_open=True, words="Venez.", takes_ideas=True), revision=0, by=person)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    out = tmp_path_factory.mktemp("people") / "instance"
    semailles("instance", "create", out)
    assert forked(make_people, str(out)).returncode == 0
    with served(out, mode=("--instance",)) as address:
        yield address


def task_page(home: str) -> str:
    return f"{home}d/orve/porter/taches/ajouter/"


def sign_in(page: Page, name: str) -> None:
    page.get_by_label("Courriel").fill(f"{name.lower()}@exemple.test")
    page.get_by_label("Mot de passe", exact=True).fill(WORDS)
    page.get_by_role("main").get_by_role("button", name="Se connecter").click()
    page.wait_for_url(lambda url: "/compte/login/" not in url)  # loaded, its scripts run: what was typed is back, or never will be


def sign_out(page: Page) -> None:
    page.get_by_role("button", name="Se déconnecter").click()


def camille_types(page: Page, home: str) -> None:
    sign_in(page, "Camille")
    page.goto(task_page(home))
    page.locator("[name=what]").press_sequentially(TYPED)


def test_who_signs_out_leaves_no_copy_and_finds_it_again_on_the_server(home: str, opened: Opened) -> None:
    page = opened(task_page(home))
    camille_types(page, home)

    sign_out(page)
    page.wait_for_url(re.compile("/compte/login/"))

    assert page.evaluate(COPIES) == []
    sign_in(page, "Camille")
    page.goto(f"{home}brouillons/")
    assert TYPED in page.content()


def test_the_next_person_on_this_computer_sees_nothing_of_it(home: str, opened: Opened) -> None:
    page = opened(task_page(home))
    camille_types(page, home)
    sign_out(page)
    page.wait_for_url(re.compile("/compte/login/"))

    page.go_back()
    assert TYPED not in page.content()
    page.goto(task_page(home))
    sign_in(page, "Dominique")
    page.goto(task_page(home))

    assert (page.locator("[name=what]").input_value(), page.locator("[data-put-back]").is_visible()) == ("", False)


def test_somebody_whose_session_was_cut_leaves_a_copy_that_the_next_person_is_not_shown(home: str, opened: Opened) -> None:
    page = opened(task_page(home))
    camille_types(page, home)
    page.context.clear_cookies(name="sessionid")

    page.goto(task_page(home))
    sign_in(page, "Dominique")
    assert page.locator("[name=what]").input_value() == ""
    sign_out(page)
    page.wait_for_url(re.compile("/compte/login/"))
    page.goto(task_page(home))
    sign_in(page, "Camille")

    assert page.locator("[name=what]").input_value() == TYPED


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_what_the_server_could_not_keep_is_said_and_its_writer_decides(home: str, opened: Opened, size: dict[str, int]) -> None:
    page = opened(task_page(home), size=size)
    camille_types(page, home)
    page.route("**/brouillons/garder/", _no_answer)

    sign_out(page)
    page.get_by_role("dialog").wait_for()
    assert faults(page) == []
    assert page.evaluate("document.activeElement.textContent") == "Ne pas me déconnecter"
    Keyboard(page).follow("L’effacer, et me déconnecter")
    page.wait_for_url(re.compile("/compte/login/"))

    assert page.evaluate(COPIES) == []


def test_what_the_server_could_not_keep_may_wait_for_its_writer(home: str, opened: Opened) -> None:
    page = opened(task_page(home))
    camille_types(page, home)
    page.route("**/brouillons/garder/", _no_answer)
    sign_out(page)
    page.get_by_role("button", name="Le laisser ici pour mon retour, et me déconnecter").click()
    page.wait_for_url(re.compile("/compte/login/"))

    page.goto(task_page(home))
    sign_in(page, "Camille")

    assert page.locator("[name=what]").input_value() == TYPED


def test_words_of_a_visitor_go_with_their_tab(home: str, opened: Opened) -> None:
    page = opened(f"{home}d/orve/contribuer/")
    page.locator("main textarea").first.press_sequentially(TYPED)

    assert page.evaluate(COPIES) == []
    assert TYPED in page.evaluate("Object.values(sessionStorage).join()")


def test_words_of_a_visitor_come_back_when_the_page_is_read_again_and_go_once_they_were_taken(home: str, opened: Opened) -> None:
    page = opened(f"{home}d/orve/contribuer/")
    page.locator("main textarea").first.press_sequentially(TYPED)
    page.reload()
    back = page.locator("main textarea").first.input_value()

    page.locator("main form[data-keeps] button.first").click()
    page.locator("#faults, [aria-invalid]").first.wait_for()
    refused = page.evaluate("Object.values(sessionStorage).join()")
    page.locator("main [name=title]").press_sequentially(
        "Une légumerie pour la vallée", delay=150
    )  # nobody writes an idea in three seconds
    page.locator("main form[data-keeps] button.first").click()
    page.wait_for_url("**/suivi/**")

    assert (back, TYPED in refused) == (TYPED, True)
    assert TYPED not in page.evaluate("Object.values(sessionStorage).join()")


def _no_answer(route: Route) -> None:
    route.fulfill(status=429, body="")
