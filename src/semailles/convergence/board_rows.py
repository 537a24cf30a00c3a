"""The board, read from its rows and written back: only what was touched is written. Only actions come here."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef

from semailles.convergence.board import Board, Card, Portrait, Seat
from semailles.convergence.models import Family, FamilyMember
from semailles.intake.models import Idea
from semailles.workshop.models import Initiative

PLAIN = (
    "title",
    "terms",
    "links",
    "cohesion",
    "beyond_chance",
    "balance",
    "chance",
    "strength",
    "rank",
    "is_current",
    "is_named",
    "is_quoted",
    "has_chosen_theme",
)


def read_board(initiative: Initiative) -> Board:
    """Every family that stands, in four queries; what leads to one that does not is read when it is asked."""
    used = Family.objects.of(initiative).values_list("public_id", flat=True)
    rows = Family.objects.of(initiative).current().select_related("medoid")
    return Board(portraits(rows), cards_of(initiative), used)


def portraits(rows: Iterable[Family]) -> dict[str, Portrait]:
    """By public id."""
    found = list(rows)
    seats: dict[int, dict[str, Seat]] = defaultdict(dict)
    members = FamilyMember.objects.filter(family__in=[row.pk for row in found]).order_by("idea")
    values = members.values_list("family", "idea__public_id", "confidence", "is_doubtful", "is_pinned")
    for family, idea, confidence, is_doubtful, is_pinned in values:
        seats[family][str(idea)] = Seat(confidence, is_doubtful, is_pinned)
    return {str(row.public_id): _portrait(row, seats[row.pk]) for row in found}


def _portrait(row: Family, seats: dict[str, Seat]) -> Portrait:
    return Portrait(
        seats=seats,
        theme=row.theme_id,
        medoid=str(row.medoid.public_id) if row.medoid else "",
        validated_at=row.validated_at.isoformat() if row.validated_at else "",
        validated_by=row.validated_by_id,
        **{name: getattr(row, name) for name in PLAIN},
    )


def cards_of(initiative: Initiative) -> dict[str, Card]:
    """Every idea, by public id; a duplicate knows who tells it."""
    voiced = Idea.objects.of(initiative).voiced().filter(pk=OuterRef("pk"))
    fields = ("public_id", "pk", "team__letter", "number", "title", "merged_into__public_id", "is_voiced")
    rows = Idea.objects.of(initiative).annotate(is_voiced=Exists(voiced)).values_list(*fields)
    return {
        str(key): Card(str(key), pk, f"{letter}{number}" if number else "", title, str(told_by or key), is_voiced)
        for key, pk, letter, number, title, told_by, is_voiced in rows
    }


def write_board(initiative: Initiative, board: Board) -> dict[str, Family]:
    """Rows of what was touched, by public id."""
    known = {str(row.public_id): row for row in Family.objects.of(initiative).filter(public_id__in=list(board.touched))}
    rows = {key: _write(known.get(key) or Family(initiative=initiative, public_id=UUID(key)), board, key) for key in board.touched}
    FamilyMember.objects.of(initiative).filter(family__in=[row.pk for row in rows.values()]).delete()
    FamilyMember.objects.bulk_create(
        FamilyMember(initiative=initiative, family=row, idea_id=board.cards[idea].key, **_of_seat(seat))
        for key, row in rows.items()
        for idea, seat in board.families[key].seats.items()
    )
    return rows


def _of_seat(seat: Seat) -> dict[str, float | bool]:
    return {"confidence": seat.confidence, "is_doubtful": seat.is_doubtful, "is_pinned": seat.is_pinned}


def _write(row: Family, board: Board, key: str) -> Family:
    portrait = board.families[key]
    for name in PLAIN:
        setattr(row, name, getattr(portrait, name))
    medoid = board.cards.get(portrait.medoid)
    row.theme_id = portrait.theme
    row.medoid_id = medoid.key if medoid else None
    row.validated_at = datetime.fromisoformat(portrait.validated_at) if portrait.validated_at else None
    row.validated_by_id = portrait.validated_by
    row.full_clean(exclude=["initiative", "theme", "medoid", "validated_by"], validate_unique=False, validate_constraints=False)
    row.save()
    return row
