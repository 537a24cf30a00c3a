"""What people do with a text that several write."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from semailles.core.identifiers import named
from semailles.core.journal import About, Subject, record
from semailles.core.models import Person, SectionDraft, SectionVersion, TextSection
from semailles.core.permits import require
from semailles.core.texts.errors import LONGEST_TEXT, EditConflict, TextTooLong
from semailles.core.texts.owners import slot_title
from semailles.core.texts.queries import last_version, text_at
from semailles.core.texts.rules import may_write


@transaction.atomic
def open_section(owner: Subject, slot: str, *, initiative: Subject, by: Person) -> TextSection:
    """The section of this name of this thing, made at the first call. Nothing is written in it."""
    kind, label = type(owner).__name__, str(owner)[:300]
    public_id = named("section", str(initiative.public_id), kind, str(owner.public_id), slot)
    placed = {"initiative_id": initiative.public_id, "owner_kind": kind, "owner_id": owner.public_id, "slot": slot}
    section = TextSection(public_id=public_id, owner_label=label, **placed)
    require(may_write(by, section), by=by)
    slot_title(kind, slot)  # its thing has such a section
    section, is_new = TextSection.objects.get_or_create(**placed, defaults={"public_id": public_id, "owner_label": label})
    if not is_new and section.owner_label != label:
        section.owner_label = label
        section.save(update_fields=["owner_label"])
    return section


def write_section(section: TextSection, text: str, *, based_on: int, by: Person, note: str = "") -> SectionVersion:
    """A new version, when `based_on` (the rank its writer saw, 0 for none) is still the last; otherwise `EditConflict`, and the text is
    kept as a draft. To be called outside any transaction: a refusal must undo nothing. Posted twice, it is written once."""
    require(may_write(by, section), by=by)
    typed = _tidied(section, text)
    with transaction.atomic(durable=True):
        section = TextSection.objects.select_for_update().get(pk=section.pk)
        last = last_version(section)
        if last is not None and last.text == typed:
            return last
        written = last.rank if last else 0
        based_on = based_on if 0 <= based_on <= written else 0  # a version that nobody wrote was seen by nobody
        if written == based_on:
            return _write(section, typed, based_on, by=by, note=note)
        draft = _keep(section, typed, based_on, by=by)
    raise _conflict(draft)


def merge_section(draft: SectionDraft, text: str, *, based_on: int, by: Person) -> SectionVersion:
    """What a person made of two texts; the draft is settled. If somebody wrote once more meanwhile: `EditConflict` again, and the
    first draft waits with the new one."""
    require(may_write(by, draft.section), by=by)
    version = write_section(draft.section, text, based_on=based_on, by=by, note=_("two texts brought together"))
    SectionDraft.objects.filter(pk=draft.pk).update(settled_at=timezone.now(), merged_into=version)
    return version


def restore_section(version: SectionVersion, *, based_on: int, by: Person) -> SectionVersion:
    """The text of an earlier version, as a new version: what came between stays readable."""
    require(may_write(by, version.section), by=by)
    note = _("text of version %(rank)d taken again") % {"rank": version.rank}
    return write_section(version.section, version.text, based_on=based_on, by=by, note=note)


@transaction.atomic
def set_draft_aside(draft: SectionDraft, *, by: Person) -> None:
    """Its writer, or somebody else, wants nothing of it. It stays readable, and can be merged later all the same."""
    require(may_write(by, draft.section), by=by)
    if SectionDraft.objects.open().filter(pk=draft.pk).update(settled_at=timezone.now()):
        _say(draft.section, verb="set aside a draft", by=by)


def _tidied(section: TextSection, text: str) -> str:
    """Ends of lines as a browser or a file has them become one; what no database keeps is left out."""
    typed = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    if len(typed) > LONGEST_TEXT:
        raise TextTooLong(section, len(typed))
    return typed


def _write(section: TextSection, text: str, based_on: int, *, by: Person, note: str) -> SectionVersion:
    version = SectionVersion(
        initiative_id=section.initiative_id, section=section, rank=based_on + 1, base_rank=based_on, text=text, note=note[:300]
    )
    version.by, version.at = by, timezone.now()
    version.full_clean()
    version.save()
    _say(section, verb="wrote", by=by, rank=version.rank)
    return version


def _keep(section: TextSection, text: str, based_on: int, *, by: Person) -> SectionDraft:
    same = {"initiative_id": section.initiative_id, "section": section, "base_rank": based_on, "text": text, "by": by, "settled_at": None}
    draft, is_new = SectionDraft.objects.get_or_create(**same, defaults={"at": timezone.now()})
    if is_new:
        _say(section, verb="kept a draft", by=by)
    return draft


def _conflict(draft: SectionDraft) -> EditConflict:
    theirs = last_version(draft.section)
    assert theirs is not None  # noqa: S101  # a draft is kept only beside a version
    return EditConflict(base=text_at(draft.section, draft.base_rank), mine=draft, theirs=theirs)


def _say(section: TextSection, *, verb: str, by: Person, rank: int = 0) -> None:
    about = About(section.owner_kind, section.owner_id, section.owner_label)
    initiative = About("Initiative", section.initiative_id, "")
    record(verb, about, by=by, initiative=initiative, section=slot_title(section.owner_kind, section.slot), rank=rank)
