"""A line of the journal in words: each app says its own verbs and kinds of things."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from semailles.core.declared import declared
from semailles.core.models import Event, Seal

WORDS_OF_AN_APP = (
    "journal_words"  # its module: `VERBS`, sentences without who did it; `KINDS`, names of things; `CHOICES`, by name of a value
)
NOTHING = "–"


class _Said(dict[str, object]):
    def __missing__(self, name: str) -> str:
        """A line written before its verb said so much."""
        return NOTHING


def sentence_of(event: Event | Seal) -> str:
    """What was done, without who did it: « received « notes.txt » (document) »."""
    sentence = declared(WORDS_OF_AN_APP, "VERBS").get(event.verb)
    if sentence is None:
        return f"{event.verb} {thing_of(event)}".strip()
    return str(sentence) % _Said(_in_words(event.detail), subject=thing_of(event))


def _in_words(detail: Mapping[str, Any]) -> dict[str, object]:
    """Values that are among choices, in the language of whoever reads; what was written in words before they were keys, as it stands."""
    known = declared(WORDS_OF_AN_APP, "CHOICES")
    return {name: dict(known[name].choices).get(str(value), value) if name in known else value for name, value in detail.items()}


def thing_of(event: Event | Seal) -> str:
    kind = kind_name(event.subject_kind)
    if not event.label:
        return kind
    return _("« %(name)s » (%(kind)s)") % {"name": event.label, "kind": kind} if kind else _("« %(name)s »") % {"name": event.label}


def kind_name(kind: str) -> str:
    """« document »; nothing for a kind that no app names."""
    return str(declared(WORDS_OF_AN_APP, "KINDS").get(kind, ""))
