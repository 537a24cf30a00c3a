from pathlib import Path
from threading import Event as Flag
from uuid import uuid4

import pytest
from pypdfium2 import PdfDocument
from pytest_django.fixtures import Settings

from semailles.convergence.models import Family
from semailles.core.audience import Audience
from semailles.core.files import sha256
from semailles.core.jobs.actions import enqueue
from semailles.core.jobs.worker import work_once
from semailles.core.models import Event, Job, Person, Seal
from semailles.core.search import find
from semailles.intake.actions import bring_spellings_together, receive_document, set_idea_aside
from semailles.intake.marks import give_marks
from semailles.intake.models import Idea
from semailles.intake.readings import read_file
from semailles.publication.actions import ask_to_gather, refresh_search
from semailles.workshop.folders import folder_of
from semailles.workshop.models import Initiative

HEDGE = b"On pourrait planter une haie le long du chemin de la gare.\n"


@pytest.fixture
def workspace(initiative: Initiative, local: Person, tmp_path: Path, settings: Settings) -> Path:
    settings.WORKSPACE = tmp_path
    receive_document(initiative, "a/notes.txt", HEDGE, read_file("notes.txt", HEDGE, known=()), by=local)
    give_marks(initiative, by=local)
    bring_spellings_together(initiative, by=local)
    return tmp_path


def test_the_workspace_is_printed_again_by_a_job(initiative: Initiative, local: Person, workspace: Path) -> None:
    enqueue("publish", {"on": "2026-03-02"}, initiative=initiative, by=local, key="token")

    work_once(Flag())

    job = Job.objects.get()
    assert (job.status, job.reason, job.result["ideas"], job.step, job.done, job.total) == ("done", "", 1, "Printing", 3, 3)
    assert [path.name for path in sorted(workspace.glob("*.*"))] == ["a-verifier.pdf", "feuille-de-route.docx", "feuille-de-route.pdf"]
    assert [(event.by, event.detail) for event in Event.objects.filter(verb="published")] == [(local, {"pages": job.result["pages"]})]


def test_an_instance_prints_each_initiative_in_a_folder_of_its_own(
    initiative: Initiative, local: Person, workspace: Path, instance: None
) -> None:
    enqueue("publish", {"on": "2026-03-02"}, initiative=initiative, by=local, key="token")

    work_once(Flag())

    assert [path.name for path in sorted(folder_of(initiative).glob("*.*"))] == [
        "a-verifier.pdf",
        "feuille-de-route.docx",
        "feuille-de-route.pdf",
    ]
    assert sorted(path.name for path in workspace.iterdir()) == ["initiatives", "media"]


def test_the_same_edition_printed_twice_is_sealed_once(initiative: Initiative, local: Person, workspace: Path) -> None:
    for day in ("2026-03-02", "2026-03-02", "2026-03-03"):
        enqueue("publish", {"on": day}, initiative=initiative, by=local, key=str(uuid4()))
        work_once(Flag())

    printed = (workspace / "feuille-de-route.pdf").read_bytes()
    assert [link.detail["files"]["feuille-de-route.pdf"] == sha256(printed) for link in Seal.objects.order_by("rank")] == [False, True]


def test_what_reading_the_folder_had_to_say_is_printed_again(initiative: Initiative, local: Person, workspace: Path) -> None:
    (workspace / "data").mkdir()
    (workspace / "data" / "run.json").write_text('{"warnings": ["a/vide.pdf is no longer in the folder."]}', encoding="utf-8")
    enqueue("publish", {}, initiative=initiative, by=local, key="token")

    work_once(Flag())

    assert "a/vide.pdf is no longer in the folder." in " ".join(text_of(workspace / "a-verifier.pdf").split())


def test_the_search_follows_what_people_decide(initiative: Initiative, local: Person, workspace: Path) -> None:
    refresh_search(initiative, by=local)
    work_once(Flag())
    set_idea_aside(Idea.objects.of(initiative).get(), "hors sujet", by=local)

    asked = {refresh_search(initiative, by=local).pk for _ in range(3)}
    before = states_found(initiative, "haie")
    work_once(Flag())

    assert (len(asked), before, states_found(initiative, "haie")) == (1, [["suggested"]], [["set_aside"]])
    assert Event.objects.filter(verb="asked for").count() == 0


def ideas_found(initiative: Initiative, question: str) -> int:
    return len(states_found(initiative, question))


def states_found(initiative: Initiative, question: str) -> list[list[str]]:
    found = find(initiative.public_id, question, reader=Audience.FACILITATOR, kinds=["idea"])
    return [list(one.facets["state"]) for one in found]


def text_of(pdf: Path) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in PdfDocument(str(pdf)))


def test_what_the_machine_suggests_is_made_again_by_one_job(initiative: Initiative, local: Person, workspace: Path) -> None:
    second = b"Il faudrait planter une haie le long du chemin de la gare.\n"
    receive_document(initiative, "b/notes.txt", second, read_file("notes.txt", second, known=()), by=local)
    asked = {ask_to_gather(initiative, by=local).pk for _ in range(3)}

    work_once(Flag())

    job = Job.objects.get()
    assert (asked, job.status, job.step, job.done) == ({job.pk}, "done", "Bringing together", 3)
    assert [sorted(member.idea.number for member in family.members.all()) for family in Family.objects.of(initiative)] == [[1, 1]]
    assert ideas_found(initiative, "haie") == 2
