"""Finding by words, in all that an initiative holds. The only place that speaks SQL."""

from semailles.core.search.entries import Entry, Found, Range
from semailles.core.search.finding import find
from semailles.core.search.indexing import forget, index, reindex
from semailles.core.search.marking import Piece, extract, pieces

__all__ = ["Entry", "Found", "Piece", "Range", "extract", "find", "forget", "index", "pieces", "reindex"]
