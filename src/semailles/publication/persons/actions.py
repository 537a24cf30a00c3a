"""Erasing somebody: their names leave every text, what they did stays under a pseudonym, the seals say what they lost."""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import uuid4

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from semailles.core.administering import hold_administrators
from semailles.core.journal import About, record
from semailles.core.models import Notice, Person, PersonalLink
from semailles.core.permits import require
from semailles.core.seals import erase_from_seals
from semailles.core.search import wipe
from semailles.core.veiling import Veil, keep_erased, veil_over
from semailles.intake.actions.sorting_contributions import UNDECIDED
from semailles.intake.models import Contribution, Idea, Mention
from semailles.intake.veiling import veil_ideas, veil_passages
from semailles.publication.indexing import index_workspace
from semailles.publication.persons.attested import veil_attestations
from semailles.publication.persons.errors import NotAPerson, StillNeeded
from semailles.publication.persons.names import names_of_actor, names_of_person, pseudonym
from semailles.publication.persons.needed import why_needed
from semailles.publication.persons.rewriting import blank, rename_everywhere
from semailles.publication.persons.rules import initiatives_of, may_erase
from semailles.publication.persons.ties import delete_what_is_theirs
from semailles.workshop.actions import erase_past_contacts
from semailles.workshop.enums import ActorKind
from semailles.workshop.models import Actor, Contact, Initiative, Likeness, Spelling
from semailles.workshop.notices import tell_of_orphan_links
from semailles.workshop.rules import may_coordinate, may_shape

KEPT_AFTER_A_LINK = timedelta(days=365)
KEPT_AFTER_A_REFUSAL = timedelta(days=90)
KEPT_NOTICES = timedelta(days=365)
KEPT_OF_A_LINK = ("level", "step", "until")  # what it did and until when, without whom it reached


@transaction.atomic
def erase_actor(actor: Actor, *, also: Sequence[str] = (), by: Person) -> Actor:
    """For good. `also`: other ways of writing them. No later reading brings the name back; the files received stay as they were given."""
    require(may_coordinate(by, actor.initiative), by=by)
    if actor.kind != ActorKind.PERSON:
        raise NotAPerson(_("« %(actor)s » is no person: say that it is no actor, or mend what is said of it.") % {"actor": actor})
    initiative, names = actor.initiative, names_of_actor(actor, also)
    for one in (actor, *actor.absorbed.all()):
        _make_nobody(one)
    _erase_names(initiative, names, by=by)
    record("erased person", About(Actor.__name__, actor.public_id, actor.name), by=by, initiative=initiative)
    _index_again(initiative)
    return actor


@transaction.atomic
def erase_person(person: Person, *, also: Sequence[str] = (), by: Person) -> Person:
    """For good, in every initiative that knows them: no account, no role, no link; what they did stays, done by nobody in particular."""
    require(may_erase(by, person), by=by)
    known = initiatives_of(person)
    _require_not_needed(person)
    names = [(initiative, names_of_person(person, initiative, also)) for initiative in known]
    _close(person)
    for initiative in known:
        tell_of_orphan_links(initiative, person, by=by)
    for initiative, written in names:
        _erase_names(initiative, written, by=by)
        record("erased person", About(Person.__name__, person.public_id, person.name), by=by, initiative=initiative)
        _index_again(initiative)
    return person


@transaction.atomic
def apply_retention(initiative: Initiative, *, on: date, by: Person) -> None:
    """What has served its time goes: contacts past their day, the addresses to which links were sent, how refused contributions were signed, notices."""
    require(may_shape(by, initiative), by=by)
    erase_past_contacts(initiative, on=on, by=by)
    over = PersonalLink.objects.of(initiative.public_id).filter(ends_at__date__lt=on - KEPT_AFTER_A_LINK).exclude(sent_to="")
    over.update(sent_to="")
    refused = Contribution.objects.of(initiative).filter(state__in=UNDECIDED, decided_at__date__lt=on - KEPT_AFTER_A_REFUSAL)
    refused.exclude(signed_as="").update(signed_as="", erased_at=timezone.now())
    Notice.objects.of(initiative.public_id).filter(at__date__lt=on - KEPT_NOTICES).delete()


def _erase_names(initiative: Initiative, names: Sequence[str], *, by: Person) -> None:
    veil: Veil = veil_over(names)
    veil_passages(initiative, veil)
    veil_ideas(Idea.objects.of(initiative), veil)
    veil_attestations(initiative, veil)
    blank(initiative, veil)
    erase_from_seals(veil, initiative=initiative, by=by)
    keep_erased(initiative.public_id, names)


def _index_again(initiative: Initiative) -> None:
    index_workspace(initiative)
    wipe()


def _make_nobody(actor: Actor) -> None:
    """The id too says the name to whoever tries names: another one takes its place."""
    Spelling.objects.of(actor.initiative).filter(actor=actor).delete()
    Contact.objects.of(actor.initiative).filter(actor=actor).delete()
    Mention.objects.of(actor.initiative).filter(actor=actor).delete()
    Likeness.objects.of(actor.initiative).filter(actor=actor).delete()
    Likeness.objects.of(actor.initiative).filter(into=actor).delete()
    before, actor.public_id = actor.public_id, uuid4()
    actor.name = pseudonym(actor.public_id, actor.initiative.lang)
    actor.acronym = actor.territory = actor.note = ""
    actor.taken_off, actor.is_to_be_sought = [], False
    actor.revision += 1
    actor.save()
    rename_everywhere(actor.initiative, before, actor.public_id)


def _require_not_needed(person: Person) -> None:
    hold_administrators()
    for reason in why_needed(person):
        raise StillNeeded(reason)


def _close(person: Person) -> None:
    for link in PersonalLink.objects.filter(person=person):
        link.sent_to, link.detail = "", {name: value for name, value in link.detail.items() if name in KEPT_OF_A_LINK}
        link.save(update_fields=["sent_to", "detail"])
    PersonalLink.objects.filter(person=person, withdrawn_at=None).update(withdrawn_at=timezone.now())
    Contribution.objects.filter(by=person).exclude(signed_as="").update(signed_as="", erased_at=timezone.now())
    delete_what_is_theirs(person)
    person.name, person.email, person.is_active = pseudonym(person.public_id, person.lang or "fr"), None, False
    person.set_unusable_password()
    person.save()
