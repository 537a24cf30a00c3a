"""Names that no reader of documents finds: of those who wrote on another platform, and of those whom dictation names in small letters."""

from dataclasses import replace

import pytest
from tests.publication.test_audiences import FARM, excerpt, idea, synthesis

from semailles.core.audience import Audience
from semailles.publication.audiences import circles, for_working_document
from semailles.publication.dictated import ordinary_words, without_dictated
from semailles.publication.signed import signatures, without_authors
from semailles.publication.views import ActorView, IdeaView


@pytest.mark.parametrize(
    ("author", "text", "masked"),
    [
        ("Fatou", "Fatou et ses voisines veulent un four, dit FATOU", "[x] et ses voisines veulent un four, dit [x]"),
        ("Rose", "Planter au square. Rose", "Planter au square. [x]"),
        ("TOURNESOL Marie-Claude", "Un four, dit marie-claude tournesol", "Un four, dit [x]"),
        ("TOURNESOL Marie-Claude", "Un champ de tournesol, dit Marie Claude", "Un champ de tournesol, dit [x]"),
        ("Éloïse Grandpré", "eloise grandpre et Grandpré", "[x] et [x]"),
        ("Éloïse Grandpré", "Le jardin d’éloïse", "Le jardin d’[x]"),
        ("Pierre Grandpré", "Un banc de pierre", "Un banc de pierre"),
        ("Anne de Kerven, Yann Le Goff", "Le four de Kerven, dit Yann, ou Goff Le Yann", "Le four de [x], dit [x], ou [x]"),
        ("fatou_92", "Un préau. Fatou", "Un préau. [x]"),
        ("Rose", "Les rosiers et la rosée", "Les rosiers et la rosée"),
        ("Al", "Al veut un four", "Al veut un four"),
        ("Jeanne Valmont", "Valmont doit garder son école", "Valmont doit garder son école"),
    ],
)
def test_an_author_is_masked_in_their_own_words(author: str, text: str, masked: str) -> None:
    assert without_authors(text, signatures([author]), "[x]", ordinary={"valmont"}) == masked


def signed(text: str, author: str) -> IdeaView:
    return replace(idea(text), authors=(author,))


def test_who_signs_is_masked_in_titles_quotes_and_families_and_nowhere_else() -> None:
    own, other = (
        signed("Fatou veut un four", "Fatou"),
        replace(idea("La fontaine Fatou fuit"), id="j", sources=(replace(excerpt("La fontaine Fatou fuit"), locator={"row": 9}),)),
    )
    full = synthesis(own)
    full = replace(full, ideas=(own, other), by_id={"i": own, "j": other})

    working = for_working_document(full)

    assert [one.title for one in (*working.ideas, *working.families)] == [
        "[a person] veut un four",
        "La fontaine Fatou fuit",
        "[a person] veut un four",
    ]
    assert [one.sources[0].quote for one in working.ideas] == ["[a person] veut un four", "La fontaine Fatou fuit"]
    assert [one.authors for one in working.ideas] == [(), ()]


def test_an_organisation_that_the_documents_name_may_sign() -> None:
    full = synthesis(signed("La Ferme des Trois Buttes offre un four", "Ferme des Trois Buttes"), FARM)

    assert for_working_document(full).ideas[0].text == "La Ferme des Trois Buttes offre un four"


def test_words_that_name_their_author_are_found_by_the_facilitator_alone() -> None:
    circle = circles(synthesis(signed("Fatou veut un four", "Fatou")))

    assert circle("fatou veut un four", authors=("Fatou",)) == Audience.FACILITATOR
    assert circle("fatou veut un four") == Audience.WORKING


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("madame durand elle propose un four", "[x] elle propose un four"),
        ("et monsieur lefèvre du garage prêterait", "et [x] du garage prêterait"),
        ("mme boulanger, m. berger et mlle le-guen", "[x], [x] et [x]"),
        ("docteur martin propose, maître colin aussi", "[x] propose, [x] aussi"),
        ("madame claire durand propose", "[x] propose"),
        ("Monsieur dupont-moretti et m. d’arcy", "[x] et m. d’arcy"),
        ("madame la maire et monsieur le président", "madame la maire et monsieur le président"),
        ("Monsieur maire, madame propose, monsieur voudrait", "Monsieur maire, madame propose, monsieur voudrait"),
        ("à 30 m. environ et à 5 m. lointain", "à 30 m. environ et à 5 m. lointain"),
        (
            "le maître nageur, un maître d’ouvrage, des maîtres composteurs",
            "le maître nageur, un maître d’ouvrage, des maîtres composteurs",
        ),
        ("un monsieur vélo à la mairie", "un monsieur vélo à la mairie"),
    ],
)
def test_a_name_dictated_in_small_letters_after_a_courtesy_title_is_masked(text: str, masked: str) -> None:
    ordinary = ordinary_words(["Le vélo et le berger du garage", "un martin", text])

    assert without_dictated(text, "[x]", ordinary=ordinary) == masked


def test_a_dictated_name_is_masked_in_titles_and_quotes() -> None:
    working = for_working_document(synthesis(idea("madame durand elle propose un four")))

    assert (working.ideas[0].title, working.families[0].title, working.ideas[0].sources[0].quote) == (
        "[a person] elle propose un four",
    ) * 3


def test_a_trade_that_is_only_somebody_s_name_is_no_actor() -> None:
    said = "mme boucher propose un four avec les bouchers"
    her = replace(excerpt("boucher"), start=4, end=11)
    them = replace(excerpt("bouchers"), start=37, end=45)
    butcher = ActorView("b", "boucher", "role", "", (), (her,))

    found = [for_working_document(synthesis(idea(said), replace(butcher, mentions=one))).actors for one in ((her,), (her, them))]

    assert [[actor.mentions for actor in actors] for actors in found] == [[], [(them,)]]
