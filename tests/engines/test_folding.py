"""Words compared whatever their capitals and accents."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from semailles.engines.words import fold


def slowly_folded(text: str) -> str:
    flat = unicodedata.normalize("NFKD", text.replace("’", "'").replace("œ", "oe").replace("Œ", "oe"))
    return "".join(sign for sign in flat if not unicodedata.combining(sign)).casefold()


def test_accents_capitals_and_apostrophes_are_forgotten() -> None:
    assert fold("L’Œuvre d’Étampes à ½ prix, ﬁn") == "l'oeuvre d'etampes a 1⁄2 prix, fin"


@given(st.text())
def test_a_text_folds_as_all_its_signs_together(text: str) -> None:
    assert fold(text) == slowly_folded(text)


def test_every_sign_folds_as_it_did() -> None:
    signs = [chr(code) for code in range(0x110000)]

    assert [sign for sign in signs if fold(sign) != slowly_folded(sign)] == []
