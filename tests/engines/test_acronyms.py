"""Acronyms that the texts spell out themselves."""

import pytest

from semailles.engines.acronyms import Acronym, acronyms


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        (
            "Ouvrir une association pour le maintien d’une agriculture paysanne (AMAP) par gare.",
            "AMAP",
            "association pour le maintien d’une agriculture paysanne",
        ),
        ("Une AMAP (Association pour le Maintien d'une Agriculture Paysanne) tiendrait le quai.", "AMAP", None),
        ("Réviser le schéma de cohérence territoriale (SCoT) ou le plan local d’urbanisme (P.L.U.).", "PLU", "plan local d’urbanisme"),
        ("Réviser le schéma de cohérence territoriale (SCoT).", "SCoT", "schéma de cohérence territoriale"),
        ("Les zones d’aménagement concerté (ZACs) du plateau.", "ZAC", "zones d’aménagement concerté"),
        ("Le plan climat-air-énergie territorial (PCAET) est adopté.", "PCAET", "plan climat-air-énergie territorial"),
        ("Créer une société coopérative d’intérêt collectif (SCIC, à l’étude).", "SCIC", "société coopérative d’intérêt collectif"),
        ("Protéger l’aire d’alimentation de captage (AAC) du bourg.", "AAC", "aire d’alimentation de captage"),
        ("La direction départementale des territoires (DDT) instruit.", "DDT", "direction départementale des territoires"),
        ("Suivre le schéma de cohérence territoriale (SCoT).", "SCoT", "schéma de cohérence territoriale"),
        ("Founding a community land trust (CLT) near the station.", "CLT", "community land trust"),
    ],
)
def test_an_acronym_is_found_with_the_words_it_stands_for(text: str, short: str, full: str | None) -> None:
    found = {one.short: one.full for one in acronyms([text])}

    assert found[short] == (full or "Association pour le Maintien d'une Agriculture Paysanne")


@pytest.mark.parametrize(
    "text",
    [
        "Le port (PNR) accueille les bateaux.",
        "Une halle (ZAC) et des jardins partagés (CAUE).",
        "La cantine du lycée (A).",
        "Le marché (voir le plan) et la gare (RER D).",
        "SNCF (voir page 12)",
        "La Région (région en général et garantie intercommunale)",
        "()",
        "",
    ],
)
def test_brackets_that_spell_nothing_out_are_passed_over(text: str) -> None:
    assert acronyms([text]) == ()


def test_the_commonest_expansion_is_kept_with_the_texts_that_give_it() -> None:
    texts = [
        "Une zone d’activité économique (ZAE).",
        "Rien ici.",
        "La zone d’activités économiques (ZAE) du plateau.",
        "Trois zones, dont la zone d’activités économiques (ZAE).",
    ]

    assert acronyms(texts) == (Acronym("ZAE", "zone d’activités économiques", (2, 3)),)
