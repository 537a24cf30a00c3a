from dataclasses import replace

from semailles.publication.audiences import LONGEST_QUOTE, for_working_document
from semailles.publication.views import ActorView, DocumentView, ExcerptView, FamilyView, Frame, IdeaView, Snapshot

PAPER = DocumentView("d", "equipe/notes.txt", "0" * 64, "A", "txt", "fr", 0, "read", "", {})


def excerpt(quote: str) -> ExcerptView:
    return ExcerptView(PAPER, {"paragraph": 1}, 0, len(quote), quote)


def idea(text: str, actors: tuple[str, ...] = ()) -> IdeaView:
    return IdeaView(
        "i", "A1", "A", text, text, "proposition", "fr", 0.9, (), is_validated=False, sources=(excerpt(text),), actors=actors, places=()
    )


def synthesis(one: IdeaView, *actors: ActorView) -> Snapshot:
    family = FamilyView("f", one.title, "", one.id, (one.id,), ("A",), (), 0, 0, "")
    frame = Frame("Vallée", "", "fr", "", None, None, "")
    everything = Snapshot(frame, (), (PAPER,), (one,), (), (family,), actors, (), (), (), ("un avertissement",))
    return replace(everything, by_id={one.id: one})


NADIA = ActorView("p", "Nadia Ferrand", "person", "", ("Mme Ferrand",), (excerpt("Nadia Ferrand"),))
FARM = ActorView("o", "Ferme des Trois Buttes", "organisation", "entreprise", (), (excerpt("Ferme des Trois Buttes"),))


def test_no_person_stands_in_the_working_document() -> None:
    full = synthesis(idea("Nadia Ferrand et Mme Ferrand proposent un four à pain", ("p", "o")), NADIA, FARM)

    working = for_working_document(full)

    assert working.ideas[0].sources[0].quote == "[a person] et [a person] proposent un four à pain"
    assert (working.ideas[0].title, working.families[0].title) == (working.ideas[0].sources[0].quote,) * 2
    assert working.ideas[0].actors == ("o",)
    assert [actor.name for actor in working.actors] == ["Ferme des Trois Buttes"]
    assert working.idea("i") == working.ideas[0]


def test_a_person_called_by_one_name_is_masked_unless_the_name_is_somebody_else_s() -> None:
    owner = ActorView("q", "Paul Buttes", "person", "", (), (excerpt("Paul Buttes"),))
    full = synthesis(idea("Nadia l’a vu ; Paul et la ferme des Buttes suivraient, à Saint-Paul aussi"), NADIA, FARM, owner)

    said = for_working_document(full).ideas[0].text

    assert said == "[a person] l’a vu ; [a person] et la ferme des Buttes suivraient, à Saint-Paul aussi"


def test_no_contact_stands_in_the_working_document() -> None:
    full = synthesis(idea("Écrire à jardin@vallee.example ou appeler le 06 12 34 56 78 pour les haies"))

    assert for_working_document(full).ideas[0].text == "Écrire à [contact] ou appeler le [contact] pour les haies"


def test_a_long_quote_is_cut_between_words() -> None:
    working = for_working_document(synthesis(idea("planter des haies " * 40)))

    quote = working.ideas[0].sources[0].quote
    assert len(quote) <= LONGEST_QUOTE
    assert quote.endswith(("planter…", "des…", "haies…"))


def test_contradictions_and_warnings_stay_with_the_facilitator() -> None:
    working = for_working_document(synthesis(idea("Planter une haie")))

    assert (working.claims, working.warnings) == ((), ())


def test_the_facilitator_s_own_values_are_left_as_they_were() -> None:
    full = synthesis(idea("Nadia Ferrand propose un four"), NADIA)

    for_working_document(full)

    assert full.ideas[0].text == "Nadia Ferrand propose un four"


def test_who_wrote_elsewhere_is_masked_where_an_idea_names_them() -> None:
    full = replace(
        synthesis(idea("Anne de Kerven et la Ferme des Trois Buttes, disait Yann Le Goff"), FARM),
        authors=("Anne de Kerven, Yann Le Goff", "Ferme des Trois Buttes"),
    )

    assert for_working_document(full).ideas[0].text == "[a person] et la Ferme des Trois Buttes, disait [a person]"
    assert for_working_document(full).authors == ()
