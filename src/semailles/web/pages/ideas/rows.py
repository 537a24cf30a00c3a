"""A page of the list, as its template prints it: everything is read here, in three queries for fifty rows."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from semailles.convergence.queries.kin import met_in
from semailles.intake.enums import IdeaKind, IdeaState, PassageKind
from semailles.intake.queries.ideas import IdeaLine, SpokenAt, lines, spoken_at
from semailles.publication.words import place_in
from semailles.web.layout.links import address, passage_address
from semailles.workshop.models import Initiative, Team

Row = dict[str, Any]
SHAPES = {
    IdeaState.SUGGESTED: "draft",
    IdeaState.LATER: "draft",
    IdeaState.KEPT: "state yes",
    IdeaState.MERGED: "state half",
    IdeaState.SPLIT: "state half",
    IdeaState.SET_ASIDE: "state no",
}


def rows(initiative: Initiative, keys: Sequence[int], teams: Mapping[int, Team]) -> list[Row]:
    places, families = spoken_at(initiative, keys), met_in(initiative, keys)
    kinds = {str(kind): str(label) for kind, label in IdeaKind.choices}
    states = {str(state): (SHAPES[state], str(state.label)) for state in IdeaState}
    found = []
    for line in lines(initiative, keys):
        row = _row(line, teams[line.team].letter if line.team in teams else "")
        row["kind"], (row["shape"], row["state"]) = kinds[line.kind], states[line.state]
        found.append(row | _place(places.get(line.pk)) | _family(families.get(line.pk)))
    return found


def _row(line: IdeaLine, letter: str) -> Row:
    mark = f"{letter}{line.number}" if line.number else ""
    return {"mark": mark, "team": letter.lower(), "url": address("idea", line.public_id), "title": line.title, "reason": line.reason}


def _place(said: SpokenAt | None) -> Row:
    if said is None:
        return {}
    where = place_in(said.path, said.locator, is_note=said.kind == PassageKind.NOTE, cover=said.cover)
    if not said.is_latest:
        where = _("%(place)s, which no longer says it") % {"place": where}
    earlier = "" if said.is_latest else said.fingerprint
    return {"where": where, "where_url": passage_address(said.document, said.rank, (said.start, said.end), earlier)}


def _family(met: tuple[UUID, str] | None) -> Row:
    return {"family": met[1], "family_url": address("convergence", met[0])} if met else {}
