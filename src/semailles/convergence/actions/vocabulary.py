"""Words that people say mean the same here."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from semailles.convergence.errors import KnownWord, WithdrawnAlready, WordsMissing, WordTooCommon, WordTooLong
from semailles.convergence.models import Equivalence
from semailles.convergence.telling import day_of
from semailles.core.journal import record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.engines.grouping import roots_of
from semailles.engines.words import fold, is_acronym, is_too_common, words
from semailles.workshop.errors import ReasonMissing
from semailles.workshop.models import Initiative
from semailles.workshop.rules import may_shape

LONGEST_FORM = 200  # signs, as the word itself


@transaction.atomic
def confirm_equivalence(initiative: Initiative, said: str, forms: Sequence[str], *, by: Person) -> Equivalence:
    """From the next map on, all these forms are heard as one word. Titles and quotes stay as they were written."""
    require(may_shape(by, initiative), by=by)
    word = " ".join(said.split())
    others = list(dict.fromkeys(" ".join(form.split()) for form in forms))
    others = [form for form in others if form and fold(form) != fold(word) and _differ(form, word, initiative.lang)]
    if not word or not others:
        raise WordsMissing
    _refuse_unsaid([word, *others])
    _refuse_known(initiative, [word, *others])
    equivalence = Equivalence(initiative=initiative, said=word, forms=others, confirmed_by=by)
    equivalence.full_clean(exclude=["initiative", "confirmed_by"], validate_unique=False, validate_constraints=False)
    equivalence.save()
    record("confirmed equivalence", equivalence, by=by, initiative=initiative)
    return equivalence


@transaction.atomic
def withdraw_equivalence(equivalence: Equivalence, reason: str, *, by: Person) -> Equivalence:
    """It counts no more; the line stays, with its reason."""
    require(may_shape(by, equivalence.initiative), by=by)
    if not reason.strip():
        raise ReasonMissing(_("Say in a few words why these words no longer mean the same."))
    row: Equivalence = Equivalence.objects.of(equivalence.initiative).select_for_update().get(pk=equivalence.pk)
    if row.withdrawn_at:
        raise WithdrawnAlready(row, row.withdrawn_by, day_of(row.withdrawn_at, row.initiative))
    row.withdrawn_at, row.withdrawn_by, row.withdrawn_reason = timezone.now(), by, reason.strip()[:500]
    row.save(update_fields=["withdrawn_at", "withdrawn_by", "withdrawn_reason"])
    record("withdrew equivalence", row, by=by, initiative=row.initiative, reason=row.withdrawn_reason)
    return row


def _refuse_known(initiative: Initiative, forms: Sequence[str]) -> None:
    lang = initiative.lang
    known = {roots_of(form, lang): one for one in Equivalence.objects.of(initiative).standing() for form in (one.said, *one.forms)}
    for word in forms:
        if roots_of(word, lang) in known:
            raise KnownWord(word, known[roots_of(word, lang)])


def _differ(form: str, word: str, lang: str) -> bool:
    """A plural is heard as its singular already."""
    return not roots_of(form, lang) or roots_of(form, lang) != roots_of(word, lang)


def _refuse_unsaid(forms: Sequence[str]) -> None:
    """A form that stands in every text, or in none, would bring everything together, or nothing."""
    for form in forms:
        if len(form) > LONGEST_FORM:
            raise WordTooLong(form)
        if all(map(is_too_common, words(form))) and not (is_acronym(form) and len(form) > 1):
            raise WordTooCommon(form)
