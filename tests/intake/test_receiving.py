from collections.abc import Callable

import pytest

from semailles.core.errors import NotAllowed
from semailles.core.models import Person
from semailles.intake.actions import bring_spellings_together, receive_document
from semailles.intake.models import Document, DocumentVersion, Idea, Passage, Source
from semailles.intake.queries import is_received, known_actors
from semailles.intake.readings import read_file
from semailles.workshop.actions import open_initiative
from semailles.workshop.models import Actor, Initiative

HEDGE = b"On pourrait planter une haie le long du chemin de la gare.\n"
CANTEEN = b"Il faudrait ouvrir une cantine de village avec le CAUE.\n"

Receive = Callable[..., DocumentVersion]


@pytest.fixture
def receive(initiative: Initiative, local: Person) -> Receive:
    def one(path: str, content: bytes, into: Initiative = initiative) -> DocumentVersion:
        return receive_document(into, path, content, read_file(path, content, known=()), by=local)

    return one


def test_a_document_keeps_its_passages_and_each_idea_its_exact_words(initiative: Initiative, receive: Receive) -> None:
    receive("equipe/note.txt", HEDGE + b"\n" + CANTEEN)

    sources = Source.objects.of(initiative).select_related("passage")
    assert [source.quote for source in sources] == [source.passage.text[source.start : source.end] for source in sources]
    assert Idea.objects.of(initiative).count() == 2
    assert [document.team.folder for document in Document.objects.of(initiative)] == ["equipe"]


def test_an_unreadable_file_is_kept_with_its_reason(initiative: Initiative, receive: Receive) -> None:
    version = receive("equipe/vide.pdf", b"")

    assert (version.status, version.reason) == ("unreadable", "empty")
    assert Passage.objects.of(initiative).count() == 0


def test_a_new_version_keeps_the_idea_and_gives_it_a_new_source(initiative: Initiative, receive: Receive) -> None:
    receive("equipe/note.txt", HEDGE)
    before = Idea.objects.of(initiative).get()

    receive("equipe/note.txt", b"Compte rendu du 3 mars.\n\n" + HEDGE)

    after = Idea.objects.of(initiative).get()
    assert (after.pk, after.sources.count()) == (before.pk, 2)
    assert [version.is_latest for version in DocumentVersion.objects.of(initiative)] == [False, True]


def test_an_idea_that_the_new_version_drops_leaves_the_list_but_not_the_database(initiative: Initiative, receive: Receive) -> None:
    receive("equipe/note.txt", HEDGE)

    receive("equipe/note.txt", CANTEEN)

    assert Idea.objects.of(initiative).count() == 2
    assert ["cantine" in idea.text for idea in Idea.objects.of(initiative).current()] == [True]


def test_a_file_that_comes_back_as_it_was_is_not_read_twice(initiative: Initiative, receive: Receive) -> None:
    first = receive("equipe/note.txt", HEDGE)
    receive("equipe/note.txt", CANTEEN)

    back = receive("equipe/note.txt", HEDGE)

    assert (back.pk, back.is_latest, DocumentVersion.objects.of(initiative).count()) == (first.pk, True, 2)
    assert is_received(initiative, "equipe/note.txt", first.sha256)


def test_the_same_sentence_twice_in_a_document_is_two_ideas(initiative: Initiative, receive: Receive) -> None:
    receive("equipe/note.txt", HEDGE + b"\n" + HEDGE)

    assert len({idea.public_id for idea in Idea.objects.of(initiative)}) == 2


def test_spellings_of_one_actor_are_brought_together_once(initiative: Initiative, local: Person, receive: Receive) -> None:
    receive("a/1.txt", b"Il faudrait que la Chambre de commerce et d'industrie (CCI) ouvre un local.\n")
    receive("b/2.txt", b"La CCI pourrait ouvrir un local.\n")

    for _ in range(2):
        bring_spellings_together(initiative, by=local)

    chamber = Actor.objects.of(initiative).get(name__startswith="Chambre de commerce")
    assert chamber.mentions.count() >= 2
    assert "CCI" in {spelling.text for spelling in chamber.spellings.all()}
    assert [actor.name for actor in known_actors(initiative) if actor.name == chamber.name] == [chamber.name]


def test_two_initiatives_receive_the_same_file_without_seeing_each_other(initiative: Initiative, local: Person, receive: Receive) -> None:
    other = open_initiative("Plateau", by=local)

    receive("equipe/note.txt", HEDGE)
    receive("equipe/note.txt", CANTEEN, into=other)

    assert ["haie" in idea.text for idea in Idea.objects.of(initiative)] == [True]
    assert ["cantine" in idea.text for idea in Idea.objects.of(other)] == [True]


def test_only_a_coordinator_receives_documents(initiative: Initiative) -> None:
    stranger = Person.objects.create(name="Passant")

    with pytest.raises(NotAllowed):
        receive_document(initiative, "a/n.txt", HEDGE, read_file("a/n.txt", HEDGE, known=()), by=stranger)

    assert Document.objects.count() == 0


def _mail(*lines: str) -> bytes:
    head = "From: a@exemple.fr\r\nSubject: Suite\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    return (head + "\r\n".join(lines) + "\r\n").encode()


def test_a_thread_of_mails_says_an_idea_once_and_keeps_every_source(initiative: Initiative, receive: Receive) -> None:
    said = "On pourrait planter une haie le long du chemin de la gare."
    receive("equipe/1.eml", _mail(said))
    receive("equipe/2.eml", _mail("D’accord avec toi.", "", "Le 3 mars, A a écrit :", f"> {said}"))

    receive("equipe/3.eml", _mail("Moi aussi.", "", "Le 4 mars, B a écrit :", "> D’accord avec toi.", f">> {said}"))

    assert [idea.sources.count() for idea in Idea.objects.of(initiative)] == [3]


def test_two_notes_or_two_teams_that_say_the_same_say_two_ideas(initiative: Initiative, receive: Receive) -> None:
    said = "On pourrait planter une haie le long du chemin de la gare."
    receive("equipe/1.eml", _mail(said))
    receive("equipe/note.txt", f"{said}\n".encode())

    receive("autre/1.eml", _mail(said))

    assert [idea.sources.count() for idea in Idea.objects.of(initiative)] == [1, 1, 1]
