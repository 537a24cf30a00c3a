"""What stands in a text in the place of a person or of a contact."""

import re
from functools import cache

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_lazy as _

PERSON, CONTACT = _("[a person]"), _("[contact]")


@cache
def masks() -> re.Pattern[str]:
    """In every language that a text may be masked in."""
    words = set()
    for lang, _name in settings.LANGUAGES:
        with translation.override(lang):
            words |= {str(PERSON), str(CONTACT)}
    return re.compile("|".join(map(re.escape, sorted(words))))
