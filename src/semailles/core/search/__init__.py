"""Finding by words, in all that an initiative holds. The only place that speaks SQL."""

from semailles.core.search.counting import counted, narrowed
from semailles.core.search.entries import THING, Entry, Found, Match, Range
from semailles.core.search.finding import MOST_MATCHES, find, matches, opened, readable
from semailles.core.search.indexing import forget, index, reindex, wipe, write_words
from semailles.core.search.marking import Piece, extract, pieces

__all__ = [
    "MOST_MATCHES",
    "THING",
    "Entry",
    "Found",
    "Match",
    "Piece",
    "Range",
    "counted",
    "extract",
    "find",
    "forget",
    "index",
    "matches",
    "narrowed",
    "opened",
    "pieces",
    "readable",
    "reindex",
    "wipe",
    "write_words",
]
