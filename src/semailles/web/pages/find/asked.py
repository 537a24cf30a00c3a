"""What the address of the search asks for, and what a reader may choose, with the number of answers beside each choice."""

import contextlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext as _

from semailles.core.search import THING
from semailles.intake.enums import IdeaState, ReadStatus
from semailles.projects.enums import Maturity
from semailles.publication.answering import KINDS
from semailles.web.layout.choices import Choice
from semailles.workshop.models import Initiative, Place, Theme
from semailles.workshop.queries import lettered_teams

LONGEST = 200  # signs of the words looked for
MOST_OPTIONS = 60  # of one list: the largest; who looks for another adds a word
NAMES = {THING: "genre", "team": "equipe", "theme": "theme", "place": "lieu", "state": "etat"}  # in the address
Named = Callable[[Initiative, Iterable[str]], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Asked:
    """`chosen`: by facet, the value wanted, empty for any."""

    question: str
    chosen: Mapping[str, str]
    page: int

    @property
    def is_narrowed(self) -> bool:
        return any(self.chosen.values())


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of things that answer, and the address that keeps to it."""

    label: str
    count: int
    url: str
    is_chosen: bool


def asked(query: QueryDict) -> Asked:
    page = query.get("page", "")
    chosen = {facet: query.get(name, "").strip()[:LONGEST] for facet, name in NAMES.items()}
    return Asked(query.get("q", "")[:LONGEST].strip(), chosen, int(page) if page.isdecimal() and len(page) < len(str(10**6)) else 1)


def kinds(wanted: Asked, counts: "Mapping[str, Counter[str]]") -> tuple[Kind, ...]:
    """Everything first."""
    found = counts[THING]
    every = _kind(wanted, "", _("Everything"), found.total())
    return every, *(_kind(wanted, kind, label, found[kind]) for kind, label in kind_names().items() if found[kind])


def choices(initiative: Initiative, wanted: Asked, counts: "Mapping[str, Counter[str]]") -> tuple[Choice, ...]:
    """The other facets; three queries, whatever answers."""
    lists: tuple[tuple[str, str, str, Named], ...] = (
        ("team", _("Team"), _("all teams"), _teams),
        ("theme", _("Theme"), _("all themes"), _themes),
        ("place", _("Place"), _("all places"), _places),
        ("state", _("State"), _("all states"), lambda _initiative, values: _states(values)),
    )
    return tuple(
        Choice(
            NAMES[facet],
            label,
            any_of,
            _options(wanted, facet, named(initiative, {*counts[facet], wanted.chosen[facet]}), counts[facet]),
            wanted.chosen[facet],
        )
        for facet, label, any_of, named in lists
    )


def kind_names() -> dict[str, str]:
    names = (_("Projects"), _("Convergences"), _("Ideas"), _("Actors"), _("Documents"), _("Themes"), _("Passages"))
    return dict(zip(KINDS, names, strict=True))


def _options(wanted: Asked, facet: str, names: Mapping[str, str], counts: "Counter[str]") -> tuple[tuple[str, str], ...]:
    """Those that have answers, the chosen one in any case, in the order of their names; the largest when there are too many."""
    largest = {value for value, _count in counts.most_common(MOST_OPTIONS)} | {wanted.chosen[facet]}
    return tuple((value, f"{name} ({counts[value]})") for value, name in names.items() if value in largest)


def _kind(wanted: Asked, value: str, label: str, count: int) -> Kind:
    said = {NAMES[name]: chosen for name, chosen in {**wanted.chosen, THING: value}.items() if chosen}
    query = QueryDict(mutable=True)
    query.update({"q": wanted.question, **said})
    return Kind(label, count, f"?{query.urlencode()}", is_chosen=wanted.chosen[THING] == value)


def _teams(initiative: Initiative, values: Iterable[str]) -> Mapping[str, str]:
    return {letter: f"{letter} · {team}" for letter, team in lettered_teams(initiative).items() if letter in set(values)}


def _themes(initiative: Initiative, values: Iterable[str]) -> Mapping[str, str]:
    rows = Theme.objects.of(initiative).filter(public_id__in=_ids(values)).order_by("title")
    return {str(key): title for key, title in rows.values_list("public_id", "title")}


def _places(initiative: Initiative, values: Iterable[str]) -> Mapping[str, str]:
    rows = Place.objects.of(initiative).filter(public_id__in=_ids(values)).order_by("name", "insee")
    return {str(key): name for key, name in rows.values_list("public_id", "name")}


def _ids(values: Iterable[str]) -> list[UUID]:
    """What was typed in the address may be no id."""
    found = []
    for value in values:
        with contextlib.suppress(ValueError):
            found.append(UUID(value))
    return found


def _states(values: Iterable[str]) -> Mapping[str, str]:
    """Of ideas, of documents, of projects, in the order in which they are gone through."""
    known = [*IdeaState.choices, *ReadStatus.choices, *Maturity.choices]
    return {str(state): str(label) for state, label in known if state in set(values)}
