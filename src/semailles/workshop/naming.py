"""What can be a name of an actor, on screen and in a table alike."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from semailles.engines.words import is_too_common
from semailles.workshop.errors import TooCommon


def too_common(text: str) -> str:
    """Why this names nobody; « » for what can be a name."""
    if not text or not is_too_common(text):
        return ""
    return _("« %(text)s » is a single letter or an everyday word, found on every page: write a name that is longer.") % {"text": text}


def require_names(texts: Iterable[str]) -> None:
    for text in sorted(texts):
        if sentence := too_common(text):
            raise TooCommon(sentence)
