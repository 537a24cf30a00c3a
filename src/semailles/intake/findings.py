"""Keeping what the extractors found: ideas with their sources, mentions, places, claims, remarks."""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID

from semailles.core.identifiers import idea_id, named, normalised
from semailles.engines.extracting.findings import CandidateIdea, Extraction, Figure, Ledger, LedgerLine, Span
from semailles.engines.extracting.findings import PlaceMention as FoundPlace
from semailles.intake import models
from semailles.intake.anchoring import Sentence, heirs, said_again
from semailles.intake.models import Claim, DocumentVersion, Idea, Mention, Passage, PlaceMention, Remark, Source
from semailles.intake.threads import Thread
from semailles.workshop.models import Place

LONGEST_DETAIL = 500
CENT = Decimal("0.01")
MILLIONTH = Decimal("0.000001")


def keep_findings(version: DocumentVersion, passages: Sequence[Passage], found: Extraction) -> None:
    """Part of receiving a document, inside its transaction. An idea already known by its quote gets the new source, keeps its id and what people made of it."""
    _keep_ideas(version, passages, found.ideas)
    Mention.objects.bulk_create(Mention(**_excerpt(passages, mention.span), kind=mention.kind.value) for mention in found.actors)
    PlaceMention.objects.bulk_create(
        PlaceMention(**_excerpt(passages, mention.span), place=_place(version, mention)) for mention in found.places
    )
    Claim.objects.bulk_create(
        Claim(**_excerpt(passages, claim.span), surface=claim.actor[:300], role=claim.role, level=claim.level.value, weight=claim.weight)
        for claim in found.commitments
    )
    Remark.objects.bulk_create(
        Remark(**_excerpt(passages, remark.span), heading=remark.heading.value, score=remark.score) for remark in found.remarks
    )
    models.Figure.objects.bulk_create(models.Figure(**_excerpt(passages, figure.span), **_measured(figure)) for figure in found.figures)
    _keep_ledger(passages, found.ledger)


def _measured(figure: Figure) -> dict[str, object]:
    return {
        "kind": figure.kind.value,
        "low": None if figure.low is None else figure.low.quantize(MILLIONTH),
        "high": None if figure.high is None else figure.high.quantize(MILLIONTH),
        "unit": figure.unit,
        "when": figure.when,
    }


def _keep_ledger(passages: Sequence[Passage], ledger: Ledger) -> None:
    models.LedgerLine.objects.bulk_create(
        models.LedgerLine(**_excerpt(passages, line.span), **_money(line), rank=rank, weight=round(ledger.score, 2))
        for rank, line in enumerate(ledger.lines)
    )


def _money(line: LedgerLine) -> dict[str, object]:
    said = {
        "status": line.status,
        "nature": line.nature,
        "tax_base": line.tax_base,
        "detail": line.detail[:LONGEST_DETAIL],
        "sure": list(line.sure),
    }
    named = {"side": line.side.value if line.side else "", "part": line.part.value, "label": line.label[:300], "surface": line.actor[:300]}
    return {**named, **said, "amount": None if line.amount is None else line.amount.quantize(CENT)}


def _keep_ideas(version: DocumentVersion, passages: Sequence[Passage], candidates: Sequence[CandidateIdea]) -> None:
    """A sentence that rewords an idea of an earlier version, or that a mail quotes, is another source of it, not another idea."""
    named = _named(version, candidates)
    reworded = heirs(version, [Sentence(public_id, candidate.quote) for public_id, candidate in named])
    sources, thread = [], Thread(version)
    for public_id, candidate in named:
        fresh = {
            "team": version.document.team,
            "title": candidate.title[:300],
            "text": candidate.text,
            "kind": candidate.kind.value,
            "lang": passages[candidate.span.block].lang,
            "score": round(candidate.score, 4),
            "cues": [[cue.code, cue.words, round(cue.weight, 3)] for cue in candidate.cues],
        }
        idea = reworded.get(public_id) or thread.idea_of(candidate.quote, unless=public_id)
        if idea is None:
            idea, _ = Idea.objects.get_or_create(initiative=version.initiative, public_id=public_id, defaults=fresh)
        thread.keep(candidate.quote, idea)
        sources.append(Source(idea=idea, **_excerpt(passages, candidate.span)))
    Source.objects.bulk_create(sources)
    Source.objects.bulk_create(said_again(version, passages))


def _named(version: DocumentVersion, candidates: Sequence[CandidateIdea]) -> list[tuple[UUID, CandidateIdea]]:
    """Each candidate under the id that its words give it; the same words twice are two ideas."""
    ranks: Counter[str] = Counter()
    found = []
    for candidate in candidates:
        key = normalised(candidate.quote)
        found.append((idea_id(version.document.public_id, candidate.quote, ranks[key]), candidate))
        ranks[key] += 1
    return found


def _excerpt(passages: Sequence[Passage], span: Span) -> dict[str, object]:
    passage = passages[span.block]
    quote = passage.text[span.start : span.end]
    return {"initiative": passage.initiative, "passage": passage, "start": span.start, "end": span.end, "quote": quote}


def _place(version: DocumentVersion, mention: FoundPlace) -> Place:
    name, insee = mention.name, mention.insee
    made = {"public_id": named("place", normalised(name), insee), "kind": mention.kind.value}
    place, _ = Place.objects.get_or_create(initiative=version.initiative, name=name[:200], insee=insee, defaults=made)
    return place
