"""What a person's drafts go through. They are nobody else's: the journal says nothing of them."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from semailles.core.drafts.errors import LONGEST_DRAFT, MOST_DRAFTS, DraftTooLong, TooManyDrafts
from semailles.core.drafts.rules import may_keep
from semailles.core.drafts.words import Typed, length
from semailles.core.models import FormDraft, Person
from semailles.core.permits import require

KEPT_FOR = timedelta(days=90)


@transaction.atomic
def keep_draft(typed: Typed, *, was_refused: bool = False, by: Person) -> FormDraft:
    """The last words of this form. Drafts that nobody touched for ninety days go at the same time."""
    draft = FormDraft(person=by, key=typed.key)
    require(may_keep(by, draft), by=by)
    if (found := length(typed.fields)) > LONGEST_DRAFT:
        raise DraftTooLong(found)
    now = timezone.now()
    _forget_old(by, now)
    words = {"page": typed.page[:300], "query": typed.query[:500], "title": typed.title[:200], "fields": dict(typed.fields)}
    draft, is_new = FormDraft.objects.update_or_create(person=by, key=typed.key, defaults={**words, "was_refused": was_refused, "at": now})
    if is_new and FormDraft.objects.of_writer(by).count() > MOST_DRAFTS:
        raise TooManyDrafts
    return draft


@transaction.atomic
def forget_draft(draft: FormDraft, *, by: Person) -> None:
    """It was sent and taken, or its writer gives it up."""
    require(may_keep(by, draft), by=by)
    draft.delete()


def _forget_old(person: Person, now: datetime) -> None:
    FormDraft.objects.of_writer(person).filter(at__lt=now - KEPT_FOR).delete()
