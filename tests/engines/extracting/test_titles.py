"""Short titles made from quotes."""

import pytest

from semailles.engines.extracting.titles import LONGEST, title_of


@pytest.mark.parametrize(
    ("quote", "title"),
    [
        ("On pourrait installer une consigne à vélos", "Installer une consigne à vélos"),
        ("Pourquoi ne pas transformer la caserne en résidence d’artistes ?", "Transformer la caserne en résidence d’artistes"),
        ("Le groupe propose de peindre les façades", "Peindre les façades"),
        ("Il faudrait que la régie reste publique", "La régie reste publique"),
        ("Nous rêvons d’une place sans voitures", "Une place sans voitures"),
        ("- création d’un verger conservatoire", "Création d’un verger conservatoire"),
        ("Il serait utile de cartographier les puits", "Cartographier les puits"),
    ],
)
def test_the_lead_in_goes_and_the_action_stays(quote: str, title: str) -> None:
    assert title_of(quote) == title


def test_a_long_quote_is_cut_at_a_clause() -> None:
    quote = (
        "Créer un atelier de réparation ouvert à tous dans l’ancienne gare, avec des bénévoles formés, pour que rien ne soit jeté trop tôt"
    )

    assert title_of(quote) == "Créer un atelier de réparation ouvert à tous dans l’ancienne gare"


def test_a_title_never_cuts_a_word() -> None:
    quote = "Installer progressivement davantage d’équipements intercommunaux multifonctionnels particulièrement confortables partout"

    title = title_of(quote)

    assert len(title) <= LONGEST
    assert quote.startswith(title.removesuffix("…") + " ")
