"""Keeping the rows of another platform's export: each is an idea, known again by its id there."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

from semailles.core.identifiers import idea_id, normalised, row_id
from semailles.core.journal import record
from semailles.core.models import Person
from semailles.engines.exchange import ExportedIdea, ExportedTable
from semailles.engines.extracting.titles import title_of
from semailles.intake.anchoring import Sentence, heirs
from semailles.intake.enums import IdeaKind, Platform
from semailles.intake.models import DocumentVersion, Idea, Origin, Passage, Source

LONGEST_TITLE = 300
AT_ONCE = 5000
Key = TypeVar("Key", int, UUID)
_WEB = re.compile(r"https?://[^\s\"'<>\\]{1,990}")  # what becomes a link


@dataclass(frozen=True, slots=True)
class _Row:
    """A row under the name that it keeps from one export to the next."""

    public_id: UUID
    component: str
    said: ExportedIdea
    quote: str


def keep_exported(version: DocumentVersion, passages: Sequence[Passage], table: ExportedTable, *, by: Person) -> None:
    """Part of receiving a document, inside its transaction. An idea that is known takes the new words, unless people wrote others; what was decided of it stays."""
    rows = _rows(version, passages, table)
    ideas = _known(version, rows)
    fresh = [_idea(version, passages, table.platform, row) for row in rows if row.public_id not in ideas]
    _update([(row, ideas[row.public_id]) for row in rows if row.public_id in ideas], by=by)
    Idea.objects.bulk_create(fresh, batch_size=500)
    ideas |= {idea.public_id: idea for idea in fresh}
    Source.objects.bulk_create((_source(passages, ideas[row.public_id], row) for row in rows), batch_size=500)
    _keep_origins(version, table, [(row, ideas[row.public_id]) for row in rows])


def _rows(version: DocumentVersion, passages: Sequence[Passage], table: ExportedTable) -> list[_Row]:
    """A row without an id is known by its words, within its file; the very same file of the same team, under another name, is that file."""
    same = DocumentVersion.objects.of(version.initiative).filter(sha256=version.sha256, document__team=version.document.team)
    twin = same.select_related("document").order_by("pk").first()
    document = (twin or version).document.public_id
    own, ranks = _come_back(version, table), Counter[str]()
    found = []
    for one in table.ideas:
        quote = passages[one.block].text[one.quote[0] : one.quote[1]]
        component, key = one.component or str(document), normalised(quote)
        if one.signature in own:
            public_id = own.pop(one.signature)
        elif one.external_id:
            public_id = row_id(table.platform, component, one.external_id)
        else:
            public_id = idea_id(document, quote, ranks[key])
            ranks[key] += 1
        found.append(_Row(public_id, component, one, quote))
    return found


def _come_back(version: DocumentVersion, table: ExportedTable) -> dict[str, UUID]:
    """Ideas that left from here: each comes back once, another row that bears its signature was copied there."""
    signatures = [UUID(one.signature) for one in table.ideas if one.signature]
    every = Idea.objects.of(version.initiative).values_list("public_id", flat=True)
    return {str(public_id): public_id for some in _some(signatures) for public_id in every.filter(public_id__in=some)}


def _known(version: DocumentVersion, rows: Sequence[_Row]) -> dict[UUID, Idea]:
    """The idea of each row that is known: by its id; without an id, by words that resemble those of an earlier version."""
    every = Idea.objects.of(version.initiative)
    found = {
        idea.public_id: idea
        for some in _some([row.public_id for row in rows])
        for idea in every.filter(public_id__in=some).select_related("initiative")
    }
    nameless = [Sentence(row.public_id, row.quote) for row in rows if not row.said.external_id and row.public_id not in found]
    reworded = heirs(version, nameless) if nameless else {}
    named = Origin.objects.of(version.initiative).filter(idea__in=reworded.values()).exclude(external_id="")
    taken = {*named.values_list("idea", flat=True), *(idea.pk for idea in found.values())}
    return found | {public_id: idea for public_id, idea in reworded.items() if idea.pk not in taken}


def _some(keys: Sequence[Key]) -> Iterator[Sequence[Key]]:
    """As many as one question to the database may name."""
    return (keys[at : at + AT_ONCE] for at in range(0, len(keys), AT_ONCE))


def _words(row: _Row) -> dict[str, str]:
    return {"title": (row.said.title or title_of(row.said.text))[:LONGEST_TITLE], "text": row.said.text}


def _idea(version: DocumentVersion, passages: Sequence[Passage], platform: str, row: _Row) -> Idea:
    known = Platform(platform)
    cue = ["pinned", "", 1.0] if known is Platform.BOARD else ["exported", str(known.label), 1.0]
    return Idea(
        initiative=version.initiative,
        public_id=row.public_id,
        team=version.document.team,
        kind=IdeaKind.PROJECT if known is Platform.TET else IdeaKind.PROPOSAL,
        lang=row.said.lang or passages[row.said.block].lang,
        score=1.0,
        cues=[cue],
        **_words(row),
    )


def _update(rows: Sequence[tuple[_Row, Idea]], *, by: Person) -> None:
    changed = []
    for row, idea in rows:
        words = _words(row)
        if idea.is_edited or (idea.title, idea.text) == (words["title"], words["text"]):
            continue
        told = {name: [getattr(idea, name), said] for name, said in words.items() if getattr(idea, name) != said}
        record("updated", idea, by=by, initiative=idea.initiative, changed=told)
        idea.title, idea.text = words["title"], words["text"]
        idea.revision += 1
        changed.append(idea)
    Idea.objects.bulk_update(changed, ["title", "text", "revision"], batch_size=500)


def _source(passages: Sequence[Passage], idea: Idea, row: _Row) -> Source:
    passage, (start, end) = passages[row.said.block], row.said.quote
    return Source(initiative=passage.initiative, idea=idea, passage=passage, start=start, end=end, quote=row.quote)


def _keep_origins(version: DocumentVersion, table: ExportedTable, rows: Sequence[tuple[_Row, Idea]]) -> None:
    every = Origin.objects.of(version.initiative)
    known = {one.idea_id: one for some in _some([idea.pk for _, idea in rows]) for one in every.filter(idea__in=some)}
    fresh, seen = [], []
    day = version.received_at.date().isoformat()
    for row, idea in rows:
        said = _said(row)
        origin = known.get(idea.pk)
        if origin is None and row.said.signature and not row.said.external_id:
            continue  # it only stood in a file that Semailles wrote
        if origin is None:
            origin = Origin(initiative=version.initiative, idea=idea, platform=table.platform.value)
            fresh.append(origin)
        else:
            seen.append(origin)
        for name, value in said.items():
            setattr(origin, name, value)
        origin.counts = _counted(origin.counts, day, dict(row.said.counters))
    Origin.objects.bulk_create(fresh, batch_size=500)
    Origin.objects.bulk_update(seen, [*_FIELDS, "counts"], batch_size=100)


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
