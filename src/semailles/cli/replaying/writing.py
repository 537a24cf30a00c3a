"""The texts of a sheet, heading by heading."""

from semailles.cli.replaying.finding import Scene
from semailles.cli.replaying.script import Row
from semailles.core.texts.actions import open_section, write_section
from semailles.core.texts.queries import last_version
from semailles.projects.enums import Note, Section
from semailles.projects.models import Project


def write(project: Project, row: Row, scene: Scene) -> None:
    """A heading that holds words already keeps them."""
    for heading in row.cells:
        kind = Note if heading in Note.values else Section
        slot = Row(row.place, {"rubrique": heading}).choice("rubrique", kind, default=Section.DESCRIPTION)
        section = open_section(project, slot, initiative=project.initiative, by=scene.by)
        if last_version(section) is None:
            write_section(section, row.text(heading), based_on=0, by=scene.by)
