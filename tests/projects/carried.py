"""A project that holds all that the step « portée » asks, and nothing more."""

import uuid
from datetime import date

from semailles.core.models import Person
from semailles.core.texts.actions import open_section, write_section
from semailles.core.texts.queries import last_version
from semailles.projects.enums import Section, Sphere, StrategyVerb
from semailles.projects.models import Project, ProjectCommitment, ProjectPlace, ProjectStep
from semailles.projects.taking import opened
from semailles.workshop.enums import ActorKind, BodyKind, CommitmentRole, Level, Scale
from semailles.workshop.models import Actor, Body, Theme

DAY = date(2015, 2, 3)
TEXTS = (Section.DESCRIPTION, Section.STAKES, Section.OBSERVATION, Section.AUDIENCE)
CARD = {
    "tagline": "Des légumes d'ici",
    "sphere": Sphere.FOOD,
    "emerged_on": DAY,
    "strategy_verb": StrategyVerb.PRODUCE,
    "scale": Scale.EPCI,
    "facilitator": "Une animatrice",
}


def fill(project: Project, *, by: Person) -> Project:
    initiative = project.initiative
    opened(project, by=by)
    project.commitments.all().delete()
    project.statements.all().delete()
    for field, value in CARD.items():
        setattr(project, field, value)
    project.competent_body = Body.objects.create(initiative=initiative, name="Comité des bourgs", kind=BodyKind.STEERING)
    project.save()
    project.themes.add(Theme.objects.create(initiative=initiative, title="Cantines"))
    ProjectPlace.objects.create(initiative=initiative, project=project, label="Évry")
    for slot in TEXTS:
        section = open_section(project, slot, initiative=initiative, by=by)
        last = last_version(section)
        write_section(section, "Un texte.", based_on=last.rank if last else 0, by=by)
    carry(project)
    return project


def carry(project: Project, level: Level = Level.ORAL, *, name: str = "Régie des Moulins") -> ProjectCommitment:
    owned = {"initiative": project.initiative}
    actor = Actor.objects.create(**owned, public_id=uuid.uuid4(), name=name, kind=ActorKind.ORGANISATION)
    commitment = ProjectCommitment.objects.create(**owned, project=project, actor=actor, role=CommitmentRole.CARRIES, level=level)
    ProjectStep.objects.create(**owned, commitment=commitment, public_id=uuid.uuid4(), level=level, on=DAY)
    return commitment
