"""Namings of actors in one document, in reading order."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from semailles.engines.blocks import Block, BlockKind
from semailles.engines.extracting.callings import called, who_speaks
from semailles.engines.extracting.duties import find_duties
from semailles.engines.extracting.findings import ActorKind, ActorMention, KnownActor, Span
from semailles.engines.extracting.flat import Token, flattened, tokens
from semailles.engines.extracting.headers import Column, column
from semailles.engines.extracting.known_names import Found, KnownNames
from semailles.engines.extracting.lexicon import entries
from semailles.engines.extracting.naming import (
    after_person,
    before_person,
    beside_people,
    closed,
    in_actor_cell,
    is_source,
    named_by_action,
    named_by_apposition,
    named_by_initials,
    named_by_mark,
    with_mark,
)
from semailles.engines.extracting.organisations import acronyms, find_bodies, proper_tail
from semailles.engines.extracting.people import LISTED, alone, find_people, first_names
from semailles.engines.extracting.phrasebook import Phrasebook
from semailles.engines.extracting.roles import find_roles
from semailles.engines.extracting.units import Sense, sense

SHORTEST_NAME = 3
WORDS_OF_A_PERSON = 2
PUBLICS = re.compile(r"\b(?:pour qui|publics?|beneficiaires?|destinataires?|concernes)\b")
RANK = {ActorKind.ORGANISATION: 0, ActorKind.PERSON: 1, ActorKind.ROLE: 2}


def find_actors(blocks: Sequence[Block], known: Sequence[KnownActor]) -> list[ActorMention]:
    """Known spellings win, then the longest name; two namings overlap only where a duty holds the name of whom it serves."""
    book = KnownNames(known)
    called = frozenset(tokens(actor.name)[0].flat for actor in known if actor.kind is ActorKind.PERSON and tokens(actor.name))
    words = [tokens(block.text) for block in blocks]
    vocabulary = frozenset(word.flat for its_words in words for word in its_words if not word.capital)
    first = [_in_block(block, its_words, book, vocabulary) for block, its_words in zip(blocks, words, strict=True)]
    again = _names_again(blocks, first, called)
    mentions: list[ActorMention] = []
    for at, (block, its_words, found) in enumerate(zip(blocks, words, first, strict=True)):
        everything = [
            (start, closed(block.text, start, end), kind) for start, end, kind in [*found, *_second_look(block.text, its_words, again)]
        ]
        duties = find_duties(block.text, its_words) if block.kind != BlockKind.TITLE else ()
        named = _with_duties(_kept(everything), duties)
        mentions += [ActorMention(Span(at, start, end), block.text[start:end], kind) for start, end, kind in named]
    return mentions


def find_known(texts: Iterable[str], known: Sequence[KnownActor]) -> Iterator[list[Found]]:
    """Of each text, where it names these actors by a spelling that is known, and nothing else."""
    book = KnownNames(known)
    for text in texts:
        yield book.find(text, tokens(text))


class _Again:
    """Names learnt in the document that return in short: « Les Oyats », « Maryvonne »."""

    def __init__(self, tails: Iterable[str], persons: Iterable[str]) -> None:
        self.tails = Phrasebook((tail, True) for tail in tails)
        self.first_names = frozenset(persons)


def _in_block(block: Block, words: Sequence[Token], book: KnownNames, vocabulary: frozenset[str]) -> list[Found]:
    text, listed = block.text, _lists_people(block)
    given = book.find(text, words)
    people = (*find_people(text, words, listed=listed), *who_speaks(text), *called(text, words))
    persons = [(start, end, ActorKind.PERSON) for start, end in people]
    naming = listed or bool(_cells(block, publics=True))
    roles = [(start, end, ActorKind.ROLE) for start, end in find_roles(text, words, naming=naming)] if block.kind != BlockKind.TITLE else []
    found = _with(given, _kept([*_organisations(text, words, vocabulary), *persons, *roles]))
    found = _with(found, [(start, end, ActorKind.ORGANISATION) for start, end in (*named_by_action(text), *_around_people(text, found))])
    beside = _beside(block, found) if listed else ()
    return _with(found, [(start, end, _kind_in_list(text[start:end])) for start, end in (*_cells(block), *beside)])


def _with_duties(named: Sequence[Found], duties: Iterable[tuple[int, int]]) -> list[Found]:
    """A duty may hold the name of the body that it serves: « technicien de l’ONF » and « ONF » are two actors. It takes the place of a
    shorter role, and gives way to a name that begins before it or is as long."""
    kept = list(named)
    for start, end in duties:
        inside = [one for one in kept if one[0] < end and one[1] > start]
        if all(start <= first and last <= end and (first, last) != (start, end) for first, last, _ in inside):
            kept = [one for one in kept if one not in inside or one[2] is not ActorKind.ROLE]
            kept.append((start, end, ActorKind.ROLE))
    return sorted(kept)


def _kind_in_list(name: str) -> ActorKind:
    """« Gastebois Pierre »: in a table, a person may stand by the family name first."""
    both = tokens(name)
    reversed_name = len(both) == WORDS_OF_A_PERSON and both[1].flat in first_names() and both[0].flat not in entries("body_heads")
    return ActorKind.PERSON if reversed_name else ActorKind.ORGANISATION


def _organisations(text: str, words: Sequence[Token], vocabulary: frozenset[str]) -> list[Found]:
    spans = (
        *find_bodies(text, words),
        *acronyms(text, words, vocabulary),
        *named_by_apposition(text),
        *named_by_initials(text, words),
        *named_by_mark(text),
    )
    return [(start, with_mark(text, end), ActorKind.ORGANISATION) for start, end in spans if not is_source(text, start, end)]


def _with(better: Sequence[Found], others: Sequence[Found]) -> list[Found]:
    """The better readings, and the others where no better one stands."""
    found = sorted(better)
    starts = [start for start, _, _ in found]
    kept = []
    for start, end, kind in others:
        at = bisect_right(starts, start)
        if (at == 0 or found[at - 1][1] <= start) and (at == len(found) or found[at][0] >= end):
            kept.append((start, end, kind))
    return sorted([*found, *kept])


def _around_people(text: str, found: Sequence[Found]) -> list[tuple[int, int]]:
    """The body in brackets after a person, or before a person in brackets."""
    persons = [(start, end) for start, end, kind in found if kind is ActorKind.PERSON]
    return [span for start, end in persons for span in (*after_person(text, end), *before_person(text, start))]


def _beside(block: Block, found: Sequence[Found]) -> Iterable[tuple[int, int]]:
    """In a list of people, the body that each belongs to."""
    persons = [end for _, end, kind in found if kind is ActorKind.PERSON]
    if block.kind != BlockKind.ITEM or len(persons) != 1:
        return []
    names = [span for span in beside_people(block.text, persons[0]) if not LISTED.match(flattened(block.text[span[0] : span[1]]))]
    return [span for span in names if tokens(block.text[span[0] : span[1]])[0].flat not in first_names()]


def _cells(block: Block, *, publics: bool = False) -> list[tuple[int, int]]:
    """The names under « Qui » or « Partenaires »; a column « Pour qui » holds publics, which are roles or nothing."""
    named = [
        cell for cell in block.cells if column(cell.header) is Column.ACTOR and (publics or not PUBLICS.search(flattened(cell.header)))
    ]
    return [span for cell in named for span in in_actor_cell(block.text, cell.start, cell.end)]


def _lists_people(block: Block) -> bool:
    flat = flattened(block.text)
    heads = " ".join(block.path[-1:])
    return bool(LISTED.match(flat)) or (
        block.kind == BlockKind.ITEM
        and sense(heads) is Sense.BAD
        and any(word in flattened(heads) for word in ("present", "excus", "absent", "particip", "etaient la", "signat", "equipe"))
    )


def _names_again(blocks: Sequence[Block], first: Sequence[Sequence[Found]], called: frozenset[str]) -> _Again:
    """`called`: first names of the persons known, who need not be named in full here."""
    tails, persons = set(), set(called)
    for block, found in zip(blocks, first, strict=True):
        for start, end, kind in found:
            surface = block.text[start:end]
            if kind is ActorKind.ORGANISATION and (tail := proper_tail(surface)):
                tails.add(tail)
            if kind is ActorKind.PERSON:
                name = tokens(surface)[0]
                if len(name.flat) >= SHORTEST_NAME and name.flat not in {"mme", "monsieur", "madame", "docteur", "mlle"}:
                    persons.add(name.flat)
    return _Again(tails, persons)


def _second_look(text: str, words: Sequence[Token], again: _Again) -> list[Found]:
    tails = [
        (words[match.first].start, words[match.last - 1].end, ActorKind.ORGANISATION)
        for match in again.tails.find(words)
        if words[match.first].capital
    ]
    return tails + [(start, end, ActorKind.PERSON) for start, end in alone(text, words, again.first_names)]


def _kept(found: Sequence[Found]) -> list[Found]:
    """Longest first; what overlaps something longer goes."""
    starts: list[int] = []
    ends: list[int] = []
    taken: list[Found] = []
    for start, end, kind in sorted(found, key=lambda one: (one[0] - one[1], RANK[one[2]], one[0])):
        at = bisect_right(starts, start)
        if (at == 0 or ends[at - 1] <= start) and (at == len(starts) or starts[at] >= end):
            starts.insert(at, start)
            ends.insert(at, end)
            taken.append((start, end, kind))
    return sorted(taken)
