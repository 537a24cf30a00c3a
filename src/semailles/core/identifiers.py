"""Public identifiers: the same things have the same id in every run and on every machine."""

import re
import uuid

from semailles.engines.words import fold

ROOT = uuid.uuid5(uuid.NAMESPACE_URL, "https://semailles.example/ids")


def named(kind: str, *parts: str) -> uuid.UUID:
    """uuid5 of a kind and its parts; the unit separator keeps « a|b », « c » apart from « a », « b|c »."""
    return uuid.uuid5(ROOT, "\x1f".join((kind, *parts)))


def document_id(path: str) -> uuid.UUID:
    return named("document", path)


def idea_id(document: uuid.UUID, quote: str, rank: int) -> uuid.UUID:
    """`rank` counts, from 0, the equal quotes above it in the same document."""
    return named("idea", str(document), normalised(quote), str(rank))


def row_id(platform: str, component: str, external_id: str) -> uuid.UUID:
    """A row of another platform's export is the same idea in all the files that hold it."""
    return named("row", platform, component, external_id)


def actor_id(name: str) -> uuid.UUID:
    return named("actor", normalised(name))


def normalised(text: str) -> str:
    """A quote without what a better reader may change: spaces, accents' form, case, punctuation."""
    return re.sub(r"[\W_]+", " ", fold(text)).strip()
