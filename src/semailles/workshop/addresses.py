"""What an initiative is called in its address."""

import itertools

from django.utils.text import slugify

from semailles.workshop.models import Initiative

LONGEST_SLUG = 70


def free_slug(name: str) -> str:
    """« vallee-de-lorve », or « vallee-de-lorve-2 » when another initiative is called so."""
    wanted = slugify(name)[:LONGEST_SLUG].strip("-") or "demarche"
    taken = set(Initiative.objects.filter(slug__startswith=wanted).values_list("slug", flat=True))
    return next(slug for rank in itertools.count(1) if (slug := wanted if rank == 1 else f"{wanted}-{rank}") not in taken)
