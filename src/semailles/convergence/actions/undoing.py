"""A correction undone whole: what it touched is again as it was. The line stays in the log."""

from dataclasses import replace

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from semailles.convergence.board import Board, Portrait
from semailles.convergence.board_rows import portraits, read_board, write_board
from semailles.convergence.contradictions import refuse_broken, ties_that_hold
from semailles.convergence.describing import describe_again
from semailles.convergence.enums import ChangeState
from semailles.convergence.errors import CorrectedSince, NothingCorrected, UndoneAlready
from semailles.convergence.models import Correction, Family
from semailles.convergence.queries.grouping import read_texts
from semailles.convergence.telling import told
from semailles.core.journal import record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.workshop.models import Initiative
from semailles.workshop.rules import may_shape


def undo_last_correction(initiative: Initiative, *, by: Person) -> Correction:
    """The last of this person that stands; again, the one before."""
    require(may_shape(by, initiative), by=by)
    last = Correction.objects.of(initiative).standing().filter(by=by).first()
    if last is None:
        raise NothingCorrected
    return undo_correction(last, by=by)


def undo_correction(correction: Correction, *, by: Person) -> Correction:
    """Refused when a later gesture changed the same families. Ideas that came since stay beside those they came to."""
    initiative = correction.initiative
    require(may_shape(by, initiative), by=by)
    reading = read_texts(initiative)
    with transaction.atomic():
        Initiative.objects.select_for_update().get(pk=initiative.pk)
        row: Correction = Correction.objects.of(initiative).get(pk=correction.pk)
        _refuse_late(row)
        board = _board(initiative, row)
        ties = ties_that_hold(initiative, board, without=row.pk)
        _restore(board, row)
        refuse_broken(board, ties, ())
        describe_again(board, reading, _unlike(board, row))
        write_board(initiative, board)
        row.undone_at, row.undone_by = timezone.now(), by
        row.save(update_fields=["undone_at", "undone_by"])
        row.changes.update(state=ChangeState.WAITING, correction=None)
        record("undid correction", initiative, by=by, initiative=initiative, undone=told(row))
    return row


def _refuse_late(row: Correction) -> None:
    if row.is_undone:
        raise UndoneAlready
    later = Correction.objects.of(row.initiative).standing().filter(pk__gt=row.pk, families__in=row.families.all()).order_by("-pk").first()
    if later:
        sentence = _("%(who)s changed the same groups since (%(what)s): undo that first.")
        raise CorrectedSince(sentence % {"who": str(later.by), "what": told(later)})


def _board(initiative: Initiative, row: Correction) -> Board:
    """With the families of this gesture that left the map, by it or since."""
    board = read_board(initiative)
    gone = Family.objects.of(initiative).filter(public_id__in=[key for key in row.before | row.after if key not in board.families])
    for key, family in portraits(gone.select_related("medoid")).items():
        board.families[key] = replace(family, seats={})
    return board


def _restore(board: Board, row: Correction) -> None:
    """What was is set back; what came since goes with the family that it came to, or with what most of that became."""
    here = {idea: (key, seat) for key in row.after for idea, seat in board.families[key].seats.items()}
    stayed = {idea for idea, (key, _) in here.items() if idea in row.after[key]["seats"]}
    home = {idea: key for key, family in row.before.items() for idea in family["seats"]}
    for key in row.after:
        board.touch(key)
        board.families[key] = _again(row, key, stayed)
    board.place = _places(board)
    for idea, (key, seat) in here.items():
        if idea not in stayed:
            target = board.place.get(board.cards[idea].told_by) or _heir(row, key, home)
            family = board.touch(target)
            family.seats[idea], family.is_current = seat, True
    board.place = _places(board)


def _places(board: Board) -> dict[str, str]:
    return {idea: key for key, family in board.families.items() if family.is_current for idea in family.seats}


def _again(row: Correction, key: str, stayed: set[str]) -> Portrait:
    """As it was, without the ideas that left the map, or came back elsewhere, since; a family born by the gesture is empty again."""
    if key not in row.before:
        family = Portrait.of(row.after[key])
        family.seats = {}
    else:
        family = Portrait.of(row.before[key])
        family.seats = {idea: seat for idea, seat in family.seats.items() if idea in stayed}
    family.is_current = bool(family.seats)
    return family


def _unlike(board: Board, row: Correction) -> list[str]:
    """Families that do not stand again just as they were: their evidence is not what it was either."""
    standing = [key for key in row.after if board.families[key].is_current]
    return [key for key in standing if board.families[key].seats.keys() != row.before.get(key, row.after[key])["seats"].keys()]


def _heir(row: Correction, key: str, home: dict[str, str]) -> str:
    if key in row.before:
        return key
    homes = [home[idea] for idea in row.after[key]["seats"] if idea in home]
    return max(sorted(set(homes)), key=homes.count)
