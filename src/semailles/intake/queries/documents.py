"""One document read from its first passage to its last."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from django.db.models import Max, Q

from semailles.intake.models import Document, DocumentVersion, Mention, Passage, Source

SCREENFUL = 150  # passages read on one screen
Found = TypeVar("Found", Source, Mention)


@dataclass(frozen=True, slots=True)
class Screenful:
    """Screen `number` of `screens`: some passages of a version, with the ideas and the actors found in each (by its key)."""

    passages: tuple[Passage, ...]
    sources: Mapping[int, tuple[Source, ...]]
    mentions: Mapping[int, tuple[Mention, ...]]
    total: int
    number: int
    screens: int


def versions_of(document: Document) -> list[DocumentVersion]:
    """Newest first, but the one that counts before all."""
    return list(document.versions.order_by("-is_latest", "-id"))


def screen_of(version: DocumentVersion, *, rank: int | None = None, page: int | None = None) -> int:
    """The screen, from 1, that holds a passage, or the first passage of a page or slide."""
    if page is not None:
        on_page = Q(locator__page=page) | Q(locator__slide=page)
        rank = version.passages.filter(on_page).order_by("rank").values_list("rank", flat=True).first()
    return 1 + (rank or 0) // SCREENFUL


def screenful(version: DocumentVersion, number: int) -> Screenful:
    """One screen of a version, with what was found in its passages."""
    last = version.passages.aggregate(last=Max("rank"))["last"]
    total, screens = 0 if last is None else last + 1, 1 + (last or 0) // SCREENFUL
    number = min(max(number, 1), screens)
    here = {"rank__gte": (number - 1) * SCREENFUL, "rank__lt": number * SCREENFUL}
    passages = tuple(version.passages.filter(**here).order_by("rank"))
    inside = {f"passage__{name}": value for name, value in here.items()} | {"passage__version": version}
    sources = Source.objects.of(version.initiative).filter(**inside).select_related("idea__team").order_by("start", "end", "id")
    mentions = Mention.objects.of(version.initiative).filter(**inside).exclude(actor=None).select_related("actor").order_by("start", "id")
    return Screenful(passages, _by_passage(sources), _by_passage(mentions), total, number, screens)


def ideas_found_in(version: DocumentVersion) -> list[Source]:
    """One source of each idea of a version, in reading order."""
    sources = (
        Source.objects.of(version.initiative).filter(passage__version=version).select_related("idea__team", "passage__version__document")
    )
    first: dict[int, Source] = {}
    for source in sources.order_by("passage__rank", "start", "id"):
        first.setdefault(source.idea_id, source)
    return list(first.values())


def around(passage: Passage, *, before: int, after: int) -> list[Passage]:
    """The passage among its neighbours; within its sheet when it stands in a workbook."""
    ranks = {"rank__gte": passage.rank - before, "rank__lte": passage.rank + after}
    near = Passage.objects.of(passage.initiative).filter(version=passage.version_id, **ranks).order_by("rank")
    return [one for one in near if one.locator.get("sheet") == passage.locator.get("sheet")]


def _by_passage(rows: Iterable[Found]) -> dict[int, tuple[Found, ...]]:
    found: dict[int, list[Found]] = defaultdict(list)
    for row in rows:
        found[row.passage_id].append(row)
    return {passage: tuple(rows) for passage, rows in found.items()}
