"""The register of an initiative: what is held about people, what for, who sees it, for how long."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from semailles.core.models import Event, Notice, Person, PersonalLink
from semailles.intake.models import Contribution, Document
from semailles.workshop.enums import ActorKind
from semailles.workshop.models import Actor, Contact, Initiative, Membership

MOST_LINKS = 100


@dataclass(frozen=True, slots=True)
class Purpose:
    """One line of the register. `how_many`: rows of it today."""

    what: str
    why: str
    who: str
    how_long: str
    how_many: int


def purposes(initiative: Initiative, *, at: datetime) -> list[Purpose]:
    """One query a line."""
    return [*_of_who_acts(initiative), *_of_who_is_named(initiative), *_of_who_is_asked(initiative, at), _of_files(initiative)]


def _of_who_acts(initiative: Initiative) -> list[Purpose]:
    return [
        Purpose(
            _("People who take part: name, e-mail of the account, roles"),
            _("open to each what their role opens, and say who did what"),
            _("coordinators"),
            _("until the role ends; the name until the person has it erased"),
            Membership.objects.of(initiative).values("person").distinct().count(),
        ),
        Purpose(
            _("Journal, texts and seals: who did what, when"),
            _("show how each decision came, and that nothing was changed afterwards"),
            _("facilitator's circle"),
            _("as long as the initiative; under a pseudonym once somebody is erased"),
            Event.objects.of(initiative.public_id).values("by").distinct().order_by().count(),
        ),
    ]


def _of_who_is_named(initiative: Initiative) -> list[Purpose]:
    return [
        Purpose(
            _("Persons named in the documents: names, where they are named, commitments"),
            _("know who could carry or help, with the words that say it"),
            _("facilitator's circle; masked everywhere else"),
            _("as long as the initiative, or until the person has it erased"),
            Actor.objects.of(initiative).standing().filter(kind=ActorKind.PERSON).count(),
        ),
        Purpose(
            _("Contacts: name, function, e-mail, telephone"),
            _("the purpose written on each contact"),
            _("coordinators"),
            _("until the day written on each; then erased for good"),
            Contact.objects.of(initiative).count(),
        ),
    ]


def _of_who_is_asked(initiative: Initiative, at: datetime) -> list[Purpose]:
    return [
        Purpose(
            _("Personal links: whom they were given to, the address they were sent to"),
            _("let somebody do one thing without an account"),
            _("coordinators"),
            _("the link until its end; the address it was sent to, one year more"),
            PersonalLink.objects.of(initiative.public_id).standing(at).count(),
        ),
        Purpose(
            _("Ideas proposed by the public: how they signed, a pseudonym otherwise"),
            _("sort the ideas, and let each follow what became of theirs"),
            _("coordinators and shapers"),
            _("until whoever proposed it has it erased, by their own link; three months once the idea is refused"),
            Contribution.objects.of(initiative).exclude(signed_as="").count(),
        ),
        Purpose(
            _("Notices: what somebody is told, and how they want to be"),
            _("tell each what concerns them, and nothing else"),
            _("the person alone"),
            _("a year; then erased"),
            Notice.objects.of(initiative.public_id).count(),
        ),
    ]


def _of_files(initiative: Initiative) -> Purpose:
    return Purpose(
        _("Documents as the teams gave them"),
        _("tie each sentence to the words it comes from"),
        _("facilitator's circle"),
        _("as long as the initiative"),
        Document.objects.of(initiative).count(),
    )


def links_given(initiative: Initiative) -> list[PersonalLink]:
    """The latest first."""
    return list(PersonalLink.objects.of(initiative.public_id).select_related("person").order_by("-given_at", "-pk")[:MOST_LINKS])


def people_of(initiative: Initiative) -> list[Person]:
    """Who has a role or a link here."""
    members = Membership.objects.of(initiative).values("person")
    invited = PersonalLink.objects.of(initiative.public_id).exclude(person=None).values("person")
    return list(Person.objects.filter(Q(pk__in=members) | Q(pk__in=invited)).order_by("name", "pk"))


def person_of(initiative: Initiative, public_id: UUID) -> Person | None:
    return next((one for one in people_of(initiative) if one.public_id == public_id), None)


def persons_named(initiative: Initiative) -> list[Actor]:
    return list(Actor.objects.of(initiative).standing().filter(kind=ActorKind.PERSON).order_by("name", "pk"))
