"""What people corrected: the log, and what it remembers."""

from collections import defaultdict
from collections.abc import Collection
from zoneinfo import ZoneInfo

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from semailles.convergence.board import Kept
from semailles.convergence.models import Correction
from semailles.convergence.ties import Tie
from semailles.workshop.models import Initiative


def ties_of(initiative: Initiative, *, without: int | None = None) -> list[Tie]:
    """What people tied by name, the oldest first: two ideas together, or apart."""
    rows = Correction.objects.of(initiative).binding().exclude(pk=without).order_by("pk").values_list("pk", "pairs")
    return [Tie(kind, first, second, key) for key, pairs in rows for kind, first, second in pairs]


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
