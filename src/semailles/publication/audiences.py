"""Three audiences, each a projection computed here and nowhere else.

Facilitator: everything. Working document: no person, no contact, no contradiction. Public edition: not printed yet.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from itertools import pairwise
from typing import Protocol, TypeVar, cast

from semailles.core.audience import Audience
from semailles.core.masking import CONTACT as CONTACT_MASK
from semailles.core.masking import PERSON
from semailles.engines.budgeting import Line
from semailles.engines.words import fold
from semailles.publication.carried import CarriedView
from semailles.publication.dictated import dictated, ordinary_words, without_dictated
from semailles.publication.shown import shown
from semailles.publication.signed import signatures, without_authors
from semailles.publication.views import ActorView, BudgetView, ExcerptView, IdeaView, ProjectView, Snapshot

LONGEST_QUOTE = 300
CONTACT = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+|(?:\+33 ?|\b0)[1-9](?:[ .-]?\d{2}){4}\b")
SHORTEST_NAME = 3
PART_OF_NAME = re.compile(r"(?<![\w’'-])[A-ZÀ-ÖØ-Þ][^\W\d_]{2,}(?![\w-])")  # a first name said alone, a family name
TITLES = frozenset({"Madame", "Monsieur", "Mme", "Mlle", "Docteur", "Maître"})
SIGNATURE = re.compile(
    r"[A-ZÀ-ÖØ-Þ][\w’'-]+(?: (?:de|du|des|d’|d'|la|le|von|van|el))*(?: [A-ZÀ-ÖØ-Þ][\w’'.-]*){1,3}"
)  # « Anne de La Tour »
WORDS = re.compile(r"\w+")
T = TypeVar("T")
_Row = tuple[str, frozenset[tuple[str, int | str]]]  # a document and a place in it


class Circle(Protocol):
    def __call__(self, *texts: str, authors: tuple[str, ...] = ()) -> Audience:
        """The widest circle that may read all of these texts. `authors`: who signed them elsewhere."""


def circles(full: Snapshot) -> Circle:
    """What names a person or a contact stays with the facilitator; nothing is public yet."""
    mask = _Mask(full)

    def circle(*texts: str, authors: tuple[str, ...] = ()) -> Audience:
        return Audience.WORKING if all(mask(text, authors) == text for text in texts) else Audience.FACILITATOR

    return circle


def for_working_document(full: Snapshot) -> Snapshot:
    """What steering committee and working groups may read: no person, no contact; what is quoted masks them and is at most 300 signs long.

    That length is the same whatever may become of the document itself: its `diffusion` opens the file, never longer quotes.
    """
    mask = _Mask(full)
    hidden = {actor.id for actor in full.actors if actor.is_person}
    full = shown(full)
    ideas = tuple(_idea(idea, mask, hidden) for idea in full.ideas)
    return replace(
        full,
        ideas=ideas,
        by_id={idea.id: idea for idea in ideas},
        families=tuple(replace(family, title=mask(family.title, signing(full, family.ideas))) for family in full.families),
        actors=tuple(told for actor in full.actors if not actor.is_person and (told := _actor(actor, mask))),
        claims=(),
        authors=(),
        projects=tuple(_project(project, mask, hidden, signing(full, project.ideas)) for project in full.projects),
        closed=_masked(full.closed, mask),
        warnings=(),
        budget=_budget(full.budget, mask),
        plan=_masked(full.plan, mask),
        bodies=_masked(full.bodies, mask),
    )


def carried_in_print(full: Snapshot, carried: Mapping[str, CarriedView]) -> dict[str, CarriedView]:
    """What `for_working_document` is to the snapshot: commitments at their level, no person, no contact of a person."""
    mask = _Mask(full)
    hidden = {actor.id for actor in full.actors if actor.is_person}
    return {project: _carried(one, mask, hidden) for project, one in carried.items()}


def masking(full: Snapshot) -> Callable[[str], str]:
    """How `for_working_document` masks, for a text that the snapshot does not hold."""
    return _Mask(full)


def signing(full: Snapshot, ideas: Iterable[str]) -> tuple[str, ...]:
    """Who signed these ideas elsewhere."""
    return tuple(dict.fromkeys(author for idea in ideas if idea in full.by_id for author in full.idea(idea).authors))


class _Mask:
    """Puts « [a person] » and « [contact] » in the place of names and contacts."""

    def __init__(self, full: Snapshot) -> None:
        self._person, self._contact = str(PERSON), str(CONTACT_MASK)
        self._named = _named(full)
        self._ordinary = ordinary_words(_said(full))
        self._others = {fold(name) for actor in full.actors if not actor.is_person for name in _names(actor)}
        self._words_of_others = {fold(word) for word in _words_of_others(full)}
        self._dictated: dict[_Row, list[tuple[int, int]]] = defaultdict(list)
        for source in (source for idea in full.ideas for source in idea.sources):
            spans = dictated(source.quote, ordinary=self._ordinary)
            self._dictated[_row(source)] += [(source.start + start, source.start + end) for start, end in spans]
        self._signing = {_row(source): idea.authors for idea in full.ideas if idea.authors for source in idea.sources}

    def __call__(self, text: str, authors: tuple[str, ...] = ()) -> str:
        """`authors`: who signed this text on another platform; their names are masked in it however they are written."""
        bare = CONTACT.sub(self._contact, text)
        signed = signatures(author for author in authors if fold(author) not in self._others)
        bare = without_authors(bare, signed, self._person, ordinary=self._words_of_others)
        bare = without_dictated(bare, self._person, ordinary=self._ordinary)
        return self._named.sub(self._person, bare) if self._named else bare

    def is_dictated(self, mention: ExcerptView) -> bool:
        """Does it stand in a name that dictation wrote in small letters?"""
        return any(start <= mention.start and mention.end <= end for start, end in self._dictated.get(_row(mention), ()))

    def quoted(self, excerpt: ExcerptView) -> str:
        """Its words, shortened; masked too are those who signed the row that it stands in."""
        return shortened(self(excerpt.quote, self._signing.get(_row(excerpt), ())))


def _row(excerpt: ExcerptView) -> _Row:
    return excerpt.document.id, frozenset(excerpt.locator.items())


def _named(full: Snapshot) -> re.Pattern[str] | None:
    persons = [actor for actor in full.actors if actor.is_person]
    names = {name for person in persons for name in _names(person) if len(name) >= SHORTEST_NAME}
    names |= {part for name in names for part in PART_OF_NAME.findall(name)} - _words_of_others(full) - TITLES
    names |= _authors(full)
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, longest_first)) + r")(?![\w-])") if names else None


def _authors(full: Snapshot) -> set[str]:
    """Those of other platforms who sign as persons do, when an idea says their names; an organisation that the documents name is none."""
    others = {fold(name) for actor in full.actors if not actor.is_person for name in _names(actor)}
    every = {author for several in full.authors for author in several.split(", ")}
    signed = {author for author in every if SIGNATURE.fullmatch(author) and fold(author) not in others}
    said = {pair for text in _said(full) for pair in pairwise(WORDS.findall(text))} if signed else set()
    return {author for author in signed if tuple(WORDS.findall(author)[:2]) in said}


def _said(full: Snapshot) -> Iterator[str]:
    for idea in full.ideas:
        yield from (idea.title, idea.text, *(source.quote for source in idea.sources))
    for project in full.projects:
        yield from (*project.written.values(), *(one.quote for found in project.statements.values() for one in found))


def _names(actor: ActorView) -> tuple[str, ...]:
    return (actor.name, *actor.aliases, *(one.quote for one in actor.mentions))


def _words_of_others(full: Snapshot) -> set[str]:
    """Words of organisations, roles and places: « Martin » of the farm « Chez Martin » is no name to mask everywhere."""
    others = [name for actor in full.actors if not actor.is_person for name in _names(actor)]
    return {word for name in (*others, *(place.name for place in full.places)) for word in re.findall(r"[^\W\d_]+", name)}


def shortened(quote: str) -> str:
    if len(quote) <= LONGEST_QUOTE:
        return quote
    return quote[: LONGEST_QUOTE - 1].rpartition(" ")[0].rstrip(" ,;:–-") + "…"


def _excerpt(excerpt: ExcerptView, mask: _Mask) -> ExcerptView:
    return replace(excerpt, quote=mask.quoted(excerpt))


def _idea(idea: IdeaView, mask: _Mask, hidden: set[str]) -> IdeaView:
    text = mask(idea.text, idea.authors)
    return replace(
        idea,
        title=mask(idea.title, idea.authors),
        text=text if idea.is_written else shortened(text),
        authors=(),
        sources=tuple(_excerpt(source, mask) for source in idea.sources),
        actors=tuple(actor for actor in idea.actors if actor not in hidden),
    )


def _actor(actor: ActorView, mask: _Mask) -> ActorView | None:
    """None when the documents only name somebody who is called so: « mme boucher » is no butcher."""
    mentions = tuple(mention for mention in actor.mentions if not mask.is_dictated(mention))
    if actor.mentions and not mentions:
        return None
    return replace(actor, mentions=tuple(_excerpt(mention, mask) for mention in mentions))


def _project(project: ProjectView, mask: _Mask, hidden: set[str], authors: tuple[str, ...]) -> ProjectView:
    return replace(
        project,
        title=mask(project.title, authors),
        written={section: mask(text) for section, text in project.written.items()},
        statements={section: tuple(_excerpt(one, mask) for one in found) for section, found in project.statements.items()},
        commitments=tuple(
            replace(one, excerpt=_excerpt(one.excerpt, mask) if one.excerpt else None)
            for one in project.commitments
            if one.actor not in hidden
        ),
    )


def _carried(one: CarriedView, mask: _Mask, hidden: set[str]) -> CarriedView:
    seen = (holder for holder in one.holders if holder.actor not in hidden)
    return replace(
        _masked(replace(one, budget=BudgetView(), holders=()), mask),
        holders=tuple(replace(holder, proof=mask(holder.proof)) for holder in seen),
        budget=_budget(one.budget, mask),
        traits={name: (label, mask(value)) for name, (label, value) in one.traits.items()},
        parts={idea: mask(part) for idea, part in one.parts.items()},
        contact=one.contact,  # the one that people give as public
    )


def _budget(budget: BudgetView, mask: _Mask) -> BudgetView:
    """Lines at the level that counts; totals that disagree and other budgets are the facilitator's."""

    def said(excerpt: ExcerptView | None) -> ExcerptView | None:
        return _excerpt(excerpt, mask) if excerpt else None

    return replace(
        budget,
        costs=tuple(replace(line, item=mask(line.item), detail=mask(line.detail), excerpt=said(line.excerpt)) for line in budget.costs),
        fundings=tuple(
            replace(line, funder=mask(line.funder), detail=mask(line.detail), excerpt=said(line.excerpt), sure=("", ""))
            for line in budget.fundings
        ),
        balance=replace(budget.balance, in_kind=tuple(_given(line, mask) for line in budget.balance.in_kind)) if budget.balance else None,
        totals=(),
        apart=tuple(_excerpt(one, mask) for one in budget.apart),
        others=(),
    )


def _masked(value: T, mask: _Mask) -> T:
    """Every text of a tree of values, whatever names it holds."""
    return cast(T, _over(value, mask))


def _over(value: object, mask: _Mask) -> object:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return mask(value)
    if isinstance(value, tuple):
        return tuple(_over(item, mask) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _over(getattr(value, field.name), mask) for field in fields(value)})
    return value


def _given(line: Line, mask: _Mask) -> Line:
    return replace(line, label=mask(line.label), detail=mask(line.detail))
