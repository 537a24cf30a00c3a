"""Merges that the machine is not sure of: it proposes them with their reason, people decide."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Levenshtein

from semailles.engines.extracting.findings import ActorKind, MergeReason
from semailles.engines.extracting.groups import Group, commune_words, every_key
from semailles.engines.extracting.keys import Key, joined
from semailles.engines.extracting.likening import LONG_ENOUGH, MANY_IN_A_TERRITORY

MOST_ANSWERS = 3  # a short name that more bodies could bear says nothing
LETTERS_APART = 2
COMMON = 12  # groups that share a word from which the word says nothing

Doubt = tuple[int, int, MergeReason, str]


def doubts(groups: Sequence[Group]) -> Iterator[Doubt]:
    """Pairs of groups that share their rarest words, once each, the shorter name first."""
    keys = {at: sorted(every_key(group)) for at, group in enumerate(groups) if group.kind is not ActorKind.ROLE}
    holders: defaultdict[str, set[int]] = defaultdict(set)
    for at, its_keys in keys.items():
        for key in its_keys:
            for word in key:
                holders[word].add(at)
    seen: set[frozenset[int]] = set()
    for at, its_keys in keys.items():
        for doubt in sorted({found for key in its_keys for found in _of(at, key, groups, keys, holders)}):
            if frozenset(doubt[:2]) not in seen:
                seen.add(frozenset(doubt[:2]))
                yield doubt


def _of(at: int, key: Key, groups: Sequence[Group], keys: dict[int, list[Key]], holders: dict[str, set[int]]) -> list[Doubt]:
    near = {other for word in key if len(holders[word]) <= COMMON for other in holders[word]} - {at}
    found = [
        (at, other, reason, " ".join(word for word in key if word in long))
        for other in sorted(near)
        if groups[other].kind is groups[at].kind
        for long in keys[other]
        if (reason := _reason(key, long, groups[at].kind))
    ]
    return found if len({other for _, other, _, _ in found}) <= MOST_ANSWERS else []


def _reason(key: Key, long: Key, kind: ActorKind) -> MergeReason | None:
    if kind is ActorKind.PERSON:
        return MergeReason.FAMILY_NAME if len(key) == 1 and key[0] == long[-1] and len(long) > 1 and len(long[0]) > 1 else None
    if key in MANY_IN_A_TERRITORY or key == long or _places_differ(key, long):
        return None
    if sorted(key) == sorted(long):
        return MergeReason.SAME_WORDS
    if set(key) < set(long) and (len(key) > 1 or len(joined(key)) >= LONG_ENOUGH // 2):
        return MergeReason.PART
    near = len(joined(key)) >= LONG_ENOUGH and Levenshtein.distance(joined(key), joined(long), score_cutoff=LETTERS_APART) <= LETTERS_APART
    return MergeReason.SPELLING if near and key < long else None


def _places_differ(key: Key, long: Key) -> bool:
    """Two institutions of one kind in two communes."""
    mine, other = set(key) - set(long), set(long) - set(key)
    return bool(mine and other) and not (mine | other) - commune_words()
