"""The namings of all documents gathered into actors: one actor under all its spellings.

Groups are joined only when one single other group answers: an ambiguous short name stays alone, people will say.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from rapidfuzz.distance import Levenshtein

from semailles.engines.extracting.findings import Actor, ActorKind, ActorMention, KnownActor
from semailles.engines.extracting.flat import flattened
from semailles.engines.extracting.keys import Key, expanded, initials, is_short_form, joined, key_of, spellings, variants
from semailles.engines.extracting.lexicon import entries, lines
from semailles.engines.extracting.organisations import proper_tail

LONG_ENOUGH = 10
INITIALS_ENOUGH = 3
PART_ENOUGH = 4
MANY_IN_A_TERRITORY = frozenset(
    (word,)
    for word in (
        "mairie mairies commune communes ecole ecoles college colleges lycee lycees association associations ferme fermes gare gares cafe cafes cantine cantines "
        "creche creches ehpad mediatheque bibliotheque piscine gymnase cooperative cooperatives entreprise entreprises boulangerie epicerie musee theatre eglise"
    ).split()
)
REGIONS = frozenset({"idf", "paca", "aura", "bfc", "hdf"})


@dataclass(slots=True)
class _Group:
    """Mentions under way to one actor. `names`: how often each spelling occurs."""

    kind: ActorKind
    names: Counter[str] = field(default_factory=Counter)
    keys: set[Key] = field(default_factory=set)
    mentions: list[int] = field(default_factory=list)
    known: KnownActor | None = None

    def absorb(self, other: "_Group") -> None:
        self.names += other.names
        self.keys |= other.keys
        self.mentions += other.mentions
        self.known = self.known or other.known


def reconciled(mentions: Sequence[ActorMention], known: Sequence[KnownActor]) -> tuple[Actor, ...]:
    groups = _by_key(mentions, known)
    for rule in (_acronyms, _persons, _longer_names, _near_spellings):
        groups = _joined(groups, rule(groups))
    return tuple(sorted((_actor(group) for group in groups if group.mentions), key=lambda actor: (flattened(actor.name), actor.kind)))


def _by_key(mentions: Sequence[ActorMention], known: Sequence[KnownActor]) -> list[_Group]:
    """One group for each known actor and for each key; the same words under two kinds are one organisation first."""
    groups: list[_Group] = []
    places: dict[Key, _Group] = {}
    for actor in known:
        group = _Group(actor.kind, known=actor)
        groups.append(group)
        for name in (actor.name, *actor.aliases):
            group.keys |= {expanded(key_of(one, actor.kind)) for written in variants(name) for one in spellings(written)}
        as_person = {key_of(one, ActorKind.PERSON) for name in (actor.name, *actor.aliases) for one in variants(name)}
        places.update({key: group for key in group.keys | as_person if key not in places})
    for at, mention in enumerate(mentions):
        keys = [expanded(key_of(name, mention.kind)) for name in spellings(mention.surface)]
        found = next((places[key] for key in keys if key in places and _may_meet(places[key], mention.kind)), None)
        if found is None:
            found = _Group(mention.kind)
            groups.append(found)
        found.mentions.append(at)
        found.names.update(spellings(mention.surface))
        found.keys.update(keys)
        places.update({key: found for key in keys if key not in places})
    return groups


def _may_meet(group: _Group, kind: ActorKind) -> bool:
    return group.known is not None or group.kind is kind or ActorKind.PERSON not in {group.kind, kind}


Pairs = Iterable[tuple[int, int]]


def _joined(groups: list[_Group], pairs: Pairs) -> list[_Group]:
    """The second of each pair goes into the first."""
    into = list(range(len(groups)))

    def root(at: int) -> int:
        while into[at] != at:
            at = into[at]
        return at

    for kept, gone in pairs:
        first, second = root(kept), root(gone)
        if first != second and not (groups[first].known and groups[second].known):
            into[second] = first
            groups[first].absorb(groups[second])
    return [group for at, group in enumerate(groups) if into[at] == at]


def _acronyms(groups: list[_Group]) -> Pairs:
    """« CCHL » is the one name whose initials it gives."""
    by_initials: dict[str, set[int]] = {}
    for at, group in enumerate(groups):
        for name in _all_names(group):
            for letters in {initials(name), initials(proper_tail(name))}:
                if group.kind is ActorKind.ORGANISATION and len(letters) >= INITIALS_ENOUGH and not is_short_form(name):
                    by_initials.setdefault(letters, set()).add(at)
    for at, group in enumerate(groups):
        shorts = {flattened(name).replace("-", "").replace(".", "") for name in _all_names(group) if is_short_form(name)}
        for short in sorted(shorts):
            others = by_initials.get(short, set()) - {at}
            if len(others) == 1:
                yield others.pop(), at


def _persons(groups: list[_Group]) -> Pairs:
    """« Solène », « M. Castérot », « S. Castérot » are the one person whose full name agrees."""
    full = [
        (at, key)
        for at, group in enumerate(groups)
        if group.kind is ActorKind.PERSON
        for key in group.keys
        if len(key) > 1 and len(key[0]) > 1 and len(key[-1]) > 1
    ]
    for at, group in enumerate(groups):
        if group.kind is not ActorKind.PERSON:
            continue
        for key in sorted(group.keys):
            answers = {other for other, long in full if other != at and long != key and _same_person(key, long)}
            if len(answers) == 1:
                yield answers.pop(), at


def _same_person(short: Key, long: Key) -> bool:
    if len(short) >= len(long) and len(short[0]) > 1:
        return len(short) == len(long) and short[:-1] == long[:-1] and len(short[-1]) == 1 and long[-1].startswith(short[-1])
    heads = short[: len(long)]
    return (
        short == long[-len(short) :]
        or short == long[: len(short)]
        or all(word.startswith(part) for part, word in zip(heads, long, strict=False))
        or _initial_and_name(short, long)
    )


def _initial_and_name(short: Key, long: Key) -> bool:
    """("j", "m", "pucheu") for ("jean", "marc", "pucheu"), ("g", "mouchotte")."""
    return len(short[0]) == 1 and long[0].startswith(short[0]) and short[-1] == long[-1]


def _longer_names(groups: list[_Group]) -> Pairs:
    """« Parc national » is « Parc national des Pyrénées » when no other parc national is named."""
    named = [(at, key) for at, group in enumerate(groups) if group.kind is ActorKind.ORGANISATION for key in sorted(group.keys)]
    by_word: dict[str, list[tuple[int, Key]]] = {}
    for at, key in named:
        for word in set(key):
            by_word.setdefault(word, []).append((at, key))
    for at, key in named:
        rare = min(key, key=lambda word: len(by_word[word]), default="")
        answers = {other for other, long in by_word.get(rare, ()) if other != at and _is_part(key, long)}
        if len(answers) == 1:
            yield answers.pop(), at


def _is_part(short: Key, long: Key) -> bool:
    """« La mairie » is any of those of the territory: it is not the only one that some team named."""
    size = len(short)
    if size >= len(long) or len(joined(short)) < PART_ENOUGH or short in MANY_IN_A_TERRITORY:
        return False
    return long[:size] == short or long[-size:] == short


def _near_spellings(groups: list[_Group]) -> Pairs:
    """One letter apart in a long name (« EPD Île de France »), hyphens and spaces apart in any (« EPFIDF », « EPF-IDF »)."""
    forms = sorted(
        {(joined(key), key, at) for at, group in enumerate(groups) if group.kind is not ActorKind.ROLE for key in _every_key(group)}
    )
    by_form: dict[str, int] = {}
    for form, _, at in forms:
        if form in by_form and by_form[form] != at:
            yield by_form[form], at
        by_form.setdefault(form, at)
    long = [(form, key, at) for form, key, at in forms if len(form) >= LONG_ENOUGH]
    for first, (form, key, at) in enumerate(long):
        for other, other_key, other_at in long[first + 1 : first + 400]:
            if (
                at != other_at
                and abs(len(form) - len(other)) <= 1
                and _one_letter(form, other, key, other_key)
                and groups[at].kind is groups[other_at].kind
            ):
                yield (at, other_at) if sum(groups[at].names.values()) >= sum(groups[other_at].names.values()) else (other_at, at)


def _every_key(group: _Group) -> set[Key]:
    """Short forms written out and as they are."""
    return group.keys | {key_of(name, group.kind) for name in _all_names(group)}


def _one_letter(form: str, other: str, key: Key, other_key: Key) -> bool:
    """Numbers never differ, nor do two acronyms of real bodies (« ARS », « ARB »); an unknown one is a slip of a known one (« EPD », « EPF »)."""
    if {word for word in (*key, *other_key) if (word in key) != (word in other_key)} <= entries("acronyms"):
        return False
    if [sign for sign in form if sign.isdigit()] != [sign for sign in other if sign.isdigit()]:
        return False
    return len(key) == len(other_key) and Levenshtein.distance(form, other, score_cutoff=1) <= 1


def _all_names(group: _Group) -> list[str]:
    given = [group.known.name, *group.known.aliases] if group.known else []
    return sorted(group.names) + [one for name in given for one in spellings(name)]


def _actor(group: _Group) -> Actor:
    kind = group.known.kind if group.known else group.kind
    name = group.known.name if group.known else _fullest(group)
    college = (group.known.college if group.known else "") or _college(name, kind)
    given = set(group.known.aliases) if group.known else set()
    tails = {tail for spelling in group.names if group.kind is ActorKind.ORGANISATION and (tail := proper_tail(spelling))}
    aliases = tuple(sorted((set(group.names) | given | tails) - {name}))
    return Actor(name, kind, college, aliases, tuple(sorted(group.mentions)))


def _fullest(group: _Group) -> str:
    """The most explicit spelling: most words that count, then the most frequent, then the alphabet. A rare slip of one letter never wins."""
    names = [name for name in group.names if not _is_slip(name, group) and not _is_service(name, group)] or list(group.names)
    best = min(names, key=lambda name: (-len(key_of(name, group.kind)), -_explicit(name), -group.names[name], name))
    best = best.replace("« ", "").replace("«", "").replace("“", "") if best.count("«") != best.count("»") else best
    return best if group.kind is ActorKind.ROLE else best[:1].upper() + best[1:]


def _is_slip(name: str, group: _Group) -> bool:
    key = key_of(name, group.kind)
    counts: Counter[Key] = Counter()
    for other, times in group.names.items():
        counts[key_of(other, group.kind)] += times
    return any(
        (times, _is_known(other)) > (counts[key], _is_known(key))
        and other != key
        and len(joined(other)) >= LONG_ENOUGH
        and _one_letter(joined(key), joined(other), key, other)
        for other, times in counts.items()
    )


def _is_known(key: Key) -> bool:
    return not entries("acronyms").isdisjoint(key)


def _is_service(name: str, group: _Group) -> bool:
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
