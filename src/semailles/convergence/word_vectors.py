"""The word vectors that somebody installed: read once for a set of words, set aside when the file cannot be read."""

import logging
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from semailles.engines.grouping import UnreadableVectors, WordVectors, read_vectors

logger = logging.getLogger(__name__)


def installed_vectors(words: frozenset[str]) -> WordVectors | None:
    """None when the setting names no file, or one that is no word2vec text: ideas are then compared by their words alone, and the log says why."""
    return _read(settings.WORD_VECTORS, words) if settings.WORD_VECTORS else None


@lru_cache(maxsize=1)
def _read(path: Path, words: frozenset[str]) -> WordVectors | None:
    try:
        with path.open(encoding="utf-8", errors="replace") as lines:
            return read_vectors(lines, words)
    except OSError as refused:
        logger.warning("SEMAILLES_WORD_VECTORS: %s cannot be read (%s).", path, refused.strerror)
    except UnreadableVectors as refused:
        logger.warning("SEMAILLES_WORD_VECTORS: %s is no word2vec text file, see line %s.", path, refused)
    return None
