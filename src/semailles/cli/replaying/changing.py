"""What projects change: a figure with where it comes from, or why there is none."""

from semailles.cli.replaying.finding import Scene
from semailles.cli.replaying.script import Row
from semailles.core.identifiers import named
from semailles.projects.actions import add_line
from semailles.projects.entries import EffectEntry
from semailles.projects.enums import Confidence, EffectKind, Perimeter, TimeBase
from semailles.projects.models import Effect, Project


def effect(project: Project, row: Row, scene: Scene) -> None:
    kind, indicator = row.choice("genre", EffectKind, default=EffectKind.ENERGY), row.text("ce_qui_change")
    is_counted = "central" in row.cells
    entry = EffectEntry(
        kind,
        indicator,
        row.amount("central"),
        row.amount("bas"),
        row.amount("haut"),
        row.text("unite"),
        base=TimeBase.ANNUAL if is_counted else "",
        perimeter=row.choice("perimetre", Perimeter, default=Perimeter.INVENTORY) if is_counted else "",
        reference=row.text("compare_a"),
        method=row.text("methode"),
        source=row.text("source"),
        confidence=row.choice("fiabilite", Confidence, default=Confidence.MAGNITUDE) if is_counted else "",
        estimated_on=row.day("estime_le"),
        unquantified_reason=row.text("non_chiffre"),
    )
    line = Effect(initiative=project.initiative, project=project)
    add_line(line, entry, key=named("replayed effect", str(project.public_id), kind, indicator), by=scene.by)
