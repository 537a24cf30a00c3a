"""A new version of a document: ideas are found again by their quote, so that what people sorted stays sorted.

The very words first; then the same words under other spaces, capitals or signs; then a sentence that was reworded, when it is alike enough and no
other idea claims it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

import numpy as np
from django.db import models
from rapidfuzz import fuzz, process

from semailles.core.identifiers import normalised
from semailles.intake.enums import IdeaState
from semailles.intake.models import DocumentVersion, Idea, Passage, Source

ALIKE = 80.0  # of 100, from which a sentence is the same one, reworded


@dataclass(frozen=True, slots=True)
class Sentence:
    """A candidate of the new version, under the id that its words give it."""

    public_id: UUID
    quote: str


def heirs(version: DocumentVersion, sentences: Sequence[Sentence]) -> Mapping[UUID, Idea]:
    """Of the sentences that no idea bears yet, those that reword an idea of an earlier version of this document: by the id of the sentence."""
    ids = [sentence.public_id for sentence in sentences]
    known = set(Idea.objects.of(version.initiative).filter(public_id__in=ids).values_list("public_id", flat=True))
    fresh = [sentence for sentence in sentences if sentence.public_id not in known]
    before = _unsaid(version, known)
    if not fresh or not before:
        return {}
    old = [normalised(quote) for _, quote in before]
    likeness = process.cdist([normalised(one.quote) for one in fresh], old, scorer=fuzz.ratio, score_cutoff=ALIKE, dtype=np.float32)
    return _matched(fresh, before, likeness)


def said_again(version: DocumentVersion, passages: Sequence[Passage]) -> list[Source]:
    """Sources for the ideas that people sorted and that the machine no longer sees, where their very words still stand."""
    said = Source.objects.of(version.initiative).filter(passage__version=version).values("idea")
    touched = _earlier(version).exclude(pk__in=said).exclude(state=IdeaState.SUGGESTED, is_edited=False)
    found = []
    for idea in touched:
        quote = idea.sources.order_by("-pk").values_list("quote", flat=True).first()
        place = _place(quote or "", passages)
        if place:
            passage, start, end = place
            words = passage.text[start:end]
            found.append(Source(initiative=version.initiative, idea=idea, passage=passage, start=start, end=end, quote=words))
    return found


def _earlier(version: DocumentVersion) -> "models.QuerySet[Idea, Idea]":
    rows = Source.objects.of(version.initiative).filter(passage__version__document=version.document).exclude(passage__version=version)
    ideas: models.QuerySet[Idea, Idea] = Idea.objects.of(version.initiative).filter(pk__in=rows.values("idea"))
    return ideas


def _unsaid(version: DocumentVersion, said: set[UUID]) -> list[tuple[Idea, str]]:
    """Ideas of the versions before, with their latest quote, that no sentence of the new one says word for word."""
    ideas = _earlier(version).exclude(public_id__in=said).prefetch_related("sources").order_by("pk")
    return [(idea, max(idea.sources.all(), key=lambda source: source.pk).quote) for idea in ideas]


def _matched(fresh: Sequence[Sentence], before: Sequence[tuple[Idea, str]], likeness: "np.ndarray") -> dict[UUID, Idea]:
    """Best pairs first, each sentence and each idea once."""
    rows, columns = np.nonzero(likeness)
    pairs = sorted(zip(rows.tolist(), columns.tolist(), strict=True), key=lambda pair: (-float(likeness[pair]), pair))
    found: dict[UUID, Idea] = {}
    taken: set[int] = set()
    for row, column in pairs:
        key = fresh[row].public_id
        if key not in found and column not in taken:
            found[key] = before[column][0]
            taken.add(column)
    return found


def _place(quote: str, passages: Sequence[Passage]) -> tuple[Passage, int, int] | None:
    for passage in passages:
        if quote and (start := passage.text.find(quote)) >= 0:
            return passage, start, start + len(quote)
    words = re.findall(r"\w+", quote)
    if not words:
        return None
    loose = re.compile(r"\W+".join(map(re.escape, words)), re.IGNORECASE)
    return next(((passage, *found.span()) for passage in passages if (found := loose.search(passage.text))), None)
