"""The namings of all documents gathered into actors: one actor under all its spellings.

Groups are joined only when one single other group answers: an ambiguous short name stays alone, people will say. What people said before
(two names kept apart, two names together) counts first.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache

from semailles.engines.extracting.findings import Actor, ActorKind, ActorMention, KnownActor, Merge, MergeReason, Reconciliation
from semailles.engines.extracting.flat import flattened
from semailles.engines.extracting.groups import Group, one_letter
from semailles.engines.extracting.keys import Key, expanded, is_short_form, joined, key_of, spellings, variants
from semailles.engines.extracting.lexicon import entries, lines
from semailles.engines.extracting.likening import LONG_ENOUGH, Pair, acronyms, longer_names, near_spellings, persons
from semailles.engines.extracting.organisations import proper_tail
from semailles.engines.extracting.proposing import doubts

REGIONS = frozenset({"idf", "paca", "aura", "bfc", "hdf"})
RULES = (
    (MergeReason.ACRONYM, acronyms),
    (MergeReason.PERSON, persons),
    (MergeReason.PART, longer_names),
    (MergeReason.SPELLING, near_spellings),
)

Apart = frozenset[frozenset[str]]
Joined = tuple[str, Group, MergeReason, str]


def reconciled(
    mentions: Sequence[ActorMention],
    known: Sequence[KnownActor],
    kept_apart: Iterable[tuple[str, str]] = (),
    together: Iterable[tuple[str, str]] = (),
) -> Reconciliation:
    apart = frozenset(frozenset(map(flattened, pair)) for pair in kept_apart)
    groups = _by_key(mentions, known, apart)
    done: list[Joined] = []
    groups = _joined(groups, (MergeReason.PEOPLE, _said(groups, together)), apart, done)
    for reason, rule in RULES:
        groups = _joined(groups, (reason, rule(groups)), apart, done)
    named = {id(group): _actor(group) for group in groups if group.mentions}
    actors = tuple(sorted(named.values(), key=lambda actor: (flattened(actor.name), actor.kind)))
    merges = tuple(Merge(name, named[id(into.last)].name, reason, words) for name, into, reason, words in done if id(into.last) in named)
    return Reconciliation(actors, merges, _proposals(groups, named, apart))


def _proposals(groups: Sequence[Group], named: dict[int, Actor], apart: Apart) -> tuple[Merge, ...]:
    standing = [group for group in groups if id(group) in named]
    return tuple(
        Merge(named[id(standing[first])].name, named[id(standing[second])].name, reason, words)
        for first, second, reason, words in doubts(standing)
        if not _are_apart(standing[first], standing[second], apart) and not (standing[first].known and standing[second].known)
    )


def _said(groups: Sequence[Group], together: Iterable[tuple[str, str]]) -> list[Pair]:
    """Names that people brought together; the first of a pair is kept."""
    owners = {name: at for at, group in reversed(list(enumerate(groups))) for name in group.spelt}
    pairs = [(owners.get(flattened(kept)), owners.get(flattened(gone))) for kept, gone in together]
    return [(kept, gone, "") for kept, gone in pairs if kept is not None and gone is not None and kept != gone]


def _are_apart(first: Group, second: Group, apart: Apart) -> bool:
    return bool(apart) and any(len(pair) > 1 and _splits(pair, first.spelt, second.spelt) for pair in apart)


def _splits(pair: frozenset[str], first: frozenset[str], second: frozenset[str]) -> bool:
    one, other = sorted(pair)
    return (one in first and other in second) or (other in first and one in second)


def _by_key(mentions: Sequence[ActorMention], known: Sequence[KnownActor], apart: Apart) -> list[Group]:
    """One group for each known actor and for each key; the same words under two kinds are one organisation first."""
    groups: list[Group] = []
    places: dict[Key, Group] = {}
    for actor in known:
        group = Group(actor.kind, known=actor)
        groups.append(group)
        for name in (actor.name, *actor.aliases):
            group.keys |= {expanded(key_of(one, actor.kind)) for written in variants(name) for one in spellings(written)}
        as_person = {key_of(one, ActorKind.PERSON) for name in (actor.name, *actor.aliases) for one in variants(name)}
        places.update({key: group for key in group.keys | as_person if key not in places})
    for at, mention in enumerate(mentions):
        keys = [expanded(key_of(name, mention.kind)) for name in spellings(mention.surface)]
        found = next((places[key] for key in keys if key in places and _may_meet(places[key], mention, apart)), None)
        if found is None:
            found = Group(mention.kind)
            groups.append(found)
        found.mentions.append(at)
        found.names.update(spellings(mention.surface))
        found.keys.update(keys)
        places.update({key: found for key in keys if key not in places})
    return groups


def _may_meet(group: Group, mention: ActorMention, apart: Apart) -> bool:
    if any(_splits(pair, group.spelt, frozenset({flattened(mention.surface)})) for pair in apart if len(pair) > 1):
        return False
    return group.known is not None or group.kind is mention.kind or ActorKind.PERSON not in {group.kind, mention.kind}


def _joined(groups: list[Group], found: tuple[MergeReason, Iterable[Pair]], apart: Apart, done: list[Joined]) -> list[Group]:
    """The second of each pair goes into the first; `done` is told of it."""
    reason, pairs = found
    for kept, gone, words in pairs:
        first, second = groups[kept].last, groups[gone].last
        both_known = first.known is not None and second.known is not None and reason is not MergeReason.PEOPLE
        if first is not second and not both_known and not _are_apart(first, second, apart):
            if second.mentions:
                done.append((_fullest(second), first, reason, words))
            first.absorb(second)
    return [group for group in groups if group.into is None]


def _actor(group: Group) -> Actor:
    kind = group.known.kind if group.known else group.kind
    name = group.known.name if group.known else _fullest(group)
    college = (group.known.college if group.known else "") or _college(name, kind)
    given = set(group.known.aliases) if group.known else set()
    tails = {tail for spelling in group.names if group.kind is ActorKind.ORGANISATION and (tail := proper_tail(spelling))}
    aliases = tuple(sorted((set(group.names) | given | tails) - {name}))
    return Actor(name, kind, college, aliases, tuple(sorted(group.mentions)))


def _fullest(group: Group) -> str:
    """The most explicit spelling: most words that count, then the most frequent, then the alphabet. A rare slip of one letter never wins."""
    names = [name for name in group.names if not _is_slip(name, group) and not _is_service(name, group)] or list(group.names)
    best = min(names, key=lambda name: (-len(key_of(name, group.kind)), -_explicit(name), -group.names[name], name))
    best = best.replace("« ", "").replace("«", "").replace("“", "") if best.count("«") != best.count("»") else best
    return best if group.kind is ActorKind.ROLE else best[:1].upper() + best[1:]


def _is_slip(name: str, group: Group) -> bool:
    key = key_of(name, group.kind)
    counts: Counter[Key] = Counter()
    for other, times in group.names.items():
        counts[key_of(other, group.kind)] += times
    return any(
        (times, _is_known(other)) > (counts[key], _is_known(key))
        and other != key
        and len(joined(other)) >= LONG_ENOUGH
        and one_letter(joined(key), joined(other), key, other)
        for other, times in counts.items()
    )


def _is_known(key: Key) -> bool:
    return not entries("acronyms").isdisjoint(key)


def _is_service(name: str, group: Group) -> bool:
    """« SNCF-DDGT » is a service of « SNCF »; « EPF-IDF » says where."""
    stem, mark, service = name.rpartition("-")
    return bool(mark) and stem in group.names and service.isupper() and service.isalpha() and flattened(service) not in REGIONS


def _explicit(name: str) -> int:
    return 0 if is_short_form(name) else len(flattened(name))


def _college(name: str, kind: ActorKind) -> str:
    if kind is ActorKind.PERSON:
        return ""
    flat = flattened(name)
    return next((college for college, pattern in _colleges() if pattern.search(flat)), "")


@cache
def _colleges() -> tuple[tuple[str, re.Pattern[str]], ...]:
    pairs = (line.split(" = ", 1) for line in lines("colleges"))
    return tuple((college, re.compile(pattern)) for college, pattern in pairs)
