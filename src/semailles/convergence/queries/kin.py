"""Which family an idea stands in, and who stands beside it."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import models

from semailles.convergence.models import Family, FamilyMember
from semailles.intake.models import Idea
from semailles.workshop.models import Initiative
from semailles.workshop.queries.teams import in_order


@dataclass(frozen=True, slots=True)
class Near:
    """Another idea of the family: how alike they were found, and the words that they share. No score: they meet through others."""

    idea: Idea
    score: float | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Kin:
    family: Family
    others: tuple[Near, ...]
    letters: tuple[str, ...]

    @property
    def is_convergence(self) -> bool:
        return bool(self.family.strength)


def met_in(initiative: Initiative, ideas: Iterable[int]) -> dict[int, tuple[UUID, str]]:
    """The convergence (its id, its title) that each idea stands in, by key of the idea, in one query."""
    members = FamilyMember.objects.of(initiative).filter(idea__in=list(ideas), family__is_current=True).exclude(family__strength="")
    return {idea: (key, title) for idea, key, title in members.order_by().values_list("idea", "family__public_id", "family__title")}


def ideas_under(initiative: Initiative, theme: UUID) -> "models.QuerySet[FamilyMember, dict[str, int]]":
    """Ideas whose family a theme holds; a query to be put in another."""
    return FamilyMember.objects.of(initiative).filter(family__is_current=True, family__theme__public_id=theme).values("idea")


def kin_of(idea: Idea) -> Kin | None:
    """Its family and the other ideas of it that stand, nearest first."""
    members = FamilyMember.objects.of(idea.initiative)
    member = members.filter(idea=idea, family__is_current=True).select_related("family__theme").first()
    if member is None:
        return None
    family = member.family
    beside = members.standing().filter(family=family).exclude(idea=idea).exclude(idea__merged_into=idea).select_related("idea__team")
    others = [_near(family, idea, row.idea) for row in beside.order_by("idea")]
    others.sort(key=lambda near: -(near.score or 0))
    letters = {idea.team.letter, *(near.idea.team.letter for near in others)}
    return Kin(family, tuple(others), in_order(letters))


def _near(family: Family, idea: Idea, other: Idea) -> Near:
    pair = {str(idea.public_id), str(other.public_id)}
    found = next(((score, words) for first, second, score, words in family.links if {first, second} == pair), None)
    if found is None:
        return Near(other)
    score, words = found
    plain = [word for word in words if not word.startswith("≈")] or [word.removeprefix("≈ ") for word in words]
    return Near(other, score, tuple(plain))
