"""Bytes of unknown encoding, as old computers and spreadsheets write French."""

import pytest

from semailles.engines.reading.decoding import decode


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"])
@pytest.mark.parametrize(
    "text", ["Le cœur du village manque d’ombre, même l’été.", "Élus ; 12 000 € (à confirmer)", "ÉNERGIE – RÉNOVATION", "où ? là"]
)
def test_french_is_found_again(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize("text", ["Le cœur du village, 12 000 €.", "Créer une légumerie à Évry"])
def test_unix_computers_of_before_2005_wrote_oe_and_euros_too(text: str) -> None:
    assert decode(text.encode("iso-8859-15")) == text


@pytest.mark.parametrize(
    "text", ["1er étage : 25 m² ; 19 °C", "Les maraîchers livrent déjà trois cantines.", "Où sont passés nos commerces ?"]
)
def test_so_did_those_of_dos(text: str) -> None:
    assert decode(text.encode("cp850")) == text
