"""The same form sent twice (a double click, « back », a browser that tries again, a server that died before it answered) has its effect once.

`sending(form)` surrounds what is done with a form; the first line of the journal that is written inside notes the form, in the transaction of the action itself:
the effect and its note are kept together or not at all.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import timedelta

from django.utils import timezone

from semailles.core.models.taken import TakenForm

KEPT_FOR = timedelta(days=2)


class AlreadyTaken(Exception):  # no mistake: another sending of the same form came first, this one does nothing
    """What this form asks is done."""


@dataclass(slots=True)
class Sending:
    """`form`, `words`: digests, of the form and of what was typed. `is_noted`: its effect is in the database, or about to be."""

    form: str
    words: str
    is_noted: bool = field(default=False, compare=False)


_current: ContextVar[Sending | None] = ContextVar("sending", default=None)


@contextmanager
def sending(form: Sending | None) -> Iterator[None]:
    before = _current.set(form)
    try:
        yield
    finally:
        _current.reset(before)


def begin(form: Sending) -> None:
    """Until the `sending` around it ends."""
    _current.set(form)


def note_effect() -> None:
    """Called with each line of the journal, inside the action's transaction. Raises `AlreadyTaken` when the same sending came first."""
    form = _current.get()
    if form is None or form.is_noted:
        return
    now = timezone.now()
    row, is_new = TakenForm.objects.get_or_create(form=form.form, defaults={"words": form.words, "at": now})
    if not is_new and row.words == form.words:
        raise AlreadyTaken
    if not is_new:  # the page before, seen again with « back », says something else
        TakenForm.objects.filter(pk=row.pk).update(words=form.words, answer="", at=now)
    form.is_noted = True


def taken(form: Sending) -> TakenForm | None:
    return TakenForm.objects.filter(form=form.form, words=form.words).first()


def settle(form: Sending, answer: str) -> None:
    """Where its sender was led; nothing when what was noted was undone with its action. Forms of the day before yesterday are forgotten at the same time."""
    now = timezone.now()
    TakenForm.objects.filter(at__lt=now - KEPT_FOR).delete()
    TakenForm.objects.filter(form=form.form, words=form.words).update(answer=answer[:2000], at=now)


def forget(form: Sending) -> None:
    """It came back with its faults: it may be sent again."""
    TakenForm.objects.filter(form=form.form, words=form.words).delete()
