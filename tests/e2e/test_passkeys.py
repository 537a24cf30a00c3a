"""A passkey, in a real browser with an authenticator of its own: set up, used at the door, taken away."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.command import semailles
from tests.e2e.conftest import served
from tests.e2e.keyboard import said
from tests.e2e.test_several_people import WORDS, enter, nothing_hinders, second_proof, sign_in

pytestmark = pytest.mark.full
ADDRESS = "ama@exemple.test"
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def home(tmp_path: Path) -> Iterator[tuple[str, str]]:
    """Where it answers, by a name: a passkey belongs to a name, not to a number. And the first administrator's link."""
    out = tmp_path / "instance"
    semailles("instance", "create", str(out))
    given = semailles("instance", "administrator", str(out), ADDRESS, "--name", "Ama Coordonne").stdout
    link = re.search(r"https?://[^/\s]+/(\S+)", given)
    assert link is not None, given
    with served(out, mode=("--instance",)) as address:
        named = address.replace("127.0.0.1", "localhost")
        yield named, f"{named}{link[1]}"


def test_a_passkey_is_set_up_and_opens_the_door_by_keyboard(home: tuple[str, str], opened: Callable[..., Page]) -> None:
    address, link = home
    page = opened(link)
    line = page.context.new_cdp_session(page)
    line.send("WebAuthn.enable")
    line.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    comes_in(page, address)

    sets_one_up(page, address)
    leaves(page, address)
    opens_the_door(page, address)

    assert page.goto(f"{address}compte/").status == 200  # type: ignore[union-attr]  # a page came
    assert ADDRESS in said(page)


def comes_in(page: Page, address: str) -> None:
    keys = enter(page)
    keys.write("Nouveau mot de passe", WORDS)
    keys.write("Nouveau mot de passe (", WORDS)
    keys.follow("Garder ce mot de passe")
    page.goto(f"{address}compte/")
    sign_in(page, ADDRESS)
    second_proof(page)


def sets_one_up(page: Page, address: str) -> None:
    """« Sans mot de passe »: it opens the door alone."""
    page.goto(f"{address}compte/2fa/webauthn/add/")
    nothing_hinders(page)
    keys = enter(page)
    keys.write("Nom de la clé", "Téléphone d’Ama")
    keys.tick("Sans mot de passe")
    keys.follow("Ajouter")
    page.goto(f"{address}compte/2fa/webauthn/")
    assert "Téléphone d’Ama" in said(page)
    nothing_hinders(page)


def leaves(page: Page, address: str) -> None:
    page.goto(f"{address}compte/logout/")
    enter(page).follow("Se déconnecter")
    page.goto(f"{address}compte/")
    assert "login" in page.url


def opens_the_door(page: Page, address: str) -> None:
    page.goto(f"{address}compte/login/")
    keys = enter(page)
    keys.reach("Avec la clé de cet appareil")
    page.keyboard.press("Enter")
    page.wait_for_url(address)
