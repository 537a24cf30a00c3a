"""Who is told what: one table, which the page of notices shows and which the tests read."""

from collections.abc import Mapping
from typing import Protocol
from uuid import UUID

from django.utils import timezone

from semailles.core.enums import NoticeKind
from semailles.core.models import Mute, Notice, Person
from semailles.engines.words import fold
from semailles.workshop.enums import Role
from semailles.workshop.linked import orphan_links
from semailles.workshop.models import Initiative, Membership
from semailles.workshop.rules import roles_of

TAKE_PART = frozenset(Role) - {Role.READER}
WRITE = frozenset({Role.COORDINATOR, Role.SHAPER, Role.WORKER, Role.HOLDER})
WHO: Mapping[NoticeKind, frozenset[Role]] = {
    NoticeKind.QUESTION: TAKE_PART,
    NoticeKind.ANSWER: TAKE_PART,
    NoticeKind.REMARK: frozenset({Role.HOLDER}),
    NoticeKind.TEXTS: WRITE,
    NoticeKind.TASK: TAKE_PART,
    NoticeKind.LINK: frozenset({Role.COORDINATOR, Role.HOLDER}),
    NoticeKind.ORPHANS: frozenset({Role.COORDINATOR}),
}
LONGEST_LABEL = 300


class Thing(Protocol):
    @property
    def public_id(self) -> UUID: ...


def may_be_told(person: Person, kind: NoticeKind, initiative: Initiative) -> bool:
    return not WHO[kind].isdisjoint(roles_of(person, initiative))


def tell(person: Person | None, kind: NoticeKind, about: Thing, *, initiative: Initiative, by: Person) -> Notice | None:
    """Nobody is told what they did themselves, what they muted, or what is of no role of theirs; what they
    have not read yet is not said twice."""
    if person is None or person == by or not may_be_told(person, kind, initiative):
        return None
    named = {"subject_kind": type(about).__name__, "subject_id": about.public_id}
    if Mute.objects.of(initiative.public_id).filter(person=person, **named).exists():
        return None
    same = {"initiative_id": initiative.public_id, "person": person, "kind": kind, "by": by, **named}
    waiting: Notice | None = Notice.objects.filter(**same, read_at=None, mailed_at=None).first()
    return waiting or Notice.objects.create(**same, label=str(about)[:LONGEST_LABEL], at=timezone.now())


def tell_of_orphan_links(initiative: Initiative, person: Person, *, by: Person) -> None:
    """To all who coordinate now: somebody did, whose links opened until then. Ask after the role ended."""
    if not any(link.given_by == person for link in orphan_links(initiative, timezone.now())):
        return
    for membership in Membership.objects.of(initiative).filter(role=Role.COORDINATOR).select_related("person"):
        tell(membership.person, NoticeKind.ORPHANS, person, initiative=initiative, by=by)


def member_named(initiative: Initiative, name: str) -> Person | None:
    """The member of this name, whatever its capitals and accents; nobody when two bear it."""
    wanted = fold(name.strip())
    if not wanted:
        return None
    members = Person.objects.filter(pk__in=Membership.objects.of(initiative).values("person"))
    found = [member for member in members if fold(member.name.strip()) == wanted]
    return found[0] if len(found) == 1 else None
