"""What a table of actors would do, line by line, before anybody says yes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from dataclasses import replace as replaced

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from semailles.core.veiling import Veil, veil_of
from semailles.engines.words import fold
from semailles.workshop.directory import DirectoryRow, college_of, torn
from semailles.workshop.entries import ActorEntry
from semailles.workshop.enums import ActorKind
from semailles.workshop.models import Actor, Initiative
from semailles.workshop.naming import too_common
from semailles.workshop.queries.actors import by_spelling
from semailles.workshop.words import called, label_of, shown

FILLS = {"college": "college", "territoire": "territory", "sigle": "acronym", "note": "note"}  # column → field

LONGEST = {"territoire": 300, "sigle": 60, "note": 1000}  # signs


class RowState(models.TextChoices):
    NEW = "new", gettext_lazy("new")
    CHANGED = "changed", gettext_lazy("changed")
    UNCHANGED = "unchanged", gettext_lazy("unchanged")
    ERROR = "error", gettext_lazy("left out")


@dataclass(frozen=True, slots=True)
class Change:
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """`entry`: the actor as it would be; `spellings`: those it does not have yet; `sentence`: why the line is left out."""

    line: int
    name: str
    state: RowState
    sentence: str = ""
    actor: Actor | None = None
    entry: ActorEntry | None = None
    spellings: tuple[str, ...] = ()

    @property
    def changes(self) -> list[Change]:
        """What would be written, field by field."""
        if self.entry is None:
            return []
        before = {field.name: getattr(self.actor, field.name, "") if self.actor else "" for field in fields(self.entry)}
        after = {field.name: getattr(self.entry, field.name) for field in fields(self.entry)}
        found = [
            Change(label_of(name), shown(Actor, name, before[name]) if before[name] else "", shown(Actor, name, value))
            for name, value in after.items()
            if value != before[name]
        ]
        return [*found, *([Change(_("spellings"), "", ", ".join(self.spellings))] if self.spellings else [])]


def planned(initiative: Initiative, rows: Iterable[DirectoryRow]) -> list[PlannedRow]:
    """In the order of the lines. A name that two lines give belongs to the first."""
    rows = list(rows)
    known = by_spelling(initiative, {text for row in rows for text in _texts(row)})
    claimed: dict[str, int] = {}
    veil = veil_of(initiative.public_id)
    return [_left_out(row, veil) if _names_erased(row, veil) else _planned(row, known, claimed) for row in rows]


def _names_erased(row: DirectoryRow, veil: Veil) -> bool:
    return any(veil(text) != text for text in (*_texts(row), row.cells["note"]))


def _left_out(row: DirectoryRow, veil: Veil) -> PlannedRow:
    name = veil(row.cells["nom"].partition("\n")[0])[:300]
    return PlannedRow(row.line, name, RowState.ERROR, _("This line names somebody who was erased here: it is left out."))


def _planned(row: DirectoryRow, known: dict[str, Actor], claimed: dict[str, int]) -> PlannedRow:
    actor = known.get(fold(row.cells["nom"])) if row.has_name else None
    sentence = next(_faults(row, actor, known, claimed), "")
    if sentence:
        return PlannedRow(row.line, row.cells["nom"].partition("\n")[0][:300], RowState.ERROR, sentence)
    claimed.update({fold(text): row.line for text in (*_texts(row), *([actor.name] if actor else []))})
    entry = _entry(row, actor)
    if actor is None:
        spellings = tuple(alias for alias in row.aliases if fold(alias) != fold(entry.name))
        return PlannedRow(row.line, entry.name, RowState.NEW, entry=entry, spellings=spellings)
    written = {fold(text) for text in (actor.name, entry.acronym, *actor.also_written)}
    fresh = tuple(alias for alias in row.aliases if fold(alias) not in written)
    same = entry == _as_it_is(actor) and not fresh
    return PlannedRow(row.line, actor.name, RowState.UNCHANGED if same else RowState.CHANGED, "", actor, entry, fresh)


def _faults(row: DirectoryRow, actor: Actor | None, known: dict[str, Actor], claimed: dict[str, int]) -> Iterator[str]:
    """Why a line cannot be taken, the first reason first."""
    if row.is_torn:
        yield torn()
        return
    if not row.has_name:
        yield _("The column « nom » is empty or too long: write a name.")
        return
    if row.kind is None:
        yield _("« %(kind)s » is not a type: write organisation, role or personne.") % {"kind": row.cells["type"]}
    if long := next((column for column, most in LONGEST.items() if len(row.cells[column]) > most), ""):
        yield _("The column « %(column)s » is too long: at most %(most)d signs.") % {"column": long, "most": LONGEST[long]}
    if actor:
        yield from _faults_of_known(row, actor)
    yield from _faults_of_names(row, actor, known, claimed)


def _faults_of_known(row: DirectoryRow, actor: Actor) -> Iterator[str]:
    if actor.set_aside_on:
        sentence = _("%(thing)s was set aside (%(reason)s): put it back before changing it.")
        yield sentence % {"thing": called(actor), "reason": actor.set_aside_reason}
    if row.cells["type"] and (row.kind == ActorKind.PERSON) != (actor.kind == ActorKind.PERSON):
        yield _("« %(name)s » would become a person, or be one no longer: change that on its own page.") % {"name": actor}


def _faults_of_names(row: DirectoryRow, actor: Actor | None, known: dict[str, Actor], claimed: dict[str, int]) -> Iterator[str]:
    borne = {actor.name, actor.acronym, *actor.also_written} if actor else set()
    yield from (sentence for text in _texts(row) if text not in borne and (sentence := too_common(text)))
    for text in dict.fromkeys((*_texts(row), *([actor.name] if actor else []))):
        if (line := claimed.get(fold(text))) is not None:
            yield _("Line %(line)d names « %(text)s » already.") % {"line": line, "text": text}
        bearer = known.get(fold(text))
        if bearer is not None and bearer != actor:
            sentence = _("« %(text)s » is already a name of « %(actor)s »: write that name in the column « nom », or leave this one out.")
            yield sentence % {"text": text, "actor": bearer}


def _texts(row: DirectoryRow) -> tuple[str, ...]:
    """Every way of writing it that the line gives."""
    return tuple(dict.fromkeys(text for text in (row.cells["nom"], row.cells["sigle"], *row.aliases) if text))


def _entry(row: DirectoryRow, actor: Actor | None) -> ActorEntry:
    """An empty cell leaves what is there."""
    before = _as_it_is(actor) if actor else ActorEntry(row.cells["nom"])
    said = {field: row.cells[column] for column, field in FILLS.items() if row.cells[column]}
    if "college" in said:
        said["college"] = college_of(said["college"])
    if row.cells["type"] and row.kind:
        said["kind"] = row.kind
    return replaced(before, **said)


def _as_it_is(actor: Actor) -> ActorEntry:
    return ActorEntry(**{field.name: getattr(actor, field.name) for field in fields(ActorEntry)})
