"""The working document: the whole tree, from a snapshot already narrowed to its readers."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from semailles.engines.typesetting import tree
from semailles.publication.carried import NONE, Carried
from semailles.publication.roadmap import back, budget_and_calendar, entries, front, how_far, matrix, narrative, sheets
from semailles.publication.views import Snapshot
from semailles.publication.words import source_words


@dataclass(frozen=True, slots=True)
class Room:
    """How much the book prints when it must stay short: entries under each title, singular ideas, index lines. None: all of them."""

    convergences: int | None = None
    singulars: int | None = None
    index: int | None = None


def compose(full: Snapshot, *, on: date, room: Room, carried: Carried = NONE) -> tree.Roadmap:
    return tree.Roadmap(
        lang=full.frame.lang,
        teams=tuple(tree.Team(team.letter, team.name) for team in full.teams),
        ideas=_ideas(full, room),
        cover=front.cover(full, on=on),
        essential=front.essential(full, carried),
        narrative=narrative.narrative(full),
        matrix=matrix.matrix(full),
        sheets=sheets.sheets(full, carried),
        sheets_title=how_far.sheets_title(carried),
        convergences=entries.other_convergences(full, room.convergences),
        singulars=entries.singular_ideas(full, room.singulars),
        closed=entries.closed_projects(full),
        actors=back.actors(full),
        index_title=_("Index of ideas"),
        index_note=back.index_note(full, room.index),
        colophon=back.colophon(full, on=on),
        process=budget_and_calendar.process_part(full),
    )


def _ideas(full: Snapshot, room: Room) -> tuple[tree.IdeaEntry, ...]:
    """In a book kept short, the index keeps the ideas that the other pages call."""
    numbers = {idea: project.number for project in reversed(full.projects) for idea in project.ideas}
    first = {idea.id for idea in full.ideas[: room.index]}
    kept = [idea for idea in full.ideas if idea.id in first or idea.id in numbers]
    return tuple(
        tree.IdeaEntry(idea.mark, idea.letter, idea.title, idea.sources[0].quote, source_words(idea.sources[0]), numbers.get(idea.id))
        for idea in kept
    )
