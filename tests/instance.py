"""An instance as its people know it: accounts, roles, the addresses of several initiatives. Tests import what they need from here."""

from allauth.mfa.models import Authenticator
from django.test import Client

from semailles.core.models import Person
from semailles.workshop.enums import Role
from semailles.workshop.models import Initiative, Membership


def account(name: str, *, administers: bool = False) -> Person:
    """Somebody with an account; signing in is not the subject, so the password is never asked."""
    person = Person.objects.create(name=name, email=f"{name.lower().replace(' ', '.')}@exemple.test", is_administrator=administers)
    if administers:  # whoever administers has a second proof, or reaches no page
        Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={"secret": "none that is used"})
    return person


def member(initiative: Initiative, role: Role, name: str = "") -> Person:
    """Somebody with an account and this role."""
    person = account(name or str(role))
    Membership.objects.create(initiative=initiative, person=person, role=role)
    return person


def browser_of(person: Person | None, lang: str = "en") -> Client:
    """The browser of somebody who signed in; of a visitor for None."""
    client = Client()
    client.cookies["langue"] = lang
    if person:
        client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def at(initiative: Initiative, path: str) -> str:
    """« /porter/ » in this initiative."""
    return f"/d/{initiative.slug}{path}"
