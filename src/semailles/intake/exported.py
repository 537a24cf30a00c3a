"""Keeping the rows of another platform's export: each is an idea, known again by its id there."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from uuid import UUID

from semailles.core.identifiers import idea_id, normalised, row_id
from semailles.core.journal import record
from semailles.core.models import Person
from semailles.engines.exchange import ExportedIdea, ExportedTable
from semailles.engines.extracting.titles import title_of
from semailles.intake.anchoring import Sentence, heirs
from semailles.intake.batches import some
from semailles.intake.enums import IdeaKind, IdeaState, Platform
from semailles.intake.models import DocumentVersion, Idea, Origin, Passage, Source
from semailles.intake.reopening import follow_withdrawals, reason_gone, reopen
from semailles.intake.returning import Return, returns, told_elsewhere

LONGEST_TITLE = 300
_WEB = re.compile(r"https?://[^\s\"'<>\\]{1,990}")  # what becomes a link


@dataclass(frozen=True, slots=True)
class _Row:
    """A row under the name that it keeps from one export to the next."""

    public_id: UUID
    component: str
    said: ExportedIdea
    quote: str
    returned: Return | None


def keep_exported(version: DocumentVersion, passages: Sequence[Passage], table: ExportedTable, *, by: Person) -> None:
    """Part of receiving a document, inside its transaction. An idea that is known takes the new words, unless people wrote others: what was kept under those before is to be sorted again."""
    rows = _rows(version, passages, table)
    ideas = _known(version, rows)
    fresh = [_idea(version, passages, table.platform, row) for row in rows if row.public_id not in ideas]
    known = [(row, ideas[row.public_id]) for row in rows if row.public_id in ideas]
    _update(known, by=by)
    _follow(known, by=by)
    Idea.objects.bulk_create(fresh, batch_size=500)
    ideas |= {idea.public_id: idea for idea in fresh}
    Source.objects.bulk_create((_source(passages, ideas[row.public_id], row) for row in _telling(version, rows, ideas)), batch_size=500)
    _keep_origins(version, table, [(row, ideas[row.public_id]) for row in rows])


def _rows(version: DocumentVersion, passages: Sequence[Passage], table: ExportedTable) -> list[_Row]:
    """A row without an id is known by its words, within its file; the very same file of the same team, under another name, is that file."""
    same = DocumentVersion.objects.of(version.initiative).filter(sha256=version.sha256, document__team=version.document.team)
    twin = same.select_related("document").order_by("pk").first()
    document = (twin or version).document.public_id
    own, ranks = returns(version, table), Counter[str]()
    found = []
    for rank, one in enumerate(table.ideas):
        quote = passages[one.block].text[one.quote[0] : one.quote[1]]
        component, key = one.component or str(document), normalised(quote)
        returned = own.get(rank)
        if returned:
            public_id = returned.public_id
        elif one.external_id:
            public_id = row_id(table.platform, component, one.external_id)
        else:
            public_id = idea_id(document, quote, ranks[key])
            ranks[key] += 1
        found.append(_Row(public_id, component, one, quote, returned))
    return found


def _known(version: DocumentVersion, rows: Sequence[_Row]) -> dict[UUID, Idea]:
    """The idea of each row that is known: by its id; without an id, by words that resemble those of an earlier version."""
    every = Idea.objects.of(version.initiative)
    found = {
        idea.public_id: idea
        for keys in some([row.public_id for row in rows])
        for idea in every.filter(public_id__in=keys).select_related("initiative")
    }
    nameless = [Sentence(row.public_id, row.quote) for row in rows if not row.said.external_id and row.public_id not in found]
    reworded = heirs(version, nameless) if nameless else {}
    named = Origin.objects.of(version.initiative).filter(idea__in=reworded.values()).exclude(external_id="")
    taken = {*named.values_list("idea", flat=True), *(idea.pk for idea in found.values())}
    return found | {public_id: idea for public_id, idea in reworded.items() if idea.pk not in taken}


def _words(row: _Row) -> dict[str, str]:
    """Those that somebody wrote there."""
    said = {"title": (row.said.title or title_of(row.said.text))[:LONGEST_TITLE], "text": row.said.text}
    return {name: words for name, words in said.items() if not row.returned or name not in row.returned.ours}


def _idea(version: DocumentVersion, passages: Sequence[Passage], platform: str, row: _Row) -> Idea:
    known, gone = Platform(platform), reason_gone(platform, row.said.state)
    cue = ["pinned", "", 1.0] if known is Platform.BOARD else ["exported", str(known.label), 1.0]
    return Idea(
        initiative=version.initiative,
        public_id=row.public_id,
        team=version.document.team,
        kind=IdeaKind.PROJECT if known is Platform.TET else IdeaKind.PROPOSAL,
        lang=row.said.lang or passages[row.said.block].lang,
        score=1.0,
        cues=[cue],
        state=IdeaState.SET_ASIDE if gone else IdeaState.SUGGESTED,
        set_aside_reason=gone,
        **_words(row),
    )


def _update(rows: Sequence[tuple[_Row, Idea]], *, by: Person) -> None:
    changed, reworded = [], []
    for row, idea in rows:
        told = {name: [getattr(idea, name), said] for name, said in _words(row).items() if getattr(idea, name) != said}
        if idea.is_edited or not told:
            continue
        record("updated", idea, by=by, initiative=idea.initiative, changed=told)
        if any(_bare(was) != _bare(now) for was, now in told.values()):
            reworded.append(idea)
        for name, (_before, said) in told.items():
            setattr(idea, name, said)
        idea.revision += 1
        changed.append(idea)
    Idea.objects.bulk_update(changed, ["title", "text", "revision"], batch_size=500)
    reopen(reworded, by=by)


def _bare(words: str) -> str:
    """Without the spaces, which a better reader puts elsewhere."""
    return "".join(words.split())


def _follow(rows: Sequence[tuple[_Row, Idea]], *, by: Person) -> None:
    """What was withdrawn or refused there since the export before."""
    own = [(row, idea) for row, idea in rows if not row.returned]
    origins = {one.idea_id: one for keys in some([idea.pk for _, idea in own]) for one in Origin.objects.filter(idea__in=keys)}
    follow_withdrawals([(idea, origins.get(idea.pk), row.said.state) for row, idea in own], by=by)


def _telling(version: DocumentVersion, rows: Sequence[_Row], ideas: Mapping[UUID, Idea]) -> list[_Row]:
    """Rows whose words are a source: what only comes back is none, when the document that says it is here."""
    back = [ideas[row.public_id] for row in rows if row.returned]
    elsewhere = told_elsewhere(version, back)
    return [row for row in rows if not (_brings_nothing(row, ideas[row.public_id]) and ideas[row.public_id].pk in elsewhere)]


def _brings_nothing(row: _Row, idea: Idea) -> bool:
    return row.returned is not None and ("text" in row.returned.ours or idea.is_edited)


def _source(passages: Sequence[Passage], idea: Idea, row: _Row) -> Source:
    passage, (start, end) = passages[row.said.block], row.said.quote
    return Source(initiative=passage.initiative, idea=idea, passage=passage, start=start, end=end, quote=row.quote)


def _keep_origins(version: DocumentVersion, table: ExportedTable, rows: Sequence[tuple[_Row, Idea]]) -> None:
    every = Origin.objects.of(version.initiative)
    known = {one.idea_id: one for keys in some([idea.pk for _, idea in rows]) for one in every.filter(idea__in=keys)}
    fresh, seen = [], []
    day = version.received_at.date().isoformat()
    told = {row.public_id: _said(row) for row, _ in rows}
    carried = {name for row, _ in rows if not row.returned for name, value in told[row.public_id].items() if value not in _NOTHING}
    for row, idea in rows:
        origin = known.get(idea.pk)
        if row.returned and _stood_elsewhere(row, table, origin):
            continue
        if origin is None:
            origin = Origin(initiative=version.initiative, idea=idea, platform=table.platform.value)
            fresh.append(origin)
        else:
            seen.append(origin)
        _tell(origin, told[row.public_id], set() if row.returned else carried)
        origin.counts = _counted(origin.counts, day, dict(row.said.counters))
    Origin.objects.bulk_create(fresh, batch_size=500)
    Origin.objects.bulk_update(seen, [*_FIELDS, "counts"], batch_size=100)


def _stood_elsewhere(row: _Row, table: ExportedTable, origin: Origin | None) -> bool:
    """It only stands in a file that Semailles wrote, or comes from a platform that this file says nothing of."""
    return origin.platform != table.platform.value if origin else not row.said.external_id


def _tell(origin: Origin, said: Mapping[str, object], carried: AbstractSet[str]) -> None:
    """What the file does not carry stays as it is; `carried`: what is empty on purpose in this row, since others of its file have it."""
    is_same = bool(origin.component) and said["external_id"] in {"", origin.external_id}
    for name, value in said.items():
        if name == "component" and is_same and not carried:
            continue  # written without its site, perhaps
        if value not in _NOTHING or name in carried:
            setattr(origin, name, value)


_NOTHING = ("", None)
_FIELDS = ("component", "external_id", "url", "author", "theme", "place", "latitude", "longitude", "state", "written_at")


def _said(row: _Row) -> Mapping[str, object]:
    said = row.said
    latitude, longitude = said.point or (None, None)
    return {
        "component": row.component[:300],
        "external_id": said.external_id[:200],
        "url": said.url if _WEB.fullmatch(said.url) else "",
        "author": said.author[:300],
        "theme": said.theme[:300],
        "place": said.place[:300],
        "latitude": latitude,
        "longitude": longitude,
        "state": said.state[:100],
        "written_at": said.written_at[:60],
    }


def _counted(counts: list[list[object]], day: str, counters: dict[str, int]) -> list[list[object]]:
    """What was counted is kept by day, when it changed."""
    if not counters or (counts and counts[-1][1] == counters):
        return counts
    return [*(one for one in counts if one[0] != day), [day, counters]]
