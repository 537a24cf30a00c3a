"""What general knowledge hears in a sentence."""

from collections import Counter

import pytest

from semailles.engines.grouping.vocabulary import LONGEST_TERM, concepts, key, lexicon, lexicon_entries, phrase_keys, tokens
from semailles.engines.words import stem


def heard(text: str) -> set[str]:
    return {concept for concept, surety in concepts(text, "fr").items() if surety > 0.5}


def test_the_lexicon_is_broad() -> None:
    known = lexicon("fr")

    assert len(known.fields) >= 300
    assert len({field for field in known.fields.values() if field}) >= 20


def test_two_ways_of_saying_meet_in_a_concept() -> None:
    assert "cantine" in heard("La restauration scolaire") & heard("nos cantines")
    assert "solaire" in heard("du photovoltaïque") & heard("des panneaux solaires")
    assert "covoiturage" in heard("partager les trajets") & heard("covoiturer")


def test_the_bus_is_no_conjunction() -> None:
    assert [token.stem for token in tokens("Un car le soir, car il fait nuit", "fr")].count("car") == 1


def test_short_stems_do_not_mix_the_port_and_the_door() -> None:
    assert key("port", "fr") != key("porte", "fr")
    assert key("marche", "fr") != key("marché", "fr")
    assert stem("vélos", "fr") == stem("vélo", "fr")


def test_every_term_of_the_lexicon_can_be_found() -> None:
    assert all(terms for terms in lexicon("fr").terms)
    assert phrase_keys("réseau de chaleur", "fr") in [list(terms) for terms in lexicon("fr").terms]


def test_no_term_stands_twice_in_a_concept() -> None:
    listed = Counter((concept, term.casefold()) for _, concept, term, _ in lexicon_entries("fr") if term != concept)

    assert [entry for entry, count in listed.items() if count > 1] == []


def test_every_line_of_the_lexicon_is_read_whole() -> None:
    unread = [
        (concept, term)
        for _, concept, term, _ in lexicon_entries("fr")
        if not concept or not 0 < len(phrase_keys(term, "fr")) <= LONGEST_TERM
    ]

    assert unread == []


def test_a_concept_belongs_to_one_field_wherever_it_is_told() -> None:
    told = {(concept, field) for field, concept, _, _ in lexicon_entries("fr") if field}

    assert [concept for concept, count in Counter(concept for concept, _ in told).items() if count > 1] == []


@pytest.mark.parametrize(
    ("image", "plain", "concept"),
    [
        ("Réparer l’éponge au-dessus du bourg", "Restaurer les tourbières", "zone humide"),
        ("Capter les calories perdues de la fonderie", "La chaleur fatale", "chaleur fatale"),
        ("Le noir complet la nuit", "Couper l’éclairage public", "éclairage"),
        ("Une place pour deux dans la voiture", "Une ligne de covoiturage", "covoiturage"),
        ("Emmitoufler les maisons", "L’isolation des combles", "rénovation"),
        ("Recoudre le bocage", "Planter des haies", "haies"),
    ],
)
def test_an_image_meets_the_plain_word(image: str, plain: str, concept: str) -> None:
    assert concept in heard(image) & heard(plain)
