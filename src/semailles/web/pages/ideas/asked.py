"""What the address of the list asks for, and what a reader may choose. What is not there is not asked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.http import QueryDict
from django.utils.translation import gettext as _

from semailles.intake.enums import IdeaKind, IdeaState
from semailles.intake.models import Document
from semailles.intake.queries.ideas import Wanted
from semailles.publication.words import printable
from semailles.web.layout.choices import Choice
from semailles.workshop.models import Initiative, Team, Theme
from semailles.workshop.queries import lettered_teams

EVERYTHING = "all"
Options = tuple[tuple[str, str], ...]
LONGEST = 200  # signs of the words looked for


@dataclass(frozen=True, slots=True)
class Asked:
    wanted: Wanted
    theme: UUID | None
    choices: tuple[Choice, ...]
    teams: Mapping[int, Team]

    @property
    def is_anything(self) -> bool:
        """Whether some ideas are left out of the list."""
        return bool(self.wanted.words.strip()) or any(choice.chosen for choice in self.choices if choice.name != "tri")


def asked(initiative: Initiative, query: QueryDict, *, states: Options = ()) -> Asked:
    """`states`: those that may be chosen, when they are not all of them."""
    lettered = lettered_teams(initiative)
    teams = {team.pk: team for team in lettered.values()}
    choices = tuple(_chosen(choice, query.get(choice.name, "")) for choice in _choices(initiative, lettered, states))
    said = {choice.name: choice.chosen for choice in choices}
    wanted = Wanted(
        team=said["equipe"],
        kind=said["genre"],
        state=said["etat"],
        document=UUID(said["document"]) if said["document"] else None,
        words=query.get("mots", "")[:LONGEST],
        order=said["tri"] or "team",
        teams=tuple(teams),
    )
    return Asked(wanted, UUID(said["theme"]) if said["theme"] else None, choices, teams)


def _choices(initiative: Initiative, lettered: Mapping[str, Team], states: Options) -> Iterable[Choice]:
    teams = tuple((letter, f"{letter} · {team}") for letter, team in lettered.items())
    themes = tuple((str(key), title) for key, title in Theme.objects.of(initiative).standing().values_list("public_id", "title"))
    documents = Document.objects.of(initiative).values_list("public_id", "path")
    every = (*((str(state), str(label)) for state, label in IdeaState.choices), (EVERYTHING, _("all, even what is no longer said")))
    return (
        Choice("equipe", _("Team"), _("all teams"), teams),
        Choice("theme", _("Theme"), _("all themes"), themes),
        Choice("genre", _("Kind"), _("all kinds"), tuple((str(kind), str(label)) for kind, label in IdeaKind.choices)),
        Choice("etat", _("State"), _("all") if states else _("what stands"), states or every),
        Choice("document", _("Document"), _("all documents"), tuple((str(key), printable(path)) for key, path in documents)),
        Choice("tri", _("Order"), _("by team"), (("score", _("the surest first")),)),
    )


def _chosen(choice: Choice, typed: str) -> Choice:
    known = typed in {value for value, _label in choice.options}
    return Choice(choice.name, choice.label, choice.any_of, choice.options, typed if known else "")
