"""Who can be asked to carry something: neither a group, nor a building that documents only speak of."""

from uuid import uuid4

import pytest
from django.utils import timezone

from semailles.core.models import Person
from semailles.intake.models import Document, DocumentVersion, Mention, Passage
from semailles.projects.askable import askable
from semailles.workshop.actions import add_actor, open_team
from semailles.workshop.entries import ActorEntry
from semailles.workshop.enums import ActorKind
from semailles.workshop.models import Actor, Initiative


@pytest.fixture
def version(initiative: Initiative, local: Person) -> DocumentVersion:
    team = open_team(initiative, "equipe", by=local)
    document = Document.objects.create(initiative=initiative, public_id=uuid4(), team=team, path="equipe/note.txt")
    return DocumentVersion.objects.create(
        initiative=initiative, document=document, sha256="0" * 64, status="read", received_at=timezone.now()
    )


def named(version: DocumentVersion, name: str, *said: str, kind: ActorKind = ActorKind.ORGANISATION) -> Actor:
    actor = Actor.objects.create(initiative=version.initiative, public_id=uuid4(), name=name, kind=kind)
    for text in said:
        passage = Passage.objects.create(
            initiative=version.initiative, version=version, rank=version.passages.count(), kind="paragraph", text=text, locator={}
        )
        start = text.casefold().index(name.casefold())
        Mention.objects.create(
            initiative=version.initiative, passage=passage, start=start, end=start + len(name), quote=name, actor=actor, kind=kind
        )
    return actor


def test_neither_a_group_nor_a_building_is_asked(version: DocumentVersion) -> None:
    dairy = named(version, "Laiterie de Rives", "un atelier dans l’ancienne laiterie de Rives", "visiter l'ancienne laiterie de Rives")
    hall = named(version, "Halle de Rives", "la halle de Rives servirait")
    growers = named(version, "maraîchers", "les maraîchers livrent", kind=ActorKind.ROLE)
    mayor = named(version, "maire de Rives", "le maire de Rives y tient", kind=ActorKind.ROLE)
    operator = named(version, "Régie de l'Orve", "porté par la Régie de l'Orve")

    assert askable([dairy, hall, growers, mayor, operator]) == {mayor, operator}


def test_a_dairy_that_acts_is_asked_even_though_it_was_visited(version: DocumentVersion) -> None:
    dairy = named(version, "Laiterie de Rives", "une visite dans la laiterie de Rives", "la laiterie de Rives prête un camion")

    assert askable([dairy]) == {dairy}


def test_who_people_gave_is_always_asked(initiative: Initiative, local: Person) -> None:
    given = add_actor(initiative, ActorEntry("Halle de Rives"), by=local)

    assert askable([given]) == {given}
