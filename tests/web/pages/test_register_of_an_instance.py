"""On an instance: the register is the coordinators', the seals and histories the facilitator's circle's, and nobody reads another initiative's."""

import pytest
from django.test import Client
from tests.instance import account, at, browser_of, member

from semailles.core.models import Person
from semailles.core.seals import seal
from semailles.workshop.enums import Role
from semailles.workshop.models import Initiative

pytestmark = pytest.mark.usefixtures("instance")


def statuses(initiative: Initiative, browser: Client, person: Person) -> list[int]:
    asked = ("/registre/", f"/registre/personnes/{person.public_id}/", "/journal/sceaux/", f"/journal/idee/{person.public_id}/")
    return [browser.get(at(initiative, path)).status_code for path in asked]


def test_each_role_reads_what_is_its_own(initiative: Initiative, local: Person) -> None:
    seal("opened", initiative, {}, by=local, initiative=initiative)
    roles = (Role.COORDINATOR, Role.SHAPER, Role.READER)

    found = {role: statuses(initiative, browser_of(member(initiative, role)), local) for role in roles}

    assert found == {Role.COORDINATOR: [200, 200, 200, 404], Role.SHAPER: [403, 403, 200, 404], Role.READER: [403, 403, 403, 403]}


def test_a_stranger_with_an_account_finds_nothing(initiative: Initiative, local: Person) -> None:
    assert statuses(initiative, browser_of(account("Passante")), local) == [404, 404, 404, 404]


def test_a_visitor_is_asked_to_sign_in(initiative: Initiative, local: Person) -> None:
    assert statuses(initiative, browser_of(None), local) == [302, 302, 302, 302]
