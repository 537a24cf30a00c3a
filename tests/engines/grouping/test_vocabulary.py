"""What general knowledge hears in a sentence."""

from semailles.engines.grouping.vocabulary import concepts, key, lexicon, phrase_keys, tokens
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
