"""What people do with convergences. The machine's suggestion is kept as a suggestion."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.db.models import Q

from semailles.convergence.lineage import carry_over
from semailles.convergence.models import Family, FamilyMember
from semailles.convergence.naming import best_named
from semailles.core.identifiers import named
from semailles.core.journal import record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.engines.grouping import Family as FoundFamily
from semailles.engines.grouping import Grouping
from semailles.intake.models import Idea
from semailles.workshop.models import Initiative, Theme
from semailles.workshop.rules import may_coordinate


@transaction.atomic
def keep_suggestions(initiative: Initiative, grouping: Grouping, *, by: Person) -> None:
    """Set the families as the machine now sees them. A family keeps its id by overlap with what it was; an absorbed one leaves the list, not the database."""
    require(may_coordinate(by, initiative), by=by)
    ideas = {str(idea.public_id): idea for idea in Idea.objects.of(initiative)}
    themes = [_theme(initiative, found.title, found.terms, rank) for rank, found in enumerate(grouping.themes)]
    before = list(Family.objects.of(initiative).prefetch_related("ideas"))
    members_before = {family.public_id: {str(idea.public_id) for idea in family.ideas.all()} for family in before if family.is_current}
    ids = carry_over(members_before, [found.members for found in grouping.families], taken={family.public_id for family in before})
    Family.objects.of(initiative).update(is_current=False)
    known = {family.public_id: family for family in before}
    families = [
        _keep(known.get(public_id) or Family(initiative=initiative, public_id=public_id), found, rank, ideas, themes)
        for rank, (public_id, found) in enumerate(zip(ids, grouping.families, strict=True))
    ]
    _set_members(initiative, families, grouping.families, ideas)
    record("grouped", initiative, by=by, initiative=initiative, families=len(families))


def _theme(initiative: Initiative, title: str, terms: Sequence[str], rank: int) -> Theme | None:
    """The theme of this title, under whatever name people gave it since; none when they set it aside."""
    public_id = named("theme", title)
    known = list(Theme.objects.of(initiative).filter(Q(title=title[:300]) | Q(public_id=public_id)))
    if not known:
        return Theme.objects.create(initiative=initiative, title=title[:300], public_id=public_id, words=list(terms), rank=1000 + rank)
    theme: Theme = next((theme for theme in known if theme.title == title[:300]), known[0])
    return theme if theme.is_standing else None


def _keep(family: Family, found: FoundFamily, rank: int, ideas: Mapping[str, Idea], themes: Sequence[Theme | None]) -> Family:
    family.title = _title(found, ideas)
    family.theme = themes[found.theme] if found.theme >= 0 else None
    family.medoid = ideas[found.medoid]
    family.terms = list(found.terms)
    family.links = [[link.a, link.b, round(link.score, 3), list(link.words)] for link in found.links]
    family.cohesion = round(found.cohesion, 4)
    family.beyond_chance = round(found.beyond_chance, 4)
    family.strength = found.strength.value if found.strength else ""
    family.rank = rank
    family.is_current = True
    family.full_clean(exclude=["initiative"], validate_unique=False, validate_constraints=False)
    family.save()
    return family


def _title(found: FoundFamily, ideas: Mapping[str, Idea]) -> str:
    """Words that a team wrote: a name of the machine's would be one more thing to correct."""
    titles = [ideas[member].title for member in found.members]
    return titles[best_named(titles, found.members.index(found.medoid))][:300]


def _set_members(initiative: Initiative, families: Sequence[Family], found: Sequence[FoundFamily], ideas: Mapping[str, Idea]) -> None:
    FamilyMember.objects.of(initiative).filter(family__in=[family.pk for family in families]).delete()
    FamilyMember.objects.bulk_create(
        FamilyMember(initiative=initiative, family=family, idea=ideas[member])
        for family, group in zip(families, found, strict=True)
        for member in group.members
    )
