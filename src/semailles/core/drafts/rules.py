"""Who keeps, reads and gives up a draft: its writer."""

from semailles.core.models import FormDraft, Person


def may_have_drafts(person: Person) -> bool:
    """Somebody whom we would know again."""
    return person.pk is not None


def may_keep(person: Person, draft: FormDraft) -> bool:
    return may_have_drafts(person) and draft.person_id == person.pk
