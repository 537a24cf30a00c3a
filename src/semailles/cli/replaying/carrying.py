"""Projects taken up from their drafts, described, held by who committed, set in time, climbed."""

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from typing import Any

from semailles.cli.replaying import changing, paying, writing
from semailles.cli.replaying.finding import Scene
from semailles.cli.replaying.script import Row
from semailles.core.identifiers import named
from semailles.projects.actions import (
    ProjectMilestoneEntry,
    add_line,
    add_project_milestone,
    climb_holder,
    commit_to,
    describe_project,
    drop_project,
    merge_projects,
    take_up,
)
from semailles.projects.actions.maturing import climb_maturity
from semailles.projects.actions.places import ProjectPlaceEntry, add_place
from semailles.projects.entries import IdentityEntry, ObstacleEntry
from semailles.projects.enums import Maturity, Sphere, StrategyVerb
from semailles.projects.models import Obstacle, Project
from semailles.workshop.entries import CommitmentEntry, Proof
from semailles.workshop.enums import CommitmentRole, Level, ProofKind, Scale
from semailles.workshop.today import today

Part = Callable[[Project, Row, Scene], object]


def carry(row: Row, scene: Scene) -> None:
    title = row.text("titre", is_needed=True)
    if scene.is_closed(title):
        return
    project = take_up(scene.project(title, row), by=scene.by)
    _describe(project, row.table("carte"), scene)
    for name, write in PARTS.items():
        for part in row.rows(name):
            write(project, part, scene)
    for name in row.texts("lieux"):
        _locate(project, name, scene)
    writing.write(project, row.table("textes"), scene)
    _climb(project, row.choice("maturite", Maturity, default=Maturity.IDEA), scene)
    _close(project, row, scene)


def _locate(project: Project, name: str, scene: Scene) -> None:
    """« Lardy », or with its INSEE code where several communes bear the name: « Sainte-Geneviève-des-Bois 91549 »."""
    label, _space, code = name.rpartition(" ")
    entry = ProjectPlaceEntry(label, code) if label and code.isdecimal() else ProjectPlaceEntry(name)
    add_place(project, entry, key=named("replayed place", str(project.public_id), name), by=scene.by)


def _climb(project: Project, wanted: Maturity, scene: Scene) -> None:
    """Step by step, as far as the file says; each stands on what the project's own rows show."""
    project.refresh_from_db()
    steps = list(Maturity)
    for _step in range(steps.index(wanted) - steps.index(Maturity(project.maturity))):
        climb_maturity(project, by=scene.by)


def _close(project: Project, row: Row, scene: Scene) -> None:
    """Merged into another, or dropped, with the reason."""
    reason = row.text("raison")
    if into := row.text("reuni_a"):
        merge_projects(project, scene.project(into, row), reason, by=scene.by)
    elif reason:
        drop_project(project, reason, by=scene.by)


def _describe(project: Project, row: Row, scene: Scene) -> None:
    """What the file does not say stays as it stands."""
    project.refresh_from_db()
    now: dict[str, Any] = {one.name: getattr(project, one.name) for one in fields(IdentityEntry) if one.name != "themes"}
    theme = project.family.theme if project.family else None
    themes = list(project.themes.all()) or ([theme] if theme else [])
    said = {
        "tagline": row.text("accroche"),
        "facilitator": row.text("animation"),
        "sphere": row.choice("sphere", Sphere, default=Sphere.FOOD) if "sphere" in row.cells else "",
        "strategy_verb": row.choice("verbe", StrategyVerb, default=StrategyVerb.PRODUCE) if "verbe" in row.cells else "",
        "scale": row.choice("echelle", Scale, default=Scale.COMMUNE) if "echelle" in row.cells else "",
        "not_quantified_reason": row.text("non_chiffre"),
        "emerged_on": row.day("ne_le"),
        "competent_body": scene.body(row.text("instance"), row) if "instance" in row.cells else None,
    }
    entry = IdentityEntry(**{**now, **{name: value for name, value in said.items() if value}, "themes": themes})
    describe_project(project, entry, revision=project.revision, by=scene.by)


def _commit(project: Project, row: Row, scene: Scene) -> None:
    entry = CommitmentEntry(scene.actor(row.text("acteur"), row), row.choice("role", CommitmentRole, default=CommitmentRole.CARRIES))
    commitment = commit_to(project, entry, by=scene.by)
    for step in row.rows("pas"):
        level = step.choice("niveau", Level, default=Level.FORESEEN)
        kind = step.choice("preuve", ProofKind, default=ProofKind.WORD)
        proof = Proof(kind, step.text("reference"), passage=step.text("passage"), note=step.text("note"))
        climb_holder(commitment, level, proof=proof, on=_day(step, scene), by=scene.by)


def _plan(project: Project, row: Row, scene: Scene) -> None:
    label = row.text("nom", is_needed=True)
    entry = ProjectMilestoneEntry(label, row.day("prevu"), real_on=row.day("reel"), responsible=row.text("responsable"))
    add_project_milestone(project, entry, key=named("replayed milestone", str(project.public_id), label), by=scene.by)


def _hinder(project: Project, row: Row, scene: Scene) -> None:
    what = row.text("frein", is_needed=True)
    line = Obstacle(initiative=project.initiative, project=project)
    entry = ObstacleEntry(what, row.text("levier"), due_on=row.day("avant"))
    add_line(line, entry, key=named("replayed obstacle", str(project.public_id), what), by=scene.by)


PARTS: dict[str, Part] = {
    "engagement": _commit,
    "jalon": _plan,
    "frein": _hinder,
    "cout": paying.cost,
    "ressource": paying.fund,
    "effet": changing.effect,
}


def _day(row: Row, scene: Scene) -> date:
    return row.day("le") or today(scene.initiative)
