"""Nobody is forgotten: a table that leads to a person, or that may name one, says what becomes of it when they ask what is held, or to be erased."""

from django.apps import apps
from django.db import models

from semailles.publication.persons.ties import ATTEMPTS, TIES, leads_to_a_person
from semailles.publication.transfer.belonging import belongings, described

# Of no initiative, with texts: what they hold of somebody is deleted with them, by `persons.ties` and `persons.actions`.
DELETED_WITH_THEM = {
    "account.EmailAddress",
    "account.EmailConfirmation",
    "core.FormDraft",
    "core.Person",
    "mfa.Authenticator",
    "sessions.Session",
    "socialaccount.SocialAccount",
    "socialaccount.SocialToken",
    "usersessions.UserSession",
    *ATTEMPTS,
}
# Words of the software and of the host; digests that lead to nobody.
OF_NOBODY = {
    "auth.Group",
    "auth.Permission",
    "contenttypes.ContentType",
    "core.Release",
    "core.Remembered",
    "core.Spent",
    "core.TakenForm",
    "socialaccount.SocialApp",
}


def holds_text(model: type[models.Model]) -> bool:
    fields = described(model).concrete_fields
    return any(isinstance(field, models.CharField | models.TextField | models.JSONField) and not field.choices for field in fields)


def test_every_row_that_leads_to_a_person_says_what_becomes_of_it() -> None:
    every = [label for model in apps.get_models(include_auto_created=True) for label in leads_to_a_person(model)]

    assert sorted(every) == sorted(TIES)


def test_every_table_with_texts_is_of_an_initiative_or_says_whose_it_is() -> None:
    known = {one.model for one in belongings()}
    apart = {described(model).label for model in apps.get_models(include_auto_created=True) if model not in known and holds_text(model)}

    assert apart == DELETED_WITH_THEM | OF_NOBODY
