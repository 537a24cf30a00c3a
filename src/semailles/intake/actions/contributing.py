"""What the public does: propose an idea without an account, withdraw it, have its name erased."""

from dataclasses import asdict, dataclass
from datetime import timedelta

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from semailles.core.enums import LinkPurpose
from semailles.core.identifiers import named
from semailles.core.journal import record
from semailles.core.links import digest_of
from semailles.core.models import Person, PersonalLink
from semailles.core.permits import require
from semailles.core.quotas import spend
from semailles.intake.enums import ContributionState
from semailles.intake.errors import NotTaking, SentAlready, StandsAsIdea
from semailles.intake.models import Contribution, Welcome
from semailles.intake.queries.welcoming import untaken, welcome_of
from semailles.intake.rules import is_theirs, may_visit
from semailles.workshop.editing import check
from semailles.workshop.linked import may_contribute_by_link
from semailles.workshop.models import Initiative
from semailles.workshop.today import today

LIMIT, WITHIN = 20, timedelta(hours=1)  # ideas from one place: a meeting room is one
LIMIT_BY_LINK = 30
FOLLOWED_FOR = timedelta(days=3 * 365)


@dataclass(frozen=True, slots=True)
class ContributionEntry:
    """What somebody proposes, and how they sign if they want to."""

    title: str
    text: str = ""
    place: str = ""
    signed_as: str = ""


@transaction.atomic
def contribute(initiative: Initiative, entry: ContributionEntry, *, token: str, sender: str, by: Person) -> Contribution:
    """It waits to be read, and is no idea yet. `token`: of the personal link by which it is followed, drawn when the form was shown: sent again, it is the same
    contribution. `sender`: the place it comes from, of which only the quota keeps a digest."""
    require(may_visit(by, initiative), by=by)
    digest = digest_of(token)
    public_id = named("contribution", digest)
    Welcome.objects.of(initiative).select_for_update().first()  # one at a time
    known: Contribution | None = Contribution.objects.of(initiative).filter(public_id=public_id).first()
    if known:
        return _sent_again(known, entry)
    if why_not := untaken(welcome_of(initiative), on=today(initiative)):
        raise NotTaking(why_not)
    spend("contribution", sender, limit=LIMIT, within=WITHIN)
    return _received(initiative, entry, digest, None)


@transaction.atomic
def contribute_by_link(initiative: Initiative, entry: ContributionEntry, *, token: str, by: Person) -> Contribution:
    """By somebody who was asked for ideas, whether the public is or not: it waits to be read as the others do, in their name."""
    require(may_contribute_by_link(by, initiative), by=by)
    digest = digest_of(token)
    known: Contribution | None = Contribution.objects.of(initiative).filter(public_id=named("contribution", digest)).first()
    if known:
        return _sent_again(known, entry)
    spend("contribution by link", str(by.public_id), limit=LIMIT_BY_LINK, within=WITHIN)
    return _received(initiative, entry, digest, by)


@transaction.atomic
def withdraw_contribution(contribution: Contribution, *, by: Person) -> Contribution:
    """By whoever wrote it, as long as nobody made an idea of it: its words are erased."""
    require(is_theirs(by, contribution), by=by)
    row = _locked(contribution)
    if row.idea_id is not None:
        raise StandsAsIdea
    if row.state == ContributionState.WITHDRAWN:
        return row
    row.state, row.reason = ContributionState.WITHDRAWN, ""
    row.title = row.text = row.place = row.signed_as = ""
    row.erased_at = timezone.now()
    row.save()
    record("withdrew a contribution", row, by=by, initiative=row.initiative)
    return row


@transaction.atomic
def erase_contributor(contribution: Contribution, *, by: Person) -> Contribution:
    """What they said of themselves is no longer anywhere; the idea stays, under a pseudonym."""
    require(is_theirs(by, contribution), by=by)
    row = _locked(contribution)
    if row.signed_as:
        row.signed_as, row.erased_at = "", timezone.now()
        row.save(update_fields=["signed_as", "erased_at"])
        record("erased a contributor", row, by=by, initiative=row.initiative)
    return row


def _said(entry: ContributionEntry) -> dict[str, str]:
    return {name: value.strip() for name, value in asdict(entry).items()}


def _sent_again(known: Contribution, entry: ContributionEntry) -> Contribution:
    """The same words, sent twice, are one idea; other words are another, and are not lost."""
    if any(getattr(known, name) != value for name, value in _said(entry).items()):
        raise SentAlready
    return known


def _locked(contribution: Contribution) -> Contribution:
    row: Contribution = Contribution.objects.of(contribution.initiative).select_for_update().get(pk=contribution.pk)
    return row


def _received(initiative: Initiative, entry: ContributionEntry, digest: str, by: Person | None) -> Contribution:
    """`by` None: somebody unknown, under a pseudonym."""
    if PersonalLink.objects.filter(digest=digest).exists():  # a token that serves already, here for something else or elsewhere
        raise SentAlready
    number = 1 + (Contribution.objects.of(initiative).aggregate(last=Max("number"))["last"] or 0)
    row = Contribution(
        initiative=initiative, public_id=named("contribution", digest), number=number, given_at=timezone.now(), **_said(entry)
    )
    row.by = by or Person.objects.create(name=str(row))
    check(row)
    row.save()
    _let_follow(row, digest)
    record("contributed", row, by=row.by, initiative=initiative)
    return row


def _let_follow(row: Contribution, digest: str) -> None:
    """Whoever holds the link is who wrote it."""
    link = PersonalLink(
        initiative_id=row.initiative.public_id,
        digest=digest,
        purpose=LinkPurpose.FOLLOW,
        subject_kind="Contribution",
        subject_id=row.public_id,
        person=row.by,
        given_by=row.by,
        given_at=row.given_at,
        ends_at=row.given_at + FOLLOWED_FOR,
    )
    link.full_clean()
    link.save()
