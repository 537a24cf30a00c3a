"""Short titles made from quotes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from semailles.engines.extracting.cutting import LONGEST
from semailles.engines.extracting.titles import title_of


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


@pytest.mark.parametrize(
    ("quote", "title"),
    [
        ("Nous demandons que les meuniers partagent un seul canal", "Les meuniers partagent un seul canal"),
        ("Que la vieille forge, fermée depuis dix ans, devienne un musée", "La vieille forge, fermée depuis dix ans, devient un musée"),
        ("Il voudrait qu'on répare les bancs de la place", "Réparer les bancs de la place"),
        ("Mme Delrue propose une barque à louer au lavoir", "Une barque à louer au lavoir"),
        ("Et si les écoliers apprenaient à greffer les pommiers ?", "Les écoliers apprennent à greffer les pommiers"),
        ("Et si on ouvrait le grenier aux musiciens ?", "Ouvrir le grenier aux musiciens"),
        ("Elle louerait sa grange à l'heure", "Louer sa grange à l'heure"),
        ("Ses apprentis passeraient un mois dans chaque forge", "Des apprentis passeraient un mois dans chaque forge"),
        ("Elle s'offre à tenir un établi sous la halle", "Tenir un établi sous la halle"),
        ("Quant aux halles, qu'elles ferment plus tard", "Les halles ferment plus tard"),
        ("À dix minutes de là, une grange serait isolée en paille", "Une grange serait isolée en paille"),
        ("Pour les hameaux, nous proposons un four commun", "Pour les hameaux, un four commun"),
        ("Un vieux monsieur ajoute : qu'on marque les arbres morts", "Marquer les arbres morts"),
        ("Une dernière envie, plus folle : semer des bleuets sur les toits", "Semer des bleuets sur les toits"),
        ("L'assemblée demande aussi que le tarif soit le même partout", "Le tarif est le même partout"),
        ("Il manque un four où les boulangers apprendraient ensemble", "Un four où les boulangers apprendraient ensemble"),
    ],
)
def test_a_title_reads_alone(quote: str, title: str) -> None:
    assert title_of(quote) == title


@pytest.mark.parametrize(
    ("quote", "title"),
    [
        (
            "Les roseaux du canal, que l'on fauche en octobre sans rien en faire, couvriraient le toit de la halle et celui de l'école",
            "Les roseaux du canal couvriraient le toit de la halle et celui de l'école",
        ),
        (
            "Ouvrir un atelier de vannerie dans la vieille douane du port et y inviter chaque hiver les apprentis du canton voisin",
            "Ouvrir un atelier de vannerie dans la vieille douane du port et y inviter chaque hiver…",
        ),
        (
            "Bâtir trois petits fours à pain plutôt qu'un grand, à moins de deux kilomètres des fermes qui cultivent le blé ancien",
            "Bâtir trois petits fours à pain plutôt qu'un grand",
        ),
    ],
)
def test_a_long_title_stops_where_a_clause_does(quote: str, title: str) -> None:
    assert title_of(quote) == title


BETWEEN = "la halle et le marché pour les voisins dont une dame pourvu que chaque ferme avec nos écoles ou sans eux , au bord de l'eau où serait louée Elle ouvrir planter"
WORDS = st.sampled_from(BETWEEN.split())
WAITING = re.compile(
    r"(?:^| )(?:la|le|les|l'|une?|des|de|du|au|aux|et|ou|pour|avec|sans|par|dans|que|qu'|dont|où|pourvu|chaque|nos),?…?$", re.IGNORECASE
)


@given(st.lists(WORDS, min_size=1, max_size=40).map(" ".join))
def test_no_title_ends_on_a_word_that_waits(words: str) -> None:
    title = title_of(f"Planter {words} des noyers")

    assert 0 < len(title) <= LONGEST
    assert title[0].isupper() or title[0].isdigit() or title[0] == "«"
    assert not WAITING.search(title)
