"""A form is noted with what it did, or not at all."""

import contextlib

import pytest
from django.db import transaction

from semailles.core import onceness
from semailles.core.errors import Refusal
from semailles.core.models import TakenForm
from semailles.core.onceness import Sending

SENT = Sending("a" * 64, "b" * 64)


class Undone(Refusal):
    """What was begun is not done."""


@pytest.mark.django_db
def test_what_was_undone_with_its_action_was_not_taken() -> None:
    """The page that leads on with a sentence of refusal is no answer to be said again."""
    with onceness.sending(SENT), contextlib.suppress(Undone), transaction.atomic():
        onceness.note_effect()
        raise Undone("")

    onceness.settle(SENT, "/porter/")

    assert (onceness.taken(SENT), TakenForm.objects.count()) == (None, 0)
