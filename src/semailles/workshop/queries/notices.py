"""What a person is told, on screen and by mail."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from semailles.core.enums import MailedHow, NoticeKind
from semailles.core.models import Mute, Notice, NoticeChoice, Person
from semailles.workshop.asking import unread
from semailles.workshop.models import Initiative
from semailles.workshop.notices import may_be_told

SHOWN = 200
TOO_OLD = timedelta(days=30)  # to be mailed: a mail that comes so late tells nothing


@dataclass(frozen=True, slots=True)
class Letter:
    """One mail to one person: what each initiative has for them."""

    person: Person
    parts: tuple[tuple[Initiative, tuple[Notice, ...]], ...]

    @property
    def notices(self) -> list[Notice]:
        return [notice for _initiative, some in self.parts for notice in some]


def notices_of(person: Person, initiative: Initiative) -> list[Notice]:
    """The latest first, without what they read no more: its name alone would tell. One query, and one a kind of things."""
    found = list(Notice.objects.of(initiative.public_id).filter(person=person).select_related("by")[:SHOWN])
    hidden = unread(person, initiative, [(one.subject_kind, one.subject_id) for one in found])
    return [one for one in found if one.subject_id not in hidden]


def choices_of(person: Person, initiative: Initiative) -> dict[NoticeKind, MailedHow]:
    """Every kind, chosen or not."""
    chosen = dict(NoticeChoice.objects.of(initiative.public_id).filter(person=person).values_list("kind", "how"))
    return {kind: MailedHow(chosen.get(kind, MailedHow.DIGEST)) for kind in NoticeKind}


def mutes_of(person: Person, initiative: Initiative) -> list[Mute]:
    return list(Mute.objects.of(initiative.public_id).filter(person=person).order_by("label", "id"))


def letters(how: MailedHow) -> list[Letter]:
    """What waits to be mailed in this way. Only to people who have an account, and still a role that may be told it."""
    initiatives = {one.public_id: one for one in Initiative.objects.all()}
    since = timezone.now() - TOO_OLD
    waiting = Notice.objects.filter(read_at=None, mailed_at=None, at__gte=since, person__is_active=True).exclude(person__email=None)
    chosen = {(one.initiative_id, one.person_id, one.kind): one.how for one in NoticeChoice.objects.all()}
    found: dict[Person, dict[Initiative, list[Notice]]] = {}
    for notice in waiting.select_related("person", "by").order_by("person_id", "at", "pk"):
        initiative = initiatives[notice.initiative_id]
        wanted = chosen.get((notice.initiative_id, notice.person_id, notice.kind), MailedHow.DIGEST)
        if wanted == how and _may_be_mailed(notice, initiative):
            found.setdefault(notice.person, {}).setdefault(initiative, []).append(notice)
    return [Letter(person, _parts(parts)) for person, parts in found.items()]


def _may_be_mailed(notice: Notice, initiative: Initiative) -> bool:
    """Their role and their circle may have changed since."""
    if not may_be_told(notice.person, NoticeKind(notice.kind), initiative):
        return False
    return not unread(notice.person, initiative, [(notice.subject_kind, notice.subject_id)])


def _parts(parts: Mapping[Initiative, list[Notice]]) -> tuple[tuple[Initiative, tuple[Notice, ...]], ...]:
    return tuple((initiative, tuple(some)) for initiative, some in sorted(parts.items(), key=lambda pair: pair[0].name))
