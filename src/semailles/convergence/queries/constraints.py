"""What the log holds the machine to: where ideas stand, and what no grouping may change."""

from collections import defaultdict
from collections.abc import Mapping
from itertools import combinations, pairwise

from django.db.models import Q

from semailles.convergence.lineage import born
from semailles.convergence.models import Correction, Family, FamilyMember, FamilyMemberQuerySet
from semailles.convergence.queries.corrections import remembered, ties_of
from semailles.convergence.ties import TOGETHER, Leaving, Tie, broken, respected
from semailles.engines.grouping import Constraints
from semailles.intake.models import Idea
from semailles.workshop.models import Initiative


def constraints_of(initiative: Initiative) -> Constraints:
    """What any new grouping respects: duplicates, families validated, ideas pinned, and of all gestures what the map still says.

    All of it is true of the map as it is to stand: it cannot contradict itself.
    """
    told_by = told_by_of(initiative)
    place = standing_place(initiative, told_by)
    held = list(held_ideas(initiative).values())
    together = [pair for pair in told_by.items() if pair[0] != pair[1]]
    together += [pair for ideas in held for pair in pairwise(ideas)]
    apart = list(combinations([ideas[0] for ideas in held], 2))
    for pairs in Correction.objects.of(initiative).standing().order_by("pk").values_list("pairs", flat=True):
        for kind, *ideas in pairs:
            first, second = (told_by.get(idea, idea) for idea in ideas)
            if first in place and second in place and (place[first] == place[second]) == (kind == TOGETHER):
                (together if kind == TOGETHER else apart).append((first, second))
    return Constraints(tuple(dict.fromkeys(together)), tuple(dict.fromkeys(apart)))


def told_by_of(initiative: Initiative) -> dict[str, str]:
    """Every idea that is voiced; a duplicate is told by another, the others by themselves."""
    rows = Idea.objects.of(initiative).voiced().order_by("pk").values_list("public_id", "merged_into__public_id")
    return {str(idea): str(by or idea) for idea, by in rows}


def standing_place(initiative: Initiative, told_by: Mapping[str, str]) -> dict[str, str]:
    """By idea that is voiced, the family where it is to stand: where it does, or where people had left it before it went.

    What people said stands together or apart does so again when a duplicate, taken back since, had brought it elsewhere.
    """
    rows = _members(initiative).values_list("idea__public_id", "family__public_id")
    place = {str(idea): str(family) for idea, family in rows if str(idea) in told_by}
    back = _left(initiative, told_by.keys() - place.keys())
    place = back | place
    said = ties_of(initiative)
    own = [tie for tie in said if told_by.get(tie.first) == tie.first and told_by.get(tie.second) == tie.second]
    if broken(own, place.get) is None:
        return place
    ties = [Tie(tie.kind, told_by.get(tie.first, tie.first), told_by.get(tie.second, tie.second)) for tie in said]
    return respected(place, ties, own, _leaving(initiative, own))


def _leaving(initiative: Initiative, own: list[Tie]) -> Leaving:
    held = {idea for ideas in held_ideas(initiative).values() for idea in ideas}
    former = _left(initiative, {idea for tie in own for idea in (tie.first, tie.second)})
    used = set(Family.objects.of(initiative).values_list("public_id", flat=True))
    return Leaving(held, former, lambda ideas: str(born(ideas, set(used))))


def _left(initiative: Initiative, ideas: set[str]) -> dict[str, str]:
    """The family where people left each of these ideas, if it is still on the map."""
    current = {str(key) for key in Family.objects.of(initiative).current().values_list("public_id", flat=True)} if ideas else set()
    return {idea: key for idea, (key, _) in remembered(initiative, ideas).items() if key in current}


def held_ideas(initiative: Initiative) -> dict[str, list[str]]:
    """By id of the family, the ideas of it that stay there: validated with it, or pinned."""
    held = Q(is_pinned=True) | Q(is_doubtful=False, family__validated_at__isnull=False)
    rows = _members(initiative).standing().filter(held, idea__merged_into=None).order_by("family", "idea")
    found: dict[str, list[str]] = defaultdict(list)
    for family, idea in rows.values_list("family__public_id", "idea__public_id"):
        found[str(family)].append(str(idea))
    return found


def _members(initiative: Initiative) -> FamilyMemberQuerySet:
    members: FamilyMemberQuerySet = FamilyMember.objects.of(initiative).filter(family__is_current=True)
    return members
