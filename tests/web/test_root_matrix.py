"""Each address of an instance itself × who asks: a visitor, somebody without any role, members, whoever administers."""

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client
from django.urls import get_resolver, reverse
from tests.instance import account, browser_of, member
from tests.web.test_access import ROOT, routes

from semailles.core.models import Person
from semailles.web.layout.mounting import ROOT_URLS
from semailles.workshop.enums import Role
from semailles.workshop.models import Initiative

pytestmark = pytest.mark.usefixtures("instance")
ARGUMENTS: dict[str, dict[str, Any]] = {
    "account-address-confirm": {"key": "a-key-that-nobody-was-given"},
    "account_reset_password_from_key": {"uidb36": "1", "key": "set-password"},
    "guide-chapter": {"name": "porter"},
    "draft-forget": {"key": "00000000-0000-0000-0000-000000000000"},
    "mfa_edit_webauthn": {"pk": 1},
    "mfa_remove_webauthn": {"pk": 1},
    "openid_connect_callback": {"provider_id": "organisation"},
    "openid_connect_login": {"provider_id": "organisation"},
    "short-link": {"token": "a-token-that-nobody-was-given"},
}
WHO = ("visitor", "stranger", "reader", "coordinator", "administrator")
OPENS, SIGN_IN, AGAIN, ELSEWHERE, NOTHING = "opens", "signs in", "proves it again", "led elsewhere", "nothing there"
DOOR, AGAIN_AT = "/compte/login/", "/compte/reauthenticate/"
# of each group: what a visitor gets, what whoever signed in gets, whatever their roles
GETS = {
    "everybody": (OPENS, OPENS),
    "visitors": (OPENS, ELSEWHERE),
    "signed-in": (SIGN_IN, OPENS),
    "asked-again": (SIGN_IN, AGAIN),
    "own-codes": (SIGN_IN, NOTHING),
    "by-own-key": (SIGN_IN, "told why not"),
    "by-key": (NOTHING, NOTHING),
}
# the few that look at where one stands in signing in, or at a second proof, which whoever administers has
OTHERWISE = {
    "mfa_deactivate_totp": {"visitor": SIGN_IN, "administrator": AGAIN, "": NOTHING},
    "mfa_reauthenticate": {"visitor": SIGN_IN, "administrator": OPENS, "": AGAIN},
    **{
        route: {"visitor": SIGN_IN, "administrator": OPENS, "": "refused"}
        for route in ("administration", "administration-people", "administration-journal")
    },
    "account_set_password": {"visitor": SIGN_IN, "": ELSEWHERE},
    "mfa_authenticate": {"visitor": SIGN_IN, "": ELSEWHERE},
    "mfa_login_webauthn": {"visitor": SIGN_IN, "": ELSEWHERE},
    "socialaccount_signup": {"": SIGN_IN},
}


def who(name: str, initiative: Initiative) -> Person | None:
    people = {
        "visitor": lambda: None,
        "stranger": lambda: account("Une inconnue"),
        "reader": lambda: member(initiative, Role.READER),
        "coordinator": lambda: member(initiative, Role.COORDINATOR),
        "administrator": lambda: account("Administration", administers=True),
    }
    return people[name]()


def address(route: str) -> str:
    return reverse(route, urlconf=ROOT_URLS, kwargs=ARGUMENTS.get(route))


def answer(route: str, browser: Client) -> str:
    """A form that is asked for by GET says so (405): one is let in as far as it goes."""
    response = browser.get(address(route))
    if response.streaming:
        b"".join(response)  # type: ignore[arg-type]  # read to its end, it closes its file
    if response.status_code == 302:
        place = response["Location"].partition("?")[0]
        return {DOOR: SIGN_IN, AGAIN_AT: AGAIN}.get(place, ELSEWHERE)
    return {404: NOTHING, 403: "refused", 409: "told why not", 500: "broken"}.get(response.status_code, OPENS)


def expected(name: str) -> dict[str, str]:
    plain = {route: GETS[group][name != "visitor"] for group, listed in ROOT.items() if group in GETS for route in listed}
    return {**plain, **{route: said.get(name, said[""]) for route, said in OTHERWISE.items()}}


def test_every_address_of_the_instance_is_in_the_matrix_and_no_other() -> None:
    assert sorted(routes(get_resolver(ROOT_URLS))) == sorted(route for listed in ROOT.values() for route in listed)


@pytest.mark.parametrize("name", WHO)
def test_each_gets_what_the_matrix_says(name: str, initiative: Initiative) -> None:
    browser, said = browser_of(who(name, initiative)), expected(name)

    assert {route: answer(route, browser) for route in said if route != "account_logout"} == {
        route: what for route, what in said.items() if route != "account_logout"
    }


def test_the_few_that_look_at_where_one_stands_are_those_of_the_matrix() -> None:
    assert sorted(OTHERWISE) == sorted(ROOT["half-way"] + ROOT["second-proof"] + ROOT["administering"])


def test_whoever_administers_without_a_second_proof_reaches_no_page_but_where_it_is_set_up(initiative: Initiative) -> None:
    person = account("Administration", administers=True)
    Authenticator.objects.filter(user=person).delete()
    browser = browser_of(person)

    found = {route: browser.get(address(route)).headers.get("Location", "") for route in ("initiatives", "account", "drafts", "todo")}

    assert found == dict.fromkeys(found, "/compte/2fa/totp/activate/")
