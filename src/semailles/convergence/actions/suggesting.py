"""What the machine sees, kept as a suggestion beside what people decided."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Q

from semailles.convergence.board import Board, Portrait, Seat
from semailles.convergence.board_rows import read_board, write_board
from semailles.convergence.describing import evidence, seats
from semailles.convergence.errors import MapMovedMeanwhile
from semailles.convergence.identities import identities
from semailles.convergence.naming import best_named
from semailles.convergence.queries.corrections import last_gesture, remembered
from semailles.core.identifiers import named
from semailles.core.journal import record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.engines.grouping import Family as FoundFamily
from semailles.engines.grouping import Grouping
from semailles.workshop.models import Initiative, Theme
from semailles.workshop.rules import may_shape


@transaction.atomic
def keep_suggestions(initiative: Initiative, grouping: Grouping, *, seen: tuple[int, int] | None = None, by: Person) -> None:
    """Set the families as the machine now sees them, under what people decided of each.

    A family that was placed beside others keeps its id; else it keeps it by overlap with what it was. An absorbed one leaves the list, not
    the database. `seen`: the last gesture when the texts were read.
    """
    require(may_shape(by, initiative), by=by)
    Initiative.objects.select_for_update().get(pk=initiative.pk)
    if seen is not None and seen != last_gesture(initiative):
        raise MapMovedMeanwhile
    board = read_board(initiative)
    themes = [_theme(initiative, found.title, found.terms, rank) for rank, found in enumerate(grouping.themes)]
    ids = identities(board, grouping.families)
    left = {key: board.touch(key) for key in list(board.families)}
    for family in left.values():
        family.is_current = False
    _seat_again(initiative, board, grouping)
    for rank, (key, found) in enumerate(zip(ids, grouping.families, strict=True)):
        _keep(board, key, found, rank, themes)
    write_board(initiative, board)
    record("grouped", initiative, by=by, initiative=initiative, families=len(ids))


def _seat_again(initiative: Initiative, board: Board, grouping: Grouping) -> None:
    """Ideas that come back sit as people had left them."""
    back = {idea for family in grouping.families for idea in family.members} - board.place.keys()
    for idea, (key, seat) in remembered(initiative, back).items():
        if key in board.families:
            board.families[key].seats[idea] = Seat(**seat)


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
    family.seats = seats(family, found)
    family.rank, family.is_current = rank, True
    if not family.has_chosen_theme:
        family.theme = theme.pk if theme else None
    if not (family.is_quoted and family.medoid in family.seats):
        family.medoid, family.is_quoted = found.medoid, False
    if not family.is_named:
        family.title = _title(board, found)


def _title(board: Board, found: FoundFamily) -> str:
    """Words that a team wrote: a name of the machine's would be one more thing to correct."""
    titles = [board.cards[member].title for member in found.members]
    return titles[best_named(titles, found.members.index(found.medoid))][:300]
