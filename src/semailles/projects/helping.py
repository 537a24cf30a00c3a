"""What a project needs help with, and the offers that could answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from semailles.engines.words import fold
from semailles.projects.enums import Cliff
from semailles.projects.models import Offer, Project, SupportNeed

LEAST_LETTERS = 5


@dataclass(frozen=True, slots=True)
class NeedView:
    """`could`: offers on the same cliff that still stand, those that share a word with the need first."""

    need: SupportNeed
    could: tuple[Offer, ...]


@dataclass(frozen=True, slots=True)
class CliffView:
    """What was set aside stays in sight, with its reason."""

    cliff: Cliff
    needs: tuple[NeedView, ...]
    offers: tuple[Offer, ...]
    needs_aside: tuple[SupportNeed, ...] = ()
    offers_aside: tuple[Offer, ...] = ()


def cliffs(project: Project, *, on: date) -> list[CliffView]:
    """The three, in two queries."""
    needs = list(project.needs.select_related("met_by"))
    anybody = Q(project=project) | Q(project=None)
    offers = list(Offer.objects.of(project.initiative).filter(anybody).exclude(until__lt=on))
    return [_cliff(Cliff(cliff), needs, [one for one in offers if one.cliff == cliff]) for cliff in Cliff]


def _cliff(cliff: Cliff, needs: Sequence[SupportNeed], offers: Sequence[Offer]) -> CliffView:
    theirs = [need for need in needs if need.cliff == cliff]
    standing = tuple(one for one in offers if one.is_standing)
    return CliffView(
        cliff,
        tuple(NeedView(need, nearest_first(need, standing)) for need in theirs if need.is_standing),
        standing,
        tuple(need for need in theirs if not need.is_standing),
        tuple(one for one in offers if not one.is_standing),
    )


def nearest_first(need: SupportNeed, offers: Sequence[Offer]) -> tuple[Offer, ...]:
    return tuple(sorted(offers, key=lambda one: -len(_words(need.what) & _words(one.skill))))


def _words(text: str) -> set[str]:
    return {word for word in fold(text).split() if len(word) >= LEAST_LETTERS}
