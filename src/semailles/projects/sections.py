"""The sections of a sheet that people write together."""

from uuid import UUID

from semailles.core.models import Person
from semailles.core.texts.owners import SectionOwner
from semailles.projects.enums import Note, Section
from semailles.projects.models import Project
from semailles.projects.rules import may_write_project


def _may_write(person: Person, initiative_id: UUID, project_id: UUID) -> bool:
    project = Project.objects.filter(initiative__public_id=initiative_id, public_id=project_id).select_related("initiative").first()
    return project is not None and may_write_project(person, project)


SECTIONS = {"Project": SectionOwner({slot.value: slot.label for slot in (*Section, *Note)}, _may_write)}
