"""What people do with what they are told. It concerns nobody else: the journal says nothing of it."""

from collections.abc import Mapping

from django.db import transaction
from django.utils import timezone

from semailles.core.enums import MailedHow, NoticeKind
from semailles.core.models import Mute, Notice, NoticeChoice, Person
from semailles.core.permits import require
from semailles.workshop.models import Initiative
from semailles.workshop.rules import may_read


@transaction.atomic
def read_notices(initiative: Initiative, *, by: Person) -> int:
    """All of them are read; how many were not."""
    require(may_read(by, initiative), by=by)
    return Notice.objects.of(initiative.public_id).filter(person=by, read_at=None).update(read_at=timezone.now())


@transaction.atomic
def choose_mail(initiative: Initiative, how: Mapping[NoticeKind, MailedHow], *, by: Person) -> None:
    require(may_read(by, initiative), by=by)
    for kind, chosen in how.items():
        NoticeChoice.objects.update_or_create(initiative_id=initiative.public_id, person=by, kind=kind, defaults={"how": chosen})


@transaction.atomic
def mute(notice: Notice, *, by: Person) -> None:
    """Nothing more about this thing, on screen or by mail."""
    require(notice.person == by, by=by)
    named = {"initiative_id": notice.initiative_id, "person": by, "subject_kind": notice.subject_kind, "subject_id": notice.subject_id}
    Mute.objects.get_or_create(**named, defaults={"label": notice.label})
    Notice.objects.filter(**named, read_at=None).update(read_at=timezone.now())


@transaction.atomic
def hear_again(muted: Mute, *, by: Person) -> None:
    require(muted.person == by, by=by)
    muted.delete()
