"""Who works on what: groups with their tasks and notes, missions, what blocks a project, whom to ask for news."""

from django.utils.translation import gettext as _

from semailles.cli.replaying.finding import Scene
from semailles.cli.replaying.script import Row
from semailles.core.identifiers import named
from semailles.projects.actions import Watch, add_task, entrust, note_down, watch_holder
from semailles.projects.actions.shaping import shape
from semailles.projects.actions.standing import StatusEntry, change_status
from semailles.projects.entries_of_work import NoteEntry, TaskEntry
from semailles.projects.enums import Status
from semailles.projects.holders import holder_of
from semailles.workshop.actions import add_body, add_mission, designate
from semailles.workshop.entries import BodyEntry, MandateEntry, MissionEntry
from semailles.workshop.enums import CommitmentRole, TaxBase
from semailles.workshop.models import Body, ProcessCost
from semailles.workshop.today import today


def gather(row: Row, scene: Scene) -> None:
    """A working group: the one of that name, or a new one."""
    name = row.text("nom", is_needed=True)
    known = Body.objects.of(scene.initiative).standing().filter(name=name).first()
    group = known or add_body(scene.initiative, BodyEntry(name, purpose=row.text("objet")), by=scene.by)
    for part in row.rows("membre"):
        _seat(group, part, scene)
    for title in row.texts("projets"):
        entrust(scene.project(title, row), group, by=scene.by)
    for part in row.rows("tache"):
        _give(group, part, scene)
    for part in row.rows("note"):
        text = part.text("texte", is_needed=True)
        entry = NoteEntry(part.day("le") or today(scene.initiative), text)
        note_down(group, entry, key=named("replayed note", str(group.public_id), text), by=scene.by)


def _seat(group: Body, row: Row, scene: Scene) -> None:
    name = row.text("nom", is_needed=True)
    entry = MandateEntry(name, scene.actor(row.text("acteur"), row) if "acteur" in row.cells else None, row.text("college"))
    designate(group, entry, key=named("replayed member", str(group.public_id), name), by=scene.by)


def _give(group: Body, row: Row, scene: Scene) -> None:
    what = row.text("quoi", is_needed=True)
    project = scene.project(row.text("projet"), row) if "projet" in row.cells else None
    entry = TaskEntry(what, row.text("qui"), row.day("pour"), project, group, row.day("fait"))
    add_task(scene.initiative, entry, key=named("replayed task", str(group.public_id), what), by=scene.by)


def hire(row: Row, scene: Scene) -> None:
    who, what = row.text("qui", is_needed=True), row.text("remet")
    entry = MissionEntry(
        who,
        what,
        fee=row.amount("remuneration"),
        tax_base=row.choice("taxe", TaxBase, default=TaxBase.NONE),
        cost=_line(row, scene) if "ligne" in row.cells else None,
        due_on=row.day("pour"),
        delivered_on=row.day("remis"),
        paid_on=row.day("paye"),
    )
    mission = add_mission(scene.initiative, entry, key=named("replayed mission", str(scene.initiative.public_id), who, what), by=scene.by)
    shape(mission, [scene.project(title, row) for title in row.texts("projets")], by=scene.by)


def _line(row: Row, scene: Scene) -> ProcessCost:
    item = row.text("ligne")
    line: ProcessCost | None = ProcessCost.objects.of(scene.initiative).standing().filter(item=item).first()
    if line is None:
        raise row.refusal(_("No line of the budget of the process is called « %(item)s ».") % {"item": item})
    return line


def tell_status(row: Row, scene: Scene) -> None:
    project = scene.project(row.text("projet", is_needed=True), row)
    entry = StatusEntry(
        row.choice("statut", Status, default=Status.UNDER_WAY),
        row.text("bloque_par"),
        row.text("debloque"),
        row.text("qui"),
        row.day("depuis"),
        row.day("relancer_le"),
    )
    change_status(project, entry, revision=project.revision, by=scene.by)


def watch(row: Row, scene: Scene) -> None:
    """The day on which to ask an actor for news of what it promised."""
    project, name = scene.project(row.text("projet", is_needed=True), row), row.text("acteur", is_needed=True)
    role = row.choice("role", CommitmentRole, default=CommitmentRole.CARRIES)
    commitment = holder_of(project, scene.actor(name, row), role)
    if commitment is None:
        raise row.refusal(_("« %(actor)s » is not committed to « %(project)s » in that role.") % {"actor": name, "project": project.title})
    watch_holder(commitment, Watch(commitment.scope, row.day("le")), revision=commitment.revision, by=scene.by)
