"""Personal links: given by a coordinator to one person, for one thing, until a day; withdrawn, renewed, said to have come to somebody else."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from semailles.core.enums import LinkPurpose, NoticeKind
from semailles.core.journal import About, Subject, record
from semailles.core.links import issue, spend
from semailles.core.models import Person, PersonalLink
from semailles.core.permits import require
from semailles.core.quotas import HOUR
from semailles.core.quotas import spend as count
from semailles.workshop.calendar_words import day_words
from semailles.workshop.errors import AlreadyThere, MailedOften, NamelessLink, TooLong, TooManyLinks, TooManyMails, WhichPerson
from semailles.workshop.linked import initiative_of, namesakes
from semailles.workshop.models import Initiative
from semailles.workshop.notices import tell
from semailles.workshop.rules import may_coordinate, may_name_coordinator

LONGEST = timedelta(days=366)
DAY = timedelta(days=1)
MOST_BY_ONE, MOST_IN_ONE = 120, 500  # an hour, a day: everybody who was in the room, and some more
MOST_TO_ONE = 5  # mails a day
ONCE = frozenset({LinkPurpose.ANSWER})


@dataclass(frozen=True, slots=True)
class LinkEntry:
    """For whom, for what, until when (that day included). `about` None: the initiative itself. `key` names the form that was sent.
    `same_as`, `is_somebody_else`: who it is, when a link was given already under this name."""

    purpose: LinkPurpose
    name: str
    ends_on: date
    about: About | None = None
    sent_to: str = ""
    key: UUID | None = None
    same_as: UUID | None = None
    is_somebody_else: bool = False


@transaction.atomic
def give_link(initiative: Initiative, entry: LinkEntry, *, on: date, by: Person) -> tuple[PersonalLink, str]:
    """The link, and its token, which nobody can be shown again. `on`: today."""
    require(may_coordinate(by, initiative), by=by)
    name = " ".join(entry.name.split())
    if not name:
        raise NamelessLink(_("Say for whom this link is: a name, even that of an office."))
    _require_new(entry.key)
    count_giving(initiative, by=by)
    about = entry.about
    link = PersonalLink(
        public_id=entry.key or uuid4(),
        initiative_id=initiative.public_id,
        purpose=entry.purpose,
        subject_kind=about.kind if about else "",
        subject_id=about.public_id if about else None,
        person=_person_meant(initiative, replace(entry, name=name)),
        detail={"about": about.label if about else initiative.name, "until": entry.ends_on.isoformat()},
        given_by=by,
        given_at=timezone.now(),
        ends_at=_end_of(entry.ends_on, initiative, on),
        sent_to=entry.sent_to.strip(),
        single_use=entry.purpose in ONCE,
    )
    token = issue(link)
    record("gave a link", link, by=by, initiative=initiative, until=entry.ends_on.isoformat())
    return link, token


@transaction.atomic
def renew_link(link: PersonalLink, *, ends_on: date, on: date, by: Person) -> tuple[PersonalLink, str]:
    """Another address for the same person and the same thing; the former one opens nothing any more."""
    initiative = initiative_of(link)
    require(may_coordinate(by, initiative), by=by)
    if link.withdrawn_at is None:
        withdraw_link(link, by=by)
    about = About(link.subject_kind, link.subject_id, link.detail.get("about", "")) if link.subject_id else None
    name = link.person.name if link.person else ""
    same = link.person.public_id if link.person else None
    return give_link(initiative, LinkEntry(LinkPurpose(link.purpose), name, ends_on, about, link.sent_to, same_as=same), on=on, by=by)


@transaction.atomic
def withdraw_link(link: PersonalLink, *, by: Person) -> None:
    """It opens nothing from now on. Withdrawn twice, it is once."""
    initiative = initiative_of(link)
    require(may_coordinate(by, initiative) or may_name_coordinator(by, initiative), by=by)
    if PersonalLink.objects.filter(pk=link.pk, withdrawn_at=None).update(withdrawn_at=timezone.now()):
        record("withdrew a link", link, by=by, initiative=initiative)
    link.refresh_from_db()


@transaction.atomic
def take_link_over(link: PersonalLink, *, by: Person) -> None:
    """Its giver no longer coordinates: from now on it stands by whoever takes it over."""
    initiative = initiative_of(link)
    require(may_coordinate(by, initiative), by=by)
    if link.given_by == by:
        return
    former, link.given_by = link.given_by, by
    link.detail = {"made_by": str(former), **link.detail}  # the first one stays: what is signed says who made the link
    link.save(update_fields=["given_by", "detail"])
    record("took a link over", link, by=by, initiative=initiative, former=str(former))


@transaction.atomic
def note_use(link: PersonalLink, about: Subject, *, by: Person) -> None:
    """Whoever holds it did what it lets them do, about this: it has served, and whoever gave it is told."""
    require(by == link.person and link.is_standing(timezone.now()), by=by)
    spend(link)
    tell(link.given_by, NoticeKind.LINK, about, initiative=initiative_of(link), by=by)


@transaction.atomic
def disown_link(link: PersonalLink, *, by: Person) -> None:
    """Whoever opened it says that they are not the one it names: it opens nothing any more, and those who coordinate see why."""
    require(by == link.person and link.is_standing(timezone.now()), by=by)
    link.withdrawn_at, link.detail = timezone.now(), {**link.detail, "disowned": True}
    link.save(update_fields=["withdrawn_at", "detail"])
    record("disowned a link", link, by=link.given_by, initiative=initiative_of(link))


@transaction.atomic
def count_giving(initiative: Initiative, *, by: Person) -> None:
    """A link or an invitation is about to be made."""
    require(may_coordinate(by, initiative) or may_name_coordinator(by, initiative), by=by)
    count("links given by", str(by.public_id), limit=MOST_BY_ONE, within=HOUR, refusal=TooManyLinks)
    count("links given in", str(initiative.public_id), limit=MOST_IN_ONE, within=DAY, refusal=TooManyLinks)


@transaction.atomic
def count_sending(link: PersonalLink, *, by: Person) -> None:
    """It is about to be sent: neither somebody's haste nor a stolen account makes of this a machine that writes to everybody."""
    initiative = initiative_of(link)
    require(may_coordinate(by, initiative), by=by)
    count("links sent by", str(by.public_id), limit=MOST_BY_ONE, within=HOUR, refusal=TooManyMails)
    count("links sent in", str(initiative.public_id), limit=MOST_IN_ONE, within=DAY, refusal=TooManyMails)
    count("links sent to", link.sent_to.casefold(), limit=MOST_TO_ONE, within=DAY, refusal=MailedOften)


@transaction.atomic
def note_sending(link: PersonalLink, address: str, *, by: Person) -> None:
    """It was sent to this address, by mail from here."""
    initiative = initiative_of(link)
    require(may_coordinate(by, initiative), by=by)
    link.sent_to, link.sent_at = address, timezone.now()
    link.save(update_fields=["sent_to", "sent_at"])
    record("sent a link", link, by=by, initiative=initiative)


def _require_new(key: UUID | None) -> None:
    if key is not None and PersonalLink.objects.filter(public_id=key).exists():
        raise AlreadyThere(_("This link was given already, and its address is shown once: renew it from the list to have another."))


def _person_meant(initiative: Initiative, entry: LinkEntry) -> Person:
    """The one that was chosen among those of this name; when there is but one and nothing was chosen, the same."""
    known = namesakes(initiative, entry.name)
    if not known or entry.is_somebody_else:
        return Person.objects.create(name=entry.name[:200])
    meant = known if entry.same_as is None else [one for one in known if one.public_id == entry.same_as]
    if len(meant) != 1:
        raise WhichPerson(_("Links were given to several people called %(person)s: say which one this is for.") % {"person": entry.name})
    return meant[0]


def _end_of(day: date, initiative: Initiative, on: date) -> datetime:
    """The last moment of this day, where the initiative is."""
    if day < on:
        raise TooLong(_("%(day)s is gone: this link would open nothing. Write a day to come.") % {"day": day_words(day)})
    if day - on > LONGEST:
        raise TooLong(_("%(day)s is more than a year away: write a nearer day, the link can be renewed.") % {"day": day_words(day)})
    lasts = day - on + timedelta(days=1)
    now = timezone.now().astimezone(ZoneInfo(initiative.time_zone))
    return datetime.combine(now.date() + lasts, time(), tzinfo=now.tzinfo)
