"""Contacts: written for a purpose and until a day, then erased for good."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from semailles.core.journal import record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.workshop import editing
from semailles.workshop.calendar_words import day_words
from semailles.workshop.entries import ContactEntry
from semailles.workshop.errors import TooLong
from semailles.workshop.models import Actor, Contact, Initiative
from semailles.workshop.rules import may_see_contacts, may_shape

MOST_YEARS = 3


@transaction.atomic
def add_contact(actor: Actor, entry: ContactEntry, *, on: date, by: Person) -> Contact:
    """`on`: today. The same form sent twice writes one."""
    require(may_see_contacts(by, actor.initiative), by=by)
    editing.require_standing(actor)
    _require_soon(entry.ends_on, on)
    typed = editing.values_of(entry)
    same: Contact | None = Contact.objects.of(actor.initiative).filter(actor=actor, **typed).first()
    if same is not None:
        return same
    contact = Contact(initiative=actor.initiative, actor=actor, **typed)
    editing.check(contact)
    contact.save()
    record("added", contact, by=by, initiative=actor.initiative)
    return contact


@transaction.atomic
def describe_contact(contact: Contact, entry: ContactEntry, *, revision: int, on: date, by: Person) -> Contact:
    require(may_see_contacts(by, contact.initiative), by=by)
    _require_soon(entry.ends_on, on)
    return editing.change_silently(contact, editing.values_of(entry), revision=revision, by=by, verb="described")


@transaction.atomic
def erase_contact(contact: Contact, *, by: Person) -> None:
    """For good: nothing of it is kept but the line of the journal, which names the actor alone."""
    require(may_see_contacts(by, contact.initiative), by=by)
    record("erased", contact, by=by, initiative=contact.initiative)
    contact.delete()


@transaction.atomic
def erase_past_contacts(initiative: Initiative, *, on: date, by: Person) -> int:
    """Those whose day has gone by. Each gathering does it, and so does whoever sees them first. Gives how many."""
    require(may_shape(by, initiative), by=by)
    past = list(Contact.objects.of(initiative).past(on).select_related("actor", "initiative"))
    for contact in past:
        erase_contact(contact, by=by)
    return len(past)


@transaction.atomic
def hand_out_contacts(initiative: Initiative, *, on: date, by: Person) -> list[Contact]:
    """All of them that still serve, to be taken out of the workspace: the journal says that it was done."""
    require(may_see_contacts(by, initiative), by=by)
    every = Contact.objects.of(initiative).filter(ends_on__gte=on).select_related("actor__merged_into").order_by("actor__name", "pk")
    contacts = list(every)
    record("handed out", initiative, by=by, initiative=initiative, contacts=len(contacts))
    return contacts


def _require_soon(ends_on: date, on: date) -> None:
    if ends_on < on:
        raise TooLong(_("%(day)s is gone: this contact would be erased at once. Write a day to come.") % {"day": day_words(ends_on)})
    if ends_on > on.replace(year=on.year + MOST_YEARS, day=min(on.day, 28)):
        sentence = _("%(day)s is more than %(years)d years away: write a nearer day, it can be put off later.")
        raise TooLong(sentence % {"day": day_words(ends_on), "years": MOST_YEARS})
