"""A file that was refused is tried again, a document is read by better readers: nothing that people sorted is lost."""

import zipfile
from io import BytesIO
from threading import Event as Flag
from uuid import uuid4

import pytest

from semailles.core.errors import NotAllowed
from semailles.core.files import sha256, stored_path
from semailles.core.jobs.worker import work_once
from semailles.core.models import Event, Job, Person
from semailles.engines.reading import EDITION, Reason
from semailles.intake.actions import keep_ideas, receive_document, set_idea_aside
from semailles.intake.actions.depositing import GivenFile, deposit_files
from semailles.intake.actions.rereading import ask_to_read_again, read_for_its_team_too, take_reading_again, try_again
from semailles.intake.errors import NothingToTry
from semailles.intake.marks import give_marks
from semailles.intake.models import DepositedFile, Document, DocumentVersion, Idea, Source
from semailles.intake.queries import is_outdated, is_received
from semailles.intake.queries.rereading import to_read_again
from semailles.intake.readings import Reading, read_file
from semailles.workshop.models import Initiative

NOTES = "- Créer une légumerie partagée pour les cantines.\n- Replanter des haies le long de la rivière.\n"
REFUSED = Reading(reason=Reason.NO_OCR.value)


def _work() -> None:
    while work_once(Flag()):
        pass


def _give(initiative: Initiative, by: Person, path: str, content: str | bytes = NOTES, *, folder: str = "rives") -> DepositedFile:
    given = GivenFile(path, content.encode() if isinstance(content, str) else content)
    deposit = deposit_files(initiative, [given], folder=folder, key=uuid4(), by=by)
    _work()
    return DepositedFile.objects.of(initiative).select_related("document__team").get(deposit=deposit)


def _read(text: str = NOTES) -> Reading:
    return read_file("n.md", text.encode(), known=())


def _received(initiative: Initiative, by: Person, reading: Reading) -> Document:
    return receive_document(initiative, "rives/notes.md", NOTES.encode(), reading, by=by).document


def _read_by_earlier_readers(document: Document) -> None:
    document.versions.update(edition=EDITION - 1)


def test_what_was_refused_is_filled_when_it_can_be_read(initiative: Initiative, local: Person) -> None:
    document = _received(initiative, local, REFUSED)

    ask_to_read_again(initiative, [document], by=local)
    _work()

    version = document.versions.get()
    assert (version.status, version.reason, version.edition, version.reading) == ("read", "", EDITION, 1)
    assert [idea.title for idea in Idea.objects.of(initiative)] == [line[2:-1] for line in NOTES.splitlines()]
    assert [event.verb for event in Event.objects.filter(subject_kind="Document").order_by("pk")] == ["received", "read again"]


def test_what_is_still_refused_says_why_today(initiative: Initiative, local: Person) -> None:
    document = _received(initiative, local, REFUSED)

    version = take_reading_again(document, Reading(reason=Reason.NO_TEXT.value), by=local)

    assert (version.status, version.reason, document.versions.count()) == ("unreadable", "no_text", 1)


def test_what_was_read_is_never_replaced_by_a_refusal(initiative: Initiative, local: Person) -> None:
    document = _received(initiative, local, _read())
    _read_by_earlier_readers(document)

    version = take_reading_again(document, REFUSED, by=local)

    assert (version.status, version.passages.count(), document.versions.count()) == ("read", 2, 1)
    assert to_read_again(initiative) == []


def test_what_can_be_read_again_has_its_file(initiative: Initiative, local: Person) -> None:
    document = _received(initiative, local, REFUSED)
    before = to_read_again(initiative)

    stored_path(document.versions.get().sha256).unlink()

    assert (before, to_read_again(initiative)) == ([document], [])


def test_a_better_reader_finds_the_ideas_again_and_loses_nothing_sorted(initiative: Initiative, local: Person) -> None:
    document = _received(initiative, local, _read())
    give_marks(initiative, by=local)
    kept, aside = Idea.objects.of(initiative).order_by("number")
    keep_ideas([kept], by=local)
    set_idea_aside(aside, "hors sujet", by=local)

    better = _read(
        "# Manger ici\n\n- Créer une légumerie partagée pour toutes les cantines.\n- Replanter des haies le long de la rivière.\n"
    )
    version = take_reading_again(document, better, by=local)

    states = {idea.pk: (idea.number, idea.state, idea.is_said) for idea in Idea.objects.of(initiative)}
    assert states == {kept.pk: (1, "kept", True), aside.pk: (2, "set_aside", True)}
    assert (version.reading, version.is_latest, version.fingerprint) == (2, True, f"{version.sha256[:12]}-2")
    for source in Source.objects.of(initiative).select_related("passage"):
        assert source.passage.text[source.start : source.end] == source.quote
    assert [source.passage.version_id == version.pk for source in kept.sources.order_by("pk")] == [False, True]


def test_the_same_words_found_by_the_same_readers_add_nothing(initiative: Initiative, local: Person) -> None:
    document = _received(initiative, local, _read())

    version = take_reading_again(document, _read(), by=local)

    assert (version.reading, document.versions.count(), Source.objects.of(initiative).count()) == (1, 1, 2)


def test_reading_again_three_times_keeps_one_version_that_counts(initiative: Initiative, local: Person) -> None:
    document = _received(initiative, local, _read())

    for _ in range(3):
        _read_by_earlier_readers(document)
        take_reading_again(document, _read(), by=local)

    assert list(document.versions.order_by("pk").values_list("reading", "is_latest")) == [(1, False), (2, False), (3, False), (4, True)]
    assert Idea.objects.of(initiative).count() == 2


def test_the_same_bytes_received_again_bring_their_last_reading_back(initiative: Initiative, local: Person) -> None:
    document = _received(initiative, local, _read())
    _read_by_earlier_readers(document)
    last = take_reading_again(document, _read(), by=local)
    other = "- Ouvrir une ressourcerie.\n"
    receive_document(initiative, document.path, other.encode(), _read(other), by=local)

    back = receive_document(initiative, document.path, NOTES.encode(), _read(), by=local)

    assert (back.pk, back.is_latest, document.versions.count()) == (last.pk, True, 3)


def test_a_reading_asked_for_twice_is_done_once(initiative: Initiative, local: Person) -> None:
    document = _received(initiative, local, REFUSED)

    asked = [len(ask_to_read_again(initiative, [document], by=local)) for _ in range(2)]

    assert (asked, Job.objects.count()) == ([1, 0], 1)


def test_a_file_given_on_screen_is_tried_again(initiative: Initiative, local: Person) -> None:
    row = _give(initiative, local, "notes.pdf", b"not a pdf")
    assert row.fate == "refused"

    try_again(row, by=local)
    row.refresh_from_db()
    waiting = row.fate
    _work()

    row.refresh_from_db()
    assert (waiting, row.fate, row.tries) == ("waiting", "refused", 1)
    assert DocumentVersion.objects.of(initiative).count() == 1


def test_a_refused_file_read_from_its_document_is_no_longer_refused_in_its_deposit(initiative: Initiative, local: Person) -> None:
    row = _give(initiative, local, "vide.md", b"")
    assert row.document

    take_reading_again(row.document, _read(), by=local)

    row.refresh_from_db()
    assert (row.fate, row.reason) == ("read", "")


def test_giving_again_what_was_refused_reads_it_again(initiative: Initiative, local: Person) -> None:
    document = _received(initiative, local, REFUSED)

    row = _give(initiative, local, "notes.md")

    assert (row.fate, row.document, document.versions.get().status) == ("read", document, "read")


def test_what_was_read_cannot_be_tried(initiative: Initiative, local: Person) -> None:
    row = _give(initiative, local, "notes.md")

    with pytest.raises(NothingToTry) as caught:
        try_again(row, by=local)

    assert caught.value.sentence.startswith("« rives/notes.md » was read, or is being read: there is nothing to try again.")


def test_a_file_that_another_team_left_can_be_both_teams(initiative: Initiative, local: Person) -> None:
    _give(initiative, local, "notes.md")
    row = _give(initiative, local, "copie.md", folder="bourgs")
    assert (row.fate, row.document and row.document.path) == ("known", "rives/notes.md")

    read_for_its_team_too(row, by=local)
    _work()

    row.refresh_from_db()
    teams = dict(Document.objects.of(initiative).values_list("path", "team__folder"))
    assert (row.fate, teams) == ("read", {"rives/notes.md": "rives", "bourgs/copie.md": "bourgs"})
    assert sorted(Idea.objects.of(initiative).values_list("team__folder", flat=True)) == ["bourgs", "bourgs", "rives", "rives"]


def test_a_file_given_twice_by_the_same_team_stays_one(initiative: Initiative, local: Person) -> None:
    _give(initiative, local, "notes.md")
    row = _give(initiative, local, "copie.md")

    with pytest.raises(NothingToTry):
        read_for_its_team_too(row, by=local)


def test_a_new_version_inside_an_archive_is_not_undone_by_the_old_folder(initiative: Initiative, local: Person) -> None:
    old, new = _zip(NOTES), _zip(NOTES.replace("haies", "arbres"))
    receive_document(initiative, "rives/lot.zip/n.md", NOTES.encode(), _read(), by=local)

    row = _give(initiative, local, "lot.zip", new)

    assert (row.fate, row.holds) == ("read", 1)
    assert is_outdated(initiative, "rives/lot.zip/n.md", sha256(NOTES.encode()))
    assert not is_received(initiative, "rives/lot.zip/n.md", sha256(NOTES.encode()))
    assert old != new


def test_a_reading_again_of_what_was_given_on_screen_still_counts_as_given(initiative: Initiative, local: Person) -> None:
    document = _received(initiative, local, _read())
    _give(initiative, local, "notes.md", NOTES.replace("haies", "arbres"))
    _read_by_earlier_readers(document)

    take_reading_again(document, _read(NOTES.replace("haies", "arbres")), by=local)

    assert is_outdated(initiative, document.path, sha256(NOTES.encode()))


@pytest.mark.parametrize("tool", [None, "/usr/bin/tesseract"])
def test_a_run_reads_again_what_this_machine_now_can(
    initiative: Initiative, local: Person, monkeypatch: pytest.MonkeyPatch, tool: str | None
) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: tool)
    document = _received(initiative, local, REFUSED)

    assert is_received(initiative, document.path, sha256(NOTES.encode())) is (tool is None)


def test_a_run_reads_again_what_earlier_readers_refused(initiative: Initiative, local: Person) -> None:
    document = _received(initiative, local, Reading(reason="damaged"))
    document.versions.update(edition=EDITION - 1)

    assert not is_received(initiative, document.path, sha256(NOTES.encode()))


@pytest.mark.parametrize("gesture", ["try", "own", "again", "take"])
def test_a_stranger_has_nothing_read_again(initiative: Initiative, local: Person, gesture: str) -> None:
    row, stranger = _give(initiative, local, "vide.md", b""), Person.objects.create(name="passante")
    assert row.document
    document = row.document
    gestures = {
        "try": lambda: try_again(row, by=stranger),
        "own": lambda: read_for_its_team_too(row, by=stranger),
        "again": lambda: ask_to_read_again(initiative, [document], by=stranger),
        "take": lambda: take_reading_again(document, _read(), by=stranger),
    }

    with pytest.raises(NotAllowed):
        gestures[gesture]()


def _zip(text: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("n.md", text)
    return out.getvalue()
