"""Files given on screen: each is read or says why not, the same file adds nothing, and a new version loses nothing of what was sorted."""

import zipfile
from datetime import date
from io import BytesIO
from threading import Event as Flag
from uuid import uuid4

import pytest

from semailles.core.errors import NotAllowed
from semailles.core.files import Drift, drift, sha256
from semailles.core.jobs.worker import work_once
from semailles.core.models import Event, Job, Person
from semailles.intake.actions import keep_ideas, look_through_folder, receive_document
from semailles.intake.actions.depositing import DocumentEntry, GivenFile, deposit_files, describe_document, move_document, named_team
from semailles.intake.actions.rereading import take_reading_again
from semailles.intake.errors import NothingGiven, TooManyGiven
from semailles.intake.keeping import kept_files
from semailles.intake.marks import give_marks
from semailles.intake.models import Deposit, DepositedFile, Document, Idea
from semailles.intake.queries import is_outdated
from semailles.intake.queries.versions import compared
from semailles.intake.readings import read_file
from semailles.workshop.models import Initiative

NOTES = "- Créer une légumerie partagée pour les cantines.\n- Replanter des haies le long de la rivière.\n"


def _give(initiative: Initiative, by: Person, *given: tuple[str, str | bytes], folder: str = "rives") -> list[tuple[str, str, str]]:
    """Path, fate and reason of each file, once read."""
    files = [GivenFile(path, content.encode() if isinstance(content, str) else content) for path, content in given]
    deposit = deposit_files(initiative, files, folder=folder, key=uuid4(), by=by)
    while work_once(Flag()):
        pass
    return list(DepositedFile.objects.of(initiative).filter(deposit=deposit).values_list("path", "fate", "reason"))


def test_each_file_is_read_or_says_why_not(initiative: Initiative, local: Person) -> None:
    found = _give(initiative, local, ("notes.md", NOTES), ("vide.pdf", b""), ("faux.docx", "du texte"))

    assert found == [
        ("rives/notes.md", "read", ""),
        ("rives/vide.pdf", "refused", "empty"),
        ("rives/faux.docx", "refused", "wrong_extension"),
    ]
    assert list(Idea.objects.of(initiative).values_list("title", flat=True)) == [line[2:-1] for line in NOTES.splitlines()]
    assert [job.status for job in Job.objects.all()] == ["done"] * 3


def test_the_same_file_is_recognised_under_any_name(initiative: Initiative, local: Person) -> None:
    _give(initiative, local, ("notes.md", NOTES))

    found = _give(initiative, local, ("notes.md", NOTES), ("copie de notes.md", NOTES), folder="bourgs")

    assert [fate for _, fate, _ in found] == ["known", "known"]
    assert (Document.objects.of(initiative).count(), Idea.objects.of(initiative).count()) == (1, 2)


def test_a_button_pressed_twice_gives_once(initiative: Initiative, local: Person) -> None:
    key, files = uuid4(), [GivenFile("notes.md", NOTES.encode())]

    twice = [deposit_files(initiative, files, folder="rives", key=key, by=local) for _ in range(2)]

    assert (twice[0], Deposit.objects.count(), Job.objects.count()) == (twice[1], 1, 1)


def test_other_files_given_from_the_page_seen_before_are_not_lost(initiative: Initiative, local: Person) -> None:
    key = uuid4()

    for name, content in (("notes.md", NOTES), ("suite.md", "- Ouvrir un café à la gare.\n")):
        deposit_files(initiative, [GivenFile(name, content.encode())], folder="rives", key=key, by=local)

    assert (Deposit.objects.count(), list(DepositedFile.objects.order_by("pk").values_list("path", flat=True))) == (
        2,
        ["rives/notes.md", "rives/suite.md"],
    )


def test_files_that_are_too_many_are_refused_not_forgotten(initiative: Initiative, local: Person) -> None:
    with pytest.raises(TooManyGiven):
        deposit_files(initiative, [GivenFile("n.md", b"n")] * 501, folder="rives", key=uuid4(), by=local)

    assert DepositedFile.objects.count() == 0


def test_the_folder_does_not_bring_back_what_a_version_given_on_screen_replaced(initiative: Initiative, local: Person) -> None:
    first, second, third = NOTES.encode(), NOTES.replace("haies", "arbres").encode(), b"- Ouvrir une ressourcerie.\n"
    receive_document(initiative, "rives/notes.md", first, read_file("rives/notes.md", first, known=()), by=local)
    _new_version(initiative, local, second.decode())

    outdated = [is_outdated(initiative, "rives/notes.md", sha256(one)) for one in (first, second, third)]

    assert outdated == [True, False, False]


def test_the_folders_that_are_dropped_are_the_teams(initiative: Initiative, local: Person) -> None:
    found = _give(
        initiative, local, ("atelier/rives/n.md", NOTES), ("atelier/bourgs/m.md", NOTES + "- Ouvrir un café à la gare.\n"), folder=""
    )

    teams = dict(Document.objects.of(initiative).values_list("path", "team__folder"))
    assert (found[0][0], teams) == ("rives/n.md", {"rives/n.md": "rives", "bourgs/m.md": "bourgs"})


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("../../etc/passwd.md", "rives/passwd.md"),
        ("a\nb\x00.md", "rives/a b.md"),
        ("C:\\Users\\x\\notes.md", "rives/x/notes.md"),
        ("x" * 400 + ".md", "rives/" + "x" * 140 + ".md"),
    ],
)
def test_hostile_names_lead_nowhere(initiative: Initiative, local: Person, sent: str, kept: str) -> None:
    ((path, _, _),) = _give(initiative, local, (sent, NOTES))

    assert path.rpartition("/")[2] == kept.rpartition("/")[2]
    assert path.startswith("rives/")


def test_two_files_of_one_name_are_two_documents(initiative: Initiative, local: Person) -> None:
    found = _give(initiative, local, ("notes.md", NOTES), ("notes.md", "- Ouvrir un café à la gare du bourg.\n"))

    assert [path for path, _, _ in found] == ["rives/notes.md", "rives/notes (2).md"]


def test_an_archive_is_opened(initiative: Initiative, local: Person) -> None:
    found = _give(initiative, local, ("lot.zip", _zipped({"n.md": NOTES})))

    assert found == [("rives/lot.zip", "read", "")]
    assert list(Document.objects.of(initiative).values_list("path", "is_deposited")) == [("rives/lot.zip/n.md", True)]


@pytest.mark.parametrize(
    ("held", "fate"),
    [
        ({"notes.md": NOTES, "autre.zip": "PK"}, ("rives/lot.zip", "read", "")),
        ({"autre.zip": "PK"}, ("rives/lot.zip", "refused", "nested")),
        ({".DS_Store": "x"}, ("rives/lot.zip", "refused", "empty")),
    ],
)
def test_an_archive_of_which_nothing_could_be_read_is_refused_and_says_why(
    held: dict[str, str], fate: tuple[str, str, str], initiative: Initiative, local: Person
) -> None:
    assert _give(initiative, local, ("lot.zip", _zipped(held))) == [fate]


def test_an_archive_is_read_once_a_better_reader_reads_what_it_holds(initiative: Initiative, local: Person) -> None:
    _give(initiative, local, ("lot.zip", _zipped({"faux.docx": "du texte"})), ("faux.zip", b"PK"))

    take_reading_again(
        Document.objects.of(initiative).get(path="rives/lot.zip/faux.docx"), read_file("n.md", NOTES.encode(), known=()), by=local
    )

    assert list(DepositedFile.objects.of(initiative).values_list("path", "fate")) == [
        ("rives/lot.zip", "read"),
        ("rives/faux.zip", "refused"),
    ]


def test_what_was_given_is_kept_for_something_whether_it_was_read_or_waits(initiative: Initiative, local: Person) -> None:
    _give(initiative, local, ("lot.zip", _zipped({"n.md": NOTES})), ("notes.md", NOTES))
    deposit_files(initiative, [GivenFile("attend.md", b"- Planter.\n")], folder="rives", key=uuid4(), by=local)

    assert (drift(kept_files()), sorted(names for names in kept_files().values())) == (
        Drift(),
        [["rives/attend.md"], ["rives/lot.zip"], ["rives/lot.zip/n.md", "rives/notes.md"]],
    )


def _zipped(held: dict[str, str]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in held.items():
            archive.writestr(name, text)
    return out.getvalue()


def test_no_later_run_looks_in_the_folder_for_what_was_given_on_screen(initiative: Initiative, local: Person) -> None:
    _give(initiative, local, ("notes.md", NOTES))

    assert look_through_folder(initiative, [], by=local) == []


def _new_version(initiative: Initiative, by: Person, text: str) -> None:
    _give(initiative, by, ("notes.md", text))


def test_a_sentence_that_was_reworded_keeps_its_idea_and_what_was_sorted(initiative: Initiative, local: Person) -> None:
    _give(initiative, local, ("notes.md", NOTES))
    give_marks(initiative, by=local)
    canteen = Idea.objects.of(initiative).get(number=1)
    keep_ideas([canteen], by=local)

    _new_version(
        initiative, local, "- Replanter des haies le long de la rivière.\n- Créer une légumerie partagée pour toutes les cantines.\n"
    )

    ideas = list(Idea.objects.of(initiative).order_by("number"))
    canteen.refresh_from_db()
    assert (len(ideas), canteen.state, canteen.is_said) == (2, "kept", True)
    assert [source.quote for source in canteen.sources.order_by("pk")] == [
        "Créer une légumerie partagée pour les cantines",
        "Créer une légumerie partagée pour toutes les cantines",
    ]


def test_what_is_no_longer_said_stays_with_what_was_sorted(initiative: Initiative, local: Person) -> None:
    _give(initiative, local, ("notes.md", NOTES))
    keep_ideas(list(Idea.objects.of(initiative)), by=local)

    _new_version(initiative, local, NOTES.splitlines()[0] + "\n- Ouvrir un café associatif dans la gare.\n")

    states = dict(Idea.objects.of(initiative).values_list("title", "state"))
    after, before = Document.objects.of(initiative).get().versions.order_by("-is_latest", "-id")
    assert list(states.values()) == ["kept", "kept", "suggested"]
    assert [idea.title for idea in compared(before, after).unsaid] == ["Replanter des haies le long de la rivière"]


def test_the_change_is_told_passage_by_passage(initiative: Initiative, local: Person) -> None:
    first = "- Créer une légumerie.\n- Replanter des haies le long de la rivière.\n- Repeindre la halle.\n"
    second = "- Créer une légumerie.\n- Replanter des haies au bord de la rivière.\n- Ouvrir un café.\n"
    for text in (first, second):
        receive_document(initiative, "a/n.md", text.encode(), read_file("n.md", text.encode(), known=()), by=local)
    after, before = Document.objects.of(initiative).get().versions.order_by("-is_latest", "-id")

    told = compared(before, after)

    shown = [("gone" if one.is_gone else "new" if one.is_new else "changed", one.passage.text) for one in told.changes]
    assert (told.same, shown) == (
        1,
        [("gone", "Repeindre la halle."), ("changed", "Replanter des haies au bord de la rivière."), ("new", "Ouvrir un café.")],
    )


def test_a_document_says_whose_it_is_and_the_journal_who_said_so(initiative: Initiative, local: Person) -> None:
    _give(initiative, local, ("notes.md", NOTES))
    document = Document.objects.of(initiative).get()

    entry = DocumentEntry("Groupe des rives", date(2027, 3, 2), "CC BY 4.0", "publique", "Accord donné en séance.")
    for _ in range(2):
        describe_document(document, entry, by=local)

    document.refresh_from_db()
    assert (document.author, document.dated_on, document.licence, document.diffusion) == (
        "Groupe des rives",
        date(2027, 3, 2),
        "CC BY 4.0",
        "publique",
    )
    assert Event.objects.filter(verb="described", subject_kind="Document").count() == 1


def test_a_document_goes_to_its_team_with_its_ideas(initiative: Initiative, local: Person) -> None:
    _give(initiative, local, ("notes.md", NOTES))
    document, team = Document.objects.of(initiative).get(), named_team(initiative, "bourgs", by=local)

    move_document(document, team, by=local)
    give_marks(initiative, by=local)

    assert list(Idea.objects.of(initiative).order_by("number").values_list("team__folder", "number")) == [("bourgs", 1), ("bourgs", 2)]


def test_nothing_given_is_said(initiative: Initiative, local: Person) -> None:
    with pytest.raises(NothingGiven) as caught:
        deposit_files(initiative, [], folder="rives", key=uuid4(), by=local)

    assert caught.value.sentence == "Choose at least one file to give."


def test_a_stranger_gives_nothing(initiative: Initiative, local: Person) -> None:
    stranger = Person.objects.create(name="passante")
    with pytest.raises(NotAllowed):
        deposit_files(initiative, [GivenFile("n.md", b"x")], folder="rives", key=uuid4(), by=stranger)

    assert Deposit.objects.count() == 0
