"""What the machine sees, kept as a suggestion beside what people decided."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Q

from semailles.convergence.board import Board, Portrait, Seat
from semailles.convergence.board_rows import read_board, write_board
from semailles.convergence.describing import evidence
from semailles.convergence.errors import MapMovedMeanwhile
from semailles.convergence.identities import identities
from semailles.convergence.naming import best_named
from semailles.convergence.queries.corrections import last_gesture
from semailles.core.identifiers import named
from semailles.core.journal import record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.engines.grouping import Family as FoundFamily
from semailles.engines.grouping import Grouping
from semailles.workshop.models import Initiative, Theme
from semailles.workshop.rules import may_coordinate


@transaction.atomic
def keep_suggestions(
    initiative: Initiative, grouping: Grouping, *, keys: Sequence[str] = (), seen: tuple[int, int] | None = None, by: Person
) -> None:
    """Set the families as the machine now sees them, under what people decided of each.

    `keys`: the ids of families that stand, « » for those born; without them, a family keeps its id by overlap with what it was.
    `seen`: the last gesture when the texts were read. An absorbed family leaves the list, not the database.
    """
    require(may_coordinate(by, initiative), by=by)
    Initiative.objects.select_for_update().get(pk=initiative.pk)
    if seen is not None and seen != last_gesture(initiative):
        raise MapMovedMeanwhile
    board = read_board(initiative)
    themes = [_theme(initiative, found.title, found.terms, rank) for rank, found in enumerate(grouping.themes)]
    ids = identities(board, [found.members for found in grouping.families], keys)
    left = {key: board.touch(key) for key in list(board.families)}
    for family in left.values():
        family.is_current = False
    for rank, (key, found) in enumerate(zip(ids, grouping.families, strict=True)):
        _keep(board, key, found, rank, themes)
    write_board(initiative, board)
    record("grouped", initiative, by=by, initiative=initiative, families=len(ids))


def _theme(initiative: Initiative, title: str, terms: Sequence[str], rank: int) -> Theme | None:
    """The theme of this title, under whatever name people gave it since; none when they set it aside."""
    public_id = named("theme", title)
    known = list(Theme.objects.of(initiative).filter(Q(title=title[:300]) | Q(public_id=public_id)))
    if not known:
        return Theme.objects.create(initiative=initiative, title=title[:300], public_id=public_id, words=list(terms), rank=1000 + rank)
    theme: Theme = next((theme for theme in known if theme.title == title[:300]), known[0])
    return theme if theme.is_standing else None


def _keep(board: Board, key: str, found: FoundFamily, rank: int, themes: Sequence[Theme | None]) -> None:
    """What people wrote or chose of the family stays, as long as what it rests on is there."""
    family = board.families.setdefault(key, Portrait(""))
    board.touched[key] = None
    theme = themes[found.theme] if found.theme >= 0 else None
    for name, value in evidence(found).items():
        setattr(family, name, value)
    family.seats = _seats(family, found)
    family.rank, family.is_current = rank, True
    if not family.has_chosen_theme:
        family.theme = theme.pk if theme else None
    if not (family.is_quoted and family.medoid in family.seats):
        family.medoid, family.is_quoted = found.medoid, False
    if not family.is_named:
        family.title = _title(board, found)


def _seats(family: Portrait, found: FoundFamily) -> dict[str, Seat]:
    """Who stood there keeps their seat; a newcomer is « à placer » where people had validated."""
    sure = dict(zip(found.members, getattr(found, "confidences", ()), strict=False))
    doubtful = set(getattr(found, "doubtful", ()))
    is_validated = bool(family.validated_at)
    return {
        idea: family.seats.get(idea) or Seat(round(sure.get(idea, 1.0), 4), is_doubtful=is_validated or idea in doubtful)
        for idea in found.members
    }


def _title(board: Board, found: FoundFamily) -> str:
    """Words that a team wrote: a name of the machine's would be one more thing to correct."""
    titles = [board.cards[member].title for member in found.members]
    return titles[best_named(titles, found.members.index(found.medoid))][:300]
