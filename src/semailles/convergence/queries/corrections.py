"""What people corrected: the log, and what it holds the machine to."""

from collections import defaultdict
from collections.abc import Collection
from itertools import combinations, pairwise
from zoneinfo import ZoneInfo

from django.db.models import Q
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from semailles.convergence.board import Kept
from semailles.convergence.models import Correction, FamilyMember, FamilyMemberQuerySet
from semailles.convergence.ties import TOGETHER, Tie
from semailles.engines.grouping import Constraints
from semailles.intake.models import Idea
from semailles.workshop.models import Initiative


def ties_of(initiative: Initiative, *, without: int | None = None) -> list[Tie]:
    """What people tied by name, the oldest first: two ideas together, or apart."""
    rows = Correction.objects.of(initiative).binding().exclude(pk=without).order_by("pk").values_list("pk", "pairs")
    return [Tie(kind, first, second, key) for key, pairs in rows for kind, first, second in pairs]


def constraints_of(initiative: Initiative) -> Constraints:
    """What any new grouping respects: duplicates, families validated, ideas pinned, and of all gestures what the map still says.

    All of it is true of the map as it stands: it cannot contradict itself.
    """
    place = {str(idea): family for idea, family in _members(initiative).values_list("idea__public_id", "family")}
    duplicates = _duplicates(initiative)
    told_by = dict(duplicates)
    held = list(held_ideas(initiative).values())
    together = [*duplicates, *(pair for ideas in held for pair in pairwise(ideas))]
    apart = list(combinations([ideas[0] for ideas in held], 2))
    for pairs in Correction.objects.of(initiative).standing().order_by("pk").values_list("pairs", flat=True):
        for kind, *ideas in pairs:
            first, second = (told_by.get(idea, idea) for idea in ideas)
            if first in place and second in place and (place[first] == place[second]) == (kind == TOGETHER):
                (together if kind == TOGETHER else apart).append((first, second))
    return Constraints(tuple(dict.fromkeys(together)), tuple(dict.fromkeys(apart)))


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


def _duplicates(initiative: Initiative) -> list[tuple[str, str]]:
    """They say the same thing as the idea that they are duplicates of."""
    rows = Idea.objects.of(initiative).voiced().exclude(merged_into=None).values_list("public_id", "merged_into__public_id")
    return [(str(first), str(second)) for first, second in rows]


def is_touched(initiative: Initiative) -> bool:
    """Whether people corrected the map, and it stands."""
    return Correction.objects.of(initiative).standing().exists()


def remembered(initiative: Initiative, ideas: Collection[str]) -> dict[str, tuple[str, Kept]]:
    """Where these ideas last stood when people made a gesture there, and how: an idea that comes back goes back to it."""
    found: dict[str, tuple[str, Kept]] = {}
    if ideas:
        for after in Correction.objects.of(initiative).standing().values_list("after", flat=True):
            for key, family in after.items():
                for idea in family["seats"].keys() & ideas:
                    found.setdefault(idea, (key, family["seats"][idea]))
    return found


def kept_photos() -> dict[str, list[str]]:
    """By SHA-256, the photos of walls that are kept in this workspace, by what they show."""
    found: dict[str, list[str]] = defaultdict(list)
    for initiative in Initiative.objects.all():
        for digest, at in Correction.objects.of(initiative).exclude(photo="").values_list("photo", "at"):
            found[digest].append(_("photo of the wall, %(on)s") % {"on": localtime(at, ZoneInfo(initiative.time_zone)).date()})
    return found


def last_gesture(initiative: Initiative) -> tuple[int, int]:
    """Tells whether people corrected, or undid, anything between two moments."""
    rows = Correction.objects.of(initiative)
    last = rows.values_list("pk", flat=True).first()
    return last or 0, rows.exclude(undone_at=None).count()
