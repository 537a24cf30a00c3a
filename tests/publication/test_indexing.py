"""Everything that an initiative holds is found by its words, by those who may read it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from semailles.convergence.actions import keep_suggestions
from semailles.convergence.queries.grouping import suggested_grouping
from semailles.core.audience import Audience
from semailles.core.identifiers import named
from semailles.core.models import Person
from semailles.core.search import find
from semailles.intake.actions import bring_spellings_together, keep_ideas, receive_document
from semailles.intake.marks import give_marks
from semailles.intake.models import Document, DocumentVersion, Idea, Passage, Source
from semailles.intake.readings import read_file
from semailles.projects.actions import draft_projects
from semailles.publication.indexing import index_workspace
from semailles.workshop.actions import open_team
from semailles.workshop.models import Initiative

CANTEEN = "Il faudrait ouvrir une cantine de village qui cuisine les légumes des fermes voisines pour les écoles, avec la Chambre d'agriculture, dès la rentrée."
HEDGE = "On pourrait planter une haie le long du chemin de la gare avec haies@vallee.example."


@pytest.fixture
def read(initiative: Initiative, local: Person) -> Initiative:
    for team in ("a", "b"):
        content = f"{CANTEEN}\n\n{HEDGE}".encode() if team == "a" else CANTEEN.encode()
        receive_document(initiative, f"{team}/compte-rendu.txt", content, read_file("n.txt", content, known=()), by=local)
    give_marks(initiative, by=local)
    bring_spellings_together(initiative, by=local)
    keep_suggestions(initiative, suggested_grouping(initiative), by=local)
    draft_projects(initiative, by=local)
    return initiative


def kinds(initiative: Initiative, question: str, reader: Audience = Audience.FACILITATOR) -> list[str]:
    return sorted({found.kind for found in find(initiative.public_id, question, reader=reader)})


def test_a_word_finds_all_that_says_it(read: Initiative) -> None:
    index_workspace(read)

    assert kinds(read, "cantines") == ["convergence", "idea", "passage", "project"]
    assert kinds(read, "chambre d’agri") == ["actor", "idea", "passage", "project"]
    assert kinds(read, "compte rendu") == ["document"]


def test_only_the_facilitator_finds_what_names_a_contact_or_a_whole_passage(read: Initiative) -> None:
    index_workspace(read)

    assert (kinds(read, "haie"), kinds(read, "haie", Audience.WORKING)) == (["idea", "passage"], [])
    assert kinds(read, "cantine", Audience.WORKING) == []


def test_members_find_what_people_kept_and_nobody_else_does(read: Initiative, local: Person) -> None:
    keep_ideas(list(Idea.objects.of(read).filter(text__icontains="cantine")), by=local)
    index_workspace(read)

    assert (kinds(read, "cantine", Audience.WORKING), kinds(read, "cantine", Audience.PUBLIC)) == (["convergence", "idea", "project"], [])


def test_what_is_no_longer_said_is_no_longer_found(read: Initiative, local: Person) -> None:
    index_workspace(read)
    content = CANTEEN.encode()
    receive_document(read, "a/compte-rendu.txt", content, read_file("n.txt", content, known=()), by=local)
    give_marks(read, by=local)

    index_workspace(read)

    assert (kinds(read, "haie"), index_workspace(read)) == ([], 0)


def test_more_than_a_thousand_ideas_are_read_and_found_in_the_same_queries(initiative: Initiative, local: Person) -> None:
    _bring_ideas(initiative, 1001, by=local)
    give_marks(initiative, by=local)

    with CaptureQueriesContext(connection) as captured:
        changed = index_workspace(initiative)

    reads = [query["sql"] for query in captured.captured_queries if query["sql"].startswith("SELECT")]
    assert (changed, len(reads)) == (2003, 27)
    assert len(find(initiative.public_id, "haies", reader=Audience.FACILITATOR, kinds=["idea"], limit=2000)) == 1001


def _bring_ideas(initiative: Initiative, number: int, *, by: Person) -> None:
    team = open_team(initiative, "a", by=by)
    document = Document.objects.create(initiative=initiative, public_id=named("document", "x"), team=team, path="a/x.csv")
    version = DocumentVersion.objects.create(
        initiative=initiative, document=document, sha256="0" * 64, status="read", received_at=timezone.now(), lang="fr"
    )
    passages = Passage.objects.bulk_create(
        Passage(initiative=initiative, version=version, rank=rank, kind="row", text=f"Planter {rank} haies", locator={"row": rank})
        for rank in range(number)
    )
    said = {"team": team, "kind": "proposition", "lang": "fr", "score": 0.5}
    ideas = Idea.objects.bulk_create(
        Idea(initiative=initiative, public_id=named("idea", one.text), title=one.text, text=one.text, **said) for one in passages
    )
    Source.objects.bulk_create(
        Source(initiative=initiative, idea=idea, passage=one, start=0, end=len(one.text), quote=one.text)
        for idea, one in zip(ideas, passages, strict=True)
    )
