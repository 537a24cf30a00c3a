"""Which concepts of the lexicon many texts speak of: expressions are numbers, looked for in whole arrays."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import count

import numpy as np
from scipy import sparse

from semailles.engines.grouping.crowds.words import Words
from semailles.engines.grouping.vocabulary import LONGEST_TERM, Lexicon, is_linking, key


@dataclass(frozen=True, slots=True)
class Expressions:
    """What the lexicon knows, as numbers. `keys`: numbers from 1; an expression is its keys read as digits of base `len(keys) + 1`.

    `codes`: those of each length, in order; `first`: number of the first of that length among the rows of `doubts`, log(1 - surety) of each concept.
    """

    keys: Mapping[str, int]
    codes: tuple[np.ndarray, ...]
    first: tuple[int, ...]
    doubts: sparse.csr_matrix


def heard(words: Words, known: Lexicon, lang: str) -> sparse.csr_matrix:
    """How surely each text speaks of each concept of `known.fields`, in their alphabetical order: several hints confirm each other (noisy or)."""
    expressions = _expressions(known)
    linking = np.array([is_linking(word) for word in words.written], bool)
    number = np.array([expressions.keys.get(key(word, lang), 0) for word in words.written], np.int64)
    kept = ~linking[words.word]
    text, found = _found(words.text[kept], number[words.word[kept]], expressions)
    said = np.unique(text * expressions.doubts.shape[0] + found)
    text, found = np.divmod(said, expressions.doubts.shape[0])
    hits = sparse.csr_matrix((np.ones(len(said)), (text, found)), shape=(words.count, expressions.doubts.shape[0]))
    doubt = sparse.csr_matrix(hits @ expressions.doubts)
    doubt.data = 1 - np.exp(doubt.data)
    return doubt


def _found(text: np.ndarray, number: np.ndarray, expressions: Expressions) -> tuple[np.ndarray, np.ndarray]:
    """Texts, and the expressions that stand in them."""
    texts, founds = [np.empty(0, np.int64)], [np.empty(0, np.int64)]
    for size, (codes, first) in enumerate(zip(expressions.codes, expressions.first, strict=True), start=1):
        starts = len(number) - size + 1
        if starts <= 0 or not len(codes):
            continue
        digits = [number[place : place + starts] for place in range(size)]
        whole = np.flatnonzero(np.logical_and.reduce([text[:starts] == text[size - 1 :], *(digit > 0 for digit in digits)]))
        code = np.zeros(len(whole), np.int64)
        for digit in digits:
            code = code * (len(expressions.keys) + 1) + digit[whole]
        place = np.minimum(np.searchsorted(codes, code), len(codes) - 1)
        known = codes[place] == code
        texts.append(text[whole[known]])
        founds.append(place[known] + first)
    return np.concatenate(texts), np.concatenate(founds)


def _expressions(known: Lexicon) -> Expressions:
    keys: dict[str, int] = defaultdict(count(1).__next__)
    coded = [[keys[part] for part in term] for term in known.terms]
    base, column = len(keys) + 1, {concept: rank for rank, concept in enumerate(sorted(known.fields))}
    of_size: list[list[tuple[int, tuple[tuple[str, float], ...]]]] = [[] for _ in range(LONGEST_TERM)]
    for digits, said in zip(coded, known.terms.values(), strict=True):
        if len(digits) <= LONGEST_TERM:
            of_size[len(digits) - 1].append((sum(digit * base**place for place, digit in enumerate(reversed(digits))), said))
    ordered = [sorted(terms) for terms in of_size]
    entries = [
        (row, column[concept], np.log1p(-surety))
        for row, (_, said) in enumerate(term for terms in ordered for term in terms)
        for concept, surety in said
    ]
    rows, columns, doubts = zip(*entries, strict=True)
    first = np.cumsum([0, *map(len, ordered)]).tolist()
    codes = tuple(np.array([code for code, _ in terms], np.int64) for terms in ordered)
    return Expressions(dict(keys), codes, tuple(first[:-1]), sparse.csr_matrix((doubts, (rows, columns)), shape=(first[-1], len(column))))
