"""A person's drafts."""

from uuid import UUID

from semailles.core.drafts.rules import may_have_drafts
from semailles.core.models import FormDraft, Person


def drafts_of(person: Person, *, page: str | None = None) -> list[FormDraft]:
    """The latest first; those of one page when it is given. One query, none for somebody we would not know again."""
    if not may_have_drafts(person):
        return []
    found = FormDraft.objects.of_writer(person)
    return list(found if page is None else found.filter(page=page))


def draft_of(person: Person, key: UUID) -> FormDraft | None:
    return FormDraft.objects.of_writer(person).filter(key=key).first() if may_have_drafts(person) else None
