"""What can be a name of an actor, on screen and in a table alike; what an initiative is called in its address."""

import itertools
from collections.abc import Iterable

from django.utils.text import slugify
from django.utils.translation import gettext as _

from semailles.engines.words import is_too_common
from semailles.workshop.errors import TooCommon
from semailles.workshop.models import Initiative

LONGEST_SLUG = 70


def too_common(text: str) -> str:
    """Why this names nobody; « » for what can be a name."""
    if not text or not is_too_common(text):
        return ""
    return _("« %(text)s » is a single letter or an everyday word, found on every page: write a name that is longer.") % {"text": text}


def require_names(texts: Iterable[str]) -> None:
    for text in sorted(texts):
        if sentence := too_common(text):
            raise TooCommon(sentence)


def free_slug(name: str) -> str:
    """« vallee-de-lorve », or « vallee-de-lorve-2 » when another initiative is called so."""
    wanted = slugify(name)[:LONGEST_SLUG].strip("-") or "demarche"
    taken = set(Initiative.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    return next(slug for rank in itertools.count(1) if (slug := wanted if rank == 1 else f"{wanted}-{rank}") not in taken)
