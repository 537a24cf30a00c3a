"""All that the board of sorting shows: the queue, the idea that is read, what is near it, the page it comes from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from semailles.convergence.queries.kin import kin_of
from semailles.convergence.queries.nearest import nearest_of
from semailles.core.models import Person
from semailles.intake.enums import OUT, IdeaKind, IdeaState
from semailles.intake.models import Idea
from semailles.intake.queries.ideas import Wanted, named_in, sources_of
from semailles.intake.queries.sorting import TO_SORT, Queue, QueueLine, ideas_by_id, last_gesture, minutes_to_sort, queue
from semailles.publication.cues import reason_words
from semailles.web.layout.choices import Choice
from semailles.web.pages.documents.origin import origin_of
from semailles.web.pages.ideas.asked import asked
from semailles.web.pages.ideas.rows import SHAPES
from semailles.web.pages.sorting.forms import SplitForm, WordsForm
from semailles.workshop.models import Initiative, Team
from semailles.workshop.rules import may_shape

MOST_CUES = 4
STATES = (TO_SORT, IdeaState.LATER, IdeaState.KEPT, IdeaState.MERGED, IdeaState.SET_ASIDE)


@dataclass(frozen=True, slots=True)
class Filtered:
    """The queue as the address asks for it."""

    wanted: Wanted
    choices: tuple[Choice, ...]
    teams: Mapping[int, Team]
    queue: Queue
    kept: str  # what was asked, to be asked again

    def address(self, idea: UUID | None) -> str:
        given = "&".join(part for part in (self.kept, f"idee={idea}" if idea else "") if part)
        return f"{reverse('sort')}?{given}" if given else reverse("sort")


def reasons() -> tuple[str, ...]:
    """Those that come most often; any other may be written."""
    return (
        _("An observation, not a proposal"),
        _("An example from elsewhere"),
        _("It exists already"),
        _("A legal duty"),
        _("Outside the territory"),
        _("A task of the workshop, not a project"),
    )


def filtered(initiative: Initiative, query: QueryDict) -> Filtered:
    known = asked(initiative, query, states=_states())
    choices = tuple(choice for choice in known.choices if choice.name in {"equipe", "document", "genre", "etat", "tri"})
    asked_again = QueryDict(mutable=True)
    for choice in choices:
        if choice.chosen:
            asked_again[choice.name] = choice.chosen
    return Filtered(known.wanted, choices, known.teams, queue(initiative, known.wanted), asked_again.urlencode())


def board(initiative: Initiative, person: Person, found: Filtered, idea: UUID | None) -> dict[str, Any]:
    """`idea`: the one asked for; without it, or when it is not in the queue, the first that nobody has decided."""
    first = found.queue.first_waiting() or (found.queue.lines[0] if found.queue.lines else None)
    at = found.queue.place(idea)
    line = found.queue.lines[at] if at is not None else first
    context: dict[str, Any] = {"found": found, "queue": found.queue, "reasons": reasons(), "last": last_gesture(initiative, person)}
    context |= {"minutes": minutes_to_sort(found.queue.left), "may_decide": may_shape(person, initiative)}
    context["percent"] = 100 * found.queue.sorted / found.queue.total if found.queue.total else 0
    if line is None:
        return context
    here = found.queue.place(line.public_id) or 0
    context |= {"rows": [_row(found, rank, one, line) for rank, one in found.queue.around(here)], "here": here + 1, "idea_at": line}
    before, after = found.queue.lines[here - 1 : here], found.queue.lines[here + 1 : here + 2]
    context |= {"before": found.address(before[0].public_id) if before else "", "after": found.address(after[0].public_id) if after else ""}
    return context | _reading(initiative, line.public_id)


def _states() -> tuple[tuple[str, str], ...]:
    known = {TO_SORT: _("to be sorted"), **{str(state): str(state.label) for state in IdeaState}}
    return tuple((str(state), known[str(state)]) for state in STATES)


def _row(found: Filtered, rank: int, line: QueueLine, here: QueueLine) -> dict[str, Any]:
    team = found.teams.get(line.team)
    letter, state = (team.letter if team else ""), IdeaState(line.state)
    return {
        "rank": rank,
        "id": line.public_id,
        "url": found.address(line.public_id),
        "title": line.title,
        "mark": f"{letter}{line.number or ''}",
        "team": letter.lower(),
        "shape": SHAPES[state],
        "state": state.label,
        "is_here": line.public_id == here.public_id,
    }


def _reading(initiative: Initiative, public_id: UUID) -> dict[str, Any]:
    idea: Idea = ideas_by_id(initiative, [public_id])[0]
    sources, cues = sources_of(idea), [(code, words) for code, words, weight in idea.cues if weight > 0]
    return {
        "idea": idea,
        "is_out": idea.state in OUT,
        "sources": sources,
        "origin": origin_of(sources[0]) if sources else None,
        "named": named_in(initiative, sources),
        "kin": kin_of(idea),
        "near": nearest_of(idea),
        "reason": reason_words(cues, most=MOST_CUES),
        "kinds": IdeaKind.choices,
        "form": WordsForm(idea),
        "split_form": SplitForm(),
    }
