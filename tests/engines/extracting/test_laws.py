"""What holds for any text."""

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from semailles.engines.blocks import Block, BlockKind, Cell, Locator
from semailles.engines.extracting import extract, reconcile
from semailles.engines.extracting.findings import ActorKind, Commune, Extraction, KnownActor, Span
from semailles.engines.extracting.flat import flattened, lowered

WORDS = "Il faut|On pourrait|créer|une halle|« |» |. |! |? |; |: |M. |Mme |CAUE|(à confirmer)|la mairie de |Vertpré|Île|ŒUVRE|ß|İ|ﬁ|Zoé|Les Oyats|, |12 %|Dépenses :|Financeurs|Budget de la démarche|Animation : 5 000 €|2 k€|4 x 100 €|Total|dont |stagiaire"
FRAGMENTS = st.sampled_from(
    [*WORDS.split("|"), "- ", "• ", "1. ", "J.-M. Roux", "\u00a0", "’", "association ", "habitants ", "é", "\u0301"]
)
TEXTS = st.one_of(st.lists(FRAGMENTS, max_size=25).map(" ".join), st.lists(FRAGMENTS, max_size=25).map("".join), st.text(max_size=80))
KINDS = st.sampled_from(BlockKind)


@st.composite
def blocks(draw: st.DrawFn) -> Block:
    text, kind = draw(TEXTS), draw(KINDS)
    at = draw(st.integers(0, len(text)))
    cells = (Cell("Action", 0, at), Cell("Qui", at, len(text))) if kind == BlockKind.ROW else ()
    return Block(text, kind, Locator(), path=tuple(draw(st.lists(TEXTS, max_size=2))), cells=cells)


def quoted(extraction: Extraction) -> Iterator[tuple[Span, str]]:
    yield from ((idea.span, idea.quote) for idea in extraction.ideas)
    yield from ((mention.span, mention.surface) for mention in extraction.actors)
    yield from ((cue.span, cue.quote) for cue in extraction.commitments)
    yield from ((remark.span, remark.quote) for remark in extraction.remarks)
    yield from ((line.span, line.quote) for line in extraction.ledger.lines)


@settings(max_examples=150, deadline=None)
@given(st.lists(blocks(), max_size=6))
def test_every_quote_is_exactly_its_span(document: list[Block]) -> None:
    known = (KnownActor("Zoé", ActorKind.PERSON),)

    extraction = extract(document, known=known, gazetteer=(Commune("Vertpré", "00001"),))

    assert all(document[span.block].text[span.start : span.end] == quote != "" for span, quote in quoted(extraction))
    assert all(0 < len(idea.title) <= 90 for idea in extraction.ideas)
    assert all(0 <= idea.score <= 1 for idea in extraction.ideas)


@settings(max_examples=60, deadline=None)
@given(st.lists(blocks(), max_size=6))
def test_every_mention_belongs_to_one_actor(document: list[Block]) -> None:
    mentions = extract(document).actors

    actors = reconcile(mentions)

    assert sorted(at for actor in actors for at in actor.mentions) == list(range(len(mentions)))


@given(st.text(max_size=60))
def test_views_keep_the_length(text: str) -> None:
    assert len(flattened(text)) == len(lowered(text)) == len(text)
