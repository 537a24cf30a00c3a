"""Taking demarche.toml: it fills the frame, and never undoes what people wrote on screen."""

from collections.abc import Mapping
from typing import Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from semailles.core.errors import Refusal
from semailles.core.identifiers import named
from semailles.core.journal import record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.core.veiling import veil_of
from semailles.workshop import editing
from semailles.workshop.actions.commitments import climb, open_commitment
from semailles.workshop.actions.opening import name_actor
from semailles.workshop.entries import CommitmentEntry, Proof
from semailles.workshop.enums import CommitmentRole, Level
from semailles.workshop.framing import FRAME_FILE, Framing
from semailles.workshop.models import Initiative, Team, Theme
from semailles.workshop.ownership import Editable
from semailles.workshop.reconciling import MODELS, Meeting, Plain, Wanted, meet, plain, wanted_rows, wanted_top
from semailles.workshop.rules import may_coordinate
from semailles.workshop.words import called, label_of, shown

Base = Mapping[str, Plain]


@transaction.atomic
def frame_initiative(initiative: Initiative, framing: Framing, *, by: Person) -> tuple[str, ...]:
    """Take what the file changed since it was last taken. Where people changed the same thing on screen, the screen counts: a sentence says so."""
    require(may_coordinate(by, initiative), by=by)
    if not framing.was_read:
        return ()
    framing = framing.under(veil_of(initiative.public_id))
    taking = _Taking(initiative, by)
    taking.top(framing)
    for wanted in wanted_rows(initiative, framing):
        taking.entry(wanted)
    taking.gone()
    for rank, row in enumerate(framing.rows("engagement")):
        taking.commitment(row, rank)
    initiative.taken_frame = {"rows": taking.now, "gone": sorted(taking.left), "top": taking.now_top}
    initiative.save(update_fields=["taken_frame"])
    record("framed", initiative, by=by, initiative=initiative)
    return tuple(taking.sentences)


class _Taking:
    """One taking of the file: what it said last time, what it says now, and the sentences on what differs."""

    def __init__(self, initiative: Initiative, by: Person) -> None:
        self.initiative, self.by = initiative, by
        self.last: Mapping[str, Base] = initiative.taken_frame.get("rows", {})
        self.left: set[str] = set(initiative.taken_frame.get("gone", []))  # set aside because the file no longer held them
        self.now: dict[str, dict[str, Plain]] = {}
        self.now_top: dict[str, Plain] = {}
        self.sentences: list[str] = []

    def top(self, framing: Framing) -> None:
        """What the file leaves out stays as it is."""
        said = wanted_top(framing)
        base = dict(self.initiative.taken_frame.get("top", {}))
        if not self.initiative.taken_frame and self.initiative.revision == 0:
            base = {field: plain(getattr(self.initiative, field)) for field in said}
        self.now_top = {**base, **{field: plain(value) for field, value in said.items()}}
        self._write(self.initiative, meet(base, Wanted("", "", "", said, frozenset(said), frozenset(), ()), self.initiative), said)

    def entry(self, wanted: Wanted) -> None:
        base, row = self.last.get(wanted.key), self._found(wanted)
        self.now[wanted.key] = {field: plain(value) for field, value in wanted.values.items()}
        for field in wanted.refused:
            self.now[wanted.key][field] = (base or {}).get(field)
        for name in wanted.unknown:
            self._say(_("%(file)s, « %(entry)s »: nothing bears the name « %(name)s »."), entry=wanted.name, name=name)
        if row is None:
            self._open(wanted)
        elif isinstance(row, Editable) and not row.is_standing and wanted.key not in self.left:
            sentence = _("%(thing)s stands in %(file)s, but it was set aside on screen (%(reason)s): it stays aside.")
            self._say(sentence, thing=called(row), reason=row.set_aside_reason)
        else:
            self._meet(wanted, row, base)

    def gone(self) -> None:
        """Entries that the file no longer holds: set aside, unless people wrote on them."""
        for key, base in self.last.items():
            table, _colon, name = key.partition(": ")
            if key not in self.now and table in MODELS and (row := self._keyed(table, key, name)):
                self._leave(row, key, base)

    def commitment(self, row: Mapping[str, Any], rank: int) -> None:
        """A step of a ladder, or the ladder alone when no level is given. Steps are only added: one that the file changes or drops stays in the history."""
        key = f"engagement: {rank} {row['acteur']}"
        said = {name: plain(value) for name, value in row.items()}
        self.now[key] = said
        if said in self.last.values():
            return
        try:
            actor = name_actor(self.initiative, row["acteur"], by=self.by)
            ladder = open_commitment(self.initiative, CommitmentEntry(actor, row.get("role", CommitmentRole.FUNDS)), by=self.by)
            if "niveau" in row:
                climb(ladder, Level(row["niveau"]), proof=_proof(row), on=row["date"], by=self.by)
        except Refusal as refusal:
            self._say(_("%(file)s, « %(entry)s »: %(why)s It was left out."), entry=row["acteur"], why=refusal.sentence)

    def _found(self, wanted: Wanted) -> Any:
        """The row of this entry; or one of the same name that people typed on screen, or that was found among the ideas."""
        row = self._keyed(wanted.table, wanted.key, wanted.name)
        if row is not None or wanted.table == "equipe":
            return row
        rows = editing.rows(MODELS[wanted.table]).filter(initiative=self.initiative, frame_key="", **wanted.named)  # type: ignore[type-var]  # models of the frame
        return rows.order_by("set_aside_on", "id").last() if wanted.table == "theme" else rows.filter(set_aside_on=None).first()

    def _keyed(self, table: str, key: str, name: str) -> Any:
        by_name = {"folder": name} if table == "equipe" else {"frame_key": key}
        return editing.rows(MODELS[table]).filter(initiative=self.initiative, **by_name).first()  # type: ignore[type-var]  # models of the frame

    def _open(self, wanted: Wanted) -> None:
        model = MODELS[wanted.table]
        row = model(initiative=self.initiative, public_id=named(_kind(wanted.table), wanted.name))
        if isinstance(row, Editable):
            row.frame_key = wanted.key
        self._write(row, Meeting(wanted.values, ()), wanted.values)

    def _meet(self, wanted: Wanted, row: Any, base: Base | None) -> None:
        is_found = isinstance(row, Theme) and not row.is_given
        was_left = wanted.key in self.left and not row.is_standing
        if is_found or was_left or (base is None and row.revision == 0 and getattr(row, "frame_key", "") == wanted.key):
            base = {field: plain(getattr(row, field)) for field in wanted.values}
        meeting = meet(base or {}, wanted, row)
        if isinstance(row, Editable):
            back = {"set_aside_on": None, "set_aside_reason": ""} if was_left else {}
            meeting = Meeting({**meeting.write, **back, **({} if row.frame_key else {"frame_key": wanted.key})}, meeting.differ)
            self.left.discard(wanted.key)
        self._write(row, meeting, wanted.values)

    def _write(self, row: Any, meeting: Meeting, said: Mapping[str, Any]) -> None:
        for field in meeting.differ:
            sentence = _("%(thing)s, %(label)s: %(file)s says « %(said)s », the screen says « %(kept)s ». The screen counts.")
            values = {"said": shown(type(row), field, said[field]), "kept": shown(type(row), field, getattr(row, field))}
            self._say(sentence, thing=called(row), label=label_of(field), **values)
        if not meeting.write and row.pk:
            return
        for field, value in meeting.write.items():
            setattr(row, field, value)
        row.revision += bool(row.pk)
        try:
            editing.check(row)
        except Refusal as refusal:
            self._say(_("%(file)s, « %(entry)s »: %(why)s It was left out."), entry=row, why=refusal.sentence)
            if row.pk:
                row.refresh_from_db()
            return
        row.save()

    def _leave(self, row: Any, key: str, base: Base) -> None:
        is_touched = any(plain(getattr(row, field)) != value for field, value in base.items() if field != "rank")
        if isinstance(row, Team):
            self._write(row, Meeting({} if is_touched else {"regard": ""}, ()), {})
        elif isinstance(row, Theme) and not is_touched:
            self._write(row, Meeting({"is_given": False}, ()), {})
        elif isinstance(row, Editable) and row.is_standing:
            self._set_aside(row, key, is_kept=is_touched or _is_leaned_on(row, self.now))

    def _set_aside(self, row: Editable, key: str, *, is_kept: bool) -> None:
        if is_kept:
            self._say(_("%(thing)s is no longer in %(file)s, but people worked on it on screen: it stays."), thing=called(row))
            return
        reason = _("no longer in %(file)s") % {"file": FRAME_FILE}
        self._write(row, Meeting({"set_aside_on": timezone.now().date(), "set_aside_reason": reason}, ()), {})
        self.left.add(key)

    def _say(self, sentence: str, **values: object) -> None:
        self.sentences.append(sentence % {"file": FRAME_FILE, **values})


def _kind(table: str) -> str:
    return {"equipe": "team"}.get(table, table)


def _is_leaned_on(row: Editable, kept: Mapping[str, object]) -> bool:
    """Something that stands names it: a mandate, a meeting, a mission that people added or that the file still holds."""
    for relation in row._meta.related_objects:  # noqa: SLF001 - Django gives its description of a model no other name
        model = relation.related_model
        if isinstance(model, type) and issubclass(model, Editable):
            leaning = editing.rows(model).filter(**{relation.field.name: row}, set_aside_on=None)
            if leaning.filter(models.Q(frame_key="") | models.Q(frame_key__in=list(kept))).exists():
                return True
    return False


def _proof(row: Mapping[str, Any]) -> Proof:
    columns = {"preuve": "kind", "reference": "reference", "passage": "passage", "par": "said_by", "portee": "scope", "note": "note"}
    return Proof(expires_on=row.get("expire"), **{field: row[key] for key, field in columns.items() if key in row})
