"""Rules that bring two groups of spellings together. Each yields the group kept, the group that goes into it, and the words that say why.

A rule answers only when one single other group does: an ambiguous short name stays alone, people will say.
"""

from collections.abc import Iterator, Sequence

from semailles.engines.extracting.findings import ActorKind
from semailles.engines.extracting.flat import flattened
from semailles.engines.extracting.groups import Group, all_names, every_key, one_letter
from semailles.engines.extracting.keys import Key, initials, is_short_form, joined
from semailles.engines.extracting.lexicon import entries
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

Pair = tuple[int, int, str]  # the group kept, the group that goes, the words that say why


def acronyms(groups: Sequence[Group]) -> Iterator[Pair]:
    """« CCHL » is the one name whose initials it gives."""
    by_initials: dict[str, set[int]] = {}
    for at, group in enumerate(groups):
        for name in all_names(group):
            for letters in {initials(name), initials(proper_tail(name))}:
                if group.kind is ActorKind.ORGANISATION and len(letters) >= INITIALS_ENOUGH and not is_short_form(name):
                    by_initials.setdefault(letters, set()).add(at)
    for at, group in enumerate(groups):
        shorts = {flattened(name).replace("-", "").replace(".", "") for name in all_names(group) if is_short_form(name)}
        for short in sorted(shorts):
            others = by_initials.get(short, set()) - {at}
            if len(others) == 1:
                yield others.pop(), at, short.upper()


def persons(groups: Sequence[Group]) -> Iterator[Pair]:
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
                yield answers.pop(), at, " ".join(key)


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


def longer_names(groups: Sequence[Group]) -> Iterator[Pair]:
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
            yield answers.pop(), at, " ".join(key)


def _is_part(short: Key, long: Key) -> bool:
    """« La mairie » is any of those of the territory: it is not the only one that some team named. A body of another body is another one
    (« conseil de la communauté »)."""
    size = len(short)
    if size >= len(long) or len(joined(short)) < PART_ENOUGH or short in MANY_IN_A_TERRITORY:
        return False
    return long[:size] == short or (long[-size:] == short and not {short[0], long[0]} <= entries("body_heads"))


def near_spellings(groups: Sequence[Group]) -> Iterator[Pair]:
    """One letter apart in a long name (« EPD Île de France »), hyphens and spaces apart in any (« EPFIDF », « EPF-IDF »)."""
    forms = sorted(
        {(joined(key), key, at) for at, group in enumerate(groups) if group.kind is not ActorKind.ROLE for key in every_key(group)}
    )
    by_form: dict[str, int] = {}
    for form, _, at in forms:
        if form in by_form and by_form[form] != at and _may_be_one(groups[by_form[form]], groups[at], form):
            yield by_form[form], at, form
        by_form.setdefault(form, at)
    long = [(form, key, at) for form, key, at in forms if len(form) >= LONG_ENOUGH]
    for first, (form, key, at) in enumerate(long):
        for other, other_key, other_at in long[first + 1 : first + 400]:
            if (
                at != other_at
                and one_letter(form, other, key, other_key)
                and groups[at].kind is groups[other_at].kind
                and (groups[at].kind is not ActorKind.PERSON or key[0] == other_key[0])
            ):
                kept, gone = (at, other_at) if groups[at].names.total() >= groups[other_at].names.total() else (other_at, at)
                yield kept, gone, f"{form} ≈ {other}"


def _may_be_one(first: Group, second: Group, form: str) -> bool:
    """« Clémence » in a column of actors is the person; « Mme Maubert » is not the « Tuilerie Maubert »."""
    if ActorKind.PERSON not in {first.kind, second.kind} or first.kind is second.kind:
        return True
    body = first if second.kind is ActorKind.PERSON else second
    return all(joined(key) == form for key in every_key(body))
