"""Actors that people wrote after documents were read are looked for in them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from django.db import transaction

from semailles.core.journal import record
from semailles.core.models import Person
from semailles.core.permits import require
from semailles.engines.extracting import find_known
from semailles.engines.extracting.findings import KnownActor
from semailles.intake.models import Mention, Passage
from semailles.intake.queries.receiving import as_known
from semailles.workshop.models import Actor, Initiative
from semailles.workshop.rules import may_shape

Spans = Sequence[tuple[int, int]]


@transaction.atomic
def seek_actors(initiative: Initiative, *, by: Person) -> int:
    """Where the latest documents name them and nobody was found to be named. Gives how many mentions; a second time, none."""
    require(may_shape(by, initiative), by=by)
    sought = Actor.objects.of(initiative).standing().filter(is_to_be_sought=True)
    known = as_known(sought.prefetch_related("spellings", "absorbed__spellings"))
    if not known:
        return 0
    found = Mention.objects.bulk_create(_mentions(initiative, known))
    record("sought", initiative, by=by, initiative=initiative, actors=len(known), mentions=len(found))
    sought.update(is_to_be_sought=False)
    return len(found)


def _mentions(initiative: Initiative, known: Sequence[KnownActor]) -> Iterator[Mention]:
    passages = list(Passage.objects.of(initiative).filter(version__is_latest=True).order_by("pk"))
    taken = _taken(initiative)
    for passage, found in zip(passages, find_known((passage.text for passage in passages), known), strict=True):
        for start, end, kind in found:
            if not any(start < last and first < end for first, last in taken.get(passage.pk, ())):
                span = {"passage": passage, "start": start, "end": end, "quote": passage.text[start:end]}
                yield Mention(initiative=initiative, kind=kind.value, **span)


def _taken(initiative: Initiative) -> Mapping[int, Spans]:
    """By passage, where somebody is named already."""
    spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for passage, start, end in Mention.objects.of(initiative).values_list("passage", "start", "end"):
        spans[passage].append((start, end))
    return spans
