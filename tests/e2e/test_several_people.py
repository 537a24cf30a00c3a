"""A coordinator, a shaper, a project holder, an elected reader, on one instance: each by keyboard, each refused what is not theirs."""

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time
from playwright.sync_api import Page
from tests.command import semailles
from tests.e2e.conftest import NARROW, served
from tests.e2e.keyboard import Keyboard, said
from tests.e2e.test_every_page import faults
from tests.forked import forked

pytestmark = pytest.mark.full

Opened = Callable[..., Page]
WORDS = "cinq mots qui ne vont pas ensemble"


@dataclass
class Instance:
    """Where it answers, the first address that its commands gave, and that of its initiative."""

    home: str
    first_link: str
    initiative: str

    def at(self, path: str) -> str:
        return f"{self.home}d/{self.initiative}/{path}"


def ask_a_fund(workspace: str) -> None:
    """In a process of its own: a commitment to the process waits for an answer."""
    from semailles.cli import opening

    opening.start(Path(workspace), "fr")
    from semailles.core.models import Person
    from semailles.workshop.actions import climb, name_actor, open_commitment
    from semailles.workshop.entries import CommitmentEntry
    from semailles.workshop.enums import Level
    from semailles.workshop.models import Initiative

    initiative, by = Initiative.objects.get(), Person.objects.get(is_local=True)
    commitment = open_commitment(initiative, CommitmentEntry(name_actor(initiative, "Fonds des Moulins", by=by), "finance"), by=by)
    climb(commitment, Level.SOUGHT, on=date(2026, 3, 2), by=by)


@pytest.fixture
def instance(example_workspace: Path, tmp_path: Path) -> Iterator[Instance]:
    out, workspace = tmp_path / "instance", shutil.copytree(example_workspace, tmp_path / "out")
    forked(ask_a_fund, str(workspace))
    semailles("instance", "create", str(out))
    given = semailles("instance", "administrator", str(out), "ama@exemple.test", "--name", "Ama Coordonne").stdout
    semailles("instance", "import", str(out), str(workspace), "--slug", "orve")
    link = re.search(r"https?://[^/\s]+/(\S+)", given)
    assert link is not None, given
    with served(out, mode=("--instance",)) as home:
        yield Instance(home, f"{home}{link[1]}", "orve")


def enter(page: Page) -> Keyboard:
    keys = Keyboard(page)
    page.evaluate("document.activeElement.blur()")
    return keys


def nothing_hinders(page: Page) -> None:
    """By day and by night."""
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of the two
        page.wait_for_function("() => document.getAnimations().length === 0")
        assert faults(page) == []


def invite(page: Page, instance: Instance, name: str, address: str, role: str, *, holds_first: bool = False) -> str:
    """The invitation's address, as the page shows it once."""
    page.goto(instance.at("personnes/"))
    enter(page).follow("Inviter quelqu’un")
    nothing_hinders(page)
    keys = enter(page)
    keys.write("Qui", name)
    keys.write("Son adresse de courriel", address)
    keys.choose("Rôle", role)
    if holds_first:
        keys.reach("Projet à porter")
        page.keyboard.press("ArrowDown")
    keys.follow("Faire le lien")
    nothing_hinders(page)
    return page.input_value("#adresse")


def join(page: Page, name: str) -> None:
    nothing_hinders(page)
    keys = enter(page)
    keys.write("Votre prénom et votre nom", name)
    keys.write("Un mot de passe", WORDS)
    keys.follow("Ouvrir mon compte")


def second_proof(page: Page) -> None:
    """What an administrator sets up before anything else."""
    keys = enter(page)
    if "reauthenticate" in page.url:
        keys.write("Mot de passe", WORDS)
        keys.follow("Confirmer")
    nothing_hinders(page)
    secret = page.input_value("#authenticator_secret")
    keys = enter(page)
    keys.write("Code", str(format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))))
    keys.follow("Activer")


def status(page: Page, address: str) -> int:
    answer = page.goto(address)
    assert answer is not None
    return answer.status


def sign_in(page: Page, address: str) -> None:
    keys = enter(page)
    keys.write("Courriel", address)
    keys.write("Mot de passe", WORDS)
    keys.follow("Se connecter")


def test_each_comes_in_by_a_link_does_what_is_theirs_and_is_refused_the_rest(instance: Instance, opened: Opened) -> None:
    coordinator = opened(instance.first_link)
    nothing_hinders(coordinator)
    keys = enter(coordinator)
    keys.write("Nouveau mot de passe", WORDS)
    keys.write("Nouveau mot de passe (", WORDS)
    keys.follow("Garder ce mot de passe")
    coordinator.goto(instance.at("porter/"))
    if "login" in coordinator.url:
        sign_in(coordinator, "ama@exemple.test")
    second_proof(coordinator)
    links = {
        "shaper": invite(coordinator, instance, "Brune Forme", "brune@exemple.test", "rédactrice"),
        "holder": invite(coordinator, instance, "Côme Porte", "come@exemple.test", "porteuse", holds_first=True),
        "reader": invite(coordinator, instance, "Dalia Élue", "dalia@exemple.test", "lectrice"),
    }

    shaper, holder, reader = (opened(link) for link in links.values())
    for page, name in ((shaper, "Brune Forme"), (holder, "Côme Porte"), (reader, "Dalia Élue")):
        join(page, name)

    assert [status(shaper, instance.at(path)) for path in ("recueillir/trier/", "porter/2/rubriques/description/", "personnes/")] == [
        200,
        200,
        403,
    ]
    nothing_hinders(shaper)
    assert [status(holder, instance.at(f"porter/{number}/rubriques/description/")) for number in (1, 2)] == [200, 403]
    assert [status(holder, instance.at(path)) for path in ("porter/", "porter/1/", "recueillir/trier/")] == [200, 200, 403]
    assert [status(reader, instance.at(path)) for path in ("porter/", "porter/1/", "publier/")] == [200, 200, 200]
    assert [status(reader, instance.at(path)) for path in ("porter/1/rubriques/description/", "journal/", "registre/")] == [403, 403, 403]
    nothing_hinders(reader)

    signs_on_a_phone(coordinator, instance, opened)
    reads_english(coordinator, instance)


def signs_on_a_phone(coordinator: Page, instance: Instance, opened: Opened) -> None:
    coordinator.goto(instance.at("personnes/liens/donner/"))
    keys = enter(coordinator)
    keys.reach("Ce qu’il ouvre")
    coordinator.keyboard.press("ArrowDown")  # the first commitment that waits for an answer
    keys.write("Pour qui", "Élie Signe")
    keys.follow("Faire le lien")
    phone = opened(coordinator.input_value("#adresse"), size=NARROW)
    nothing_hinders(phone)
    keys = enter(phone)
    keys.write("Votre prénom et votre nom", "Élie Signe")
    keys.write("À quel titre", "Présidence")
    keys.tick("J’ai lu ce texte")
    keys.follow("Signer")
    nothing_hinders(phone)

    assert "C’est signé" in said(phone)
    assert status(phone, instance.at("porter/")) == 200
    assert "login" in phone.url


def reads_english(coordinator: Page, instance: Instance) -> None:
    coordinator.context.add_cookies([{"name": "langue", "value": "en", "url": instance.home}])
    account = (
        "compte/",
        "compte/2fa/",
        "compte/sessions/",
        "compte/password/change/",
        "compte/donnees/",
        "compte/adresse/",
        "compte/effacer/",
    )
    administration = ("administration/", "administration/personnes/", "administration/journal/")
    own = [f"{instance.home}{path}" for path in ("", "a-faire/", *account, *administration)]
    theirs = [
        instance.at(path)
        for path in ("personnes/", "personnes/inviter/", "personnes/liens/donner/", "registre/", "journal/sceaux/", "avis/")
    ]
    for address in (*own, *theirs):
        assert (address, status(coordinator, address)) == (address, 200)
        nothing_hinders(coordinator)
