"""How sure a line is, of which nature, and how much of it is told."""

import pytest

from semailles.engines.extracting import extract
from semailles.engines.extracting.findings import LedgerLine, Part
from semailles.engines.reading import read

BUDGET = "Budget de la démarche\n\n{before}Financeurs :\n- {line}\n- Eaux Claires : 4 000 €\n\nDépenses :\n- Animation : 6 000 €\n"
DECISION = "La Région et Eaux Claires ont décidé de financer cette démarche.\n\n"


def first(line: str, before: str = "") -> LedgerLine:
    return extract(read("note.txt", BUDGET.format(line=line, before=before).encode()).blocks).ledger.lines[0]


@pytest.mark.parametrize(
    ("line", "status"),
    [
        ("Région : 5 000 €", "décidé"),
        ("Région (à confirmer) : 5 000 €", "à confirmer"),
        ("Région : 5 000 € à confirmer", "à confirmer"),
        ("Région : 5 000 € (sous réserve du vote)", "à confirmer"),
        ("Région : 5 000 € (non acquis)", "à confirmer"),
        ("Région : 5 000 € (accord de principe)", "à confirmer"),
        ("Région : 5 000 € ?", "à confirmer"),
        ("Région : 5 000 € (sollicitée)", "sollicité"),
        ("Subvention demandée à la Région : 5 000 €", "sollicité"),
        ("Région : 5 000 € – dossier déposé", "sollicité"),
        ("Région : 5 000 € (à solliciter)", "envisagé"),
        ("Région : 5 000 € (envisagé)", "envisagé"),
        ("Région : 5 000 €, votés en mars", "décidé"),
        ("Région : 5 000 € (notifiée)", "notifié"),
        ("Région : 5 000 € (versés)", "versé"),
        ("Région : 5 000 € (refusé)", "refusé"),
    ],
)
def test_the_line_s_own_words_come_before_what_was_decided(line: str, status: str) -> None:
    assert (first(line, DECISION).amount, first(line, DECISION).status) == (5000, status)


def test_without_a_decision_nothing_is_decided() -> None:
    assert (first("Région : 5 000 €").status, first("Région : 5 000 €").sure[0]) == ("à confirmer", "default")


def test_what_the_document_says_lower_of_a_funder_counts() -> None:
    before = DECISION + "Le Ministère est sollicité pour un financement.\n\n"

    assert (first("Ministère : 5 000 €", before).status, first("Ministère : 5 000 €", before).sure[0]) == ("sollicité", "elsewhere")


@pytest.mark.parametrize(
    ("line", "nature", "amount", "detail"),
    [
        ("CAUE : rémunération stagiaire", "en nature valorisé", None, "rémunération stagiaire"),
        (
            "Mairie : mise à disposition d’une salle (valorisée 1 800 €)",
            "en nature valorisé",
            1800,
            "mise à disposition d’une salle (valorisée 1 800 €)",
        ),
        ("Les Oyats : heures des bénévoles", "bénévolat non valorisé", None, "heures des bénévoles"),
        ("Les Oyats : à chiffrer", "subvention", None, "à chiffrer"),
        ("Autofinancement : 500 €", "fonds propres", 500, ""),
        ("Emprunt : 500 €", "prêt", 500, ""),
        ("Vente de livrets : 500 €", "recette", 500, ""),
        ("Cagnotte : 500 €", "citoyen", 500, ""),
        ("Région : entre 3 000 et 5 000 €", "subvention", None, "entre 3 000 et 5 000 €"),
        ("Région : 300 €/mois", "subvention", None, "300 €/mois"),
    ],
)
def test_the_nature_is_told_by_what_is_given(line: str, nature: str, amount: int | None, detail: str) -> None:
    found = first(line)

    assert (found.nature, found.amount, found.detail) == (nature, amount, detail)


@pytest.mark.parametrize(("line", "base"), [("Région : 5 000 € HT", "HT"), ("Région : 5 000 € TTC", "TTC"), ("Région : 5 000 €", "")])
def test_a_tax_base_counts_when_it_is_written(line: str, base: str) -> None:
    assert first(line).tax_base == base


def test_a_price_times_a_number_makes_the_sum() -> None:
    text = "Budget de la démarche\n\nDépenses :\n- Animation : 3 personnes à 1 500 €\n- Rédaction : 2 500 €\n2 auteurs à 1 250 €\n4 réunions à 100 €\n"

    found = extract(read("note.txt", text.encode()).blocks).ledger.lines

    assert [(line.label, line.amount, line.detail) for line in found if line.part is Part.LINE] == [
        ("Animation", 4500, "3 personnes à 1 500 €"),
        ("Rédaction", 2500, "2 auteurs à 1 250 €"),
        ("4 réunions", 400, "4 réunions à 100 €"),
    ]


def test_the_funders_are_actors_and_fonds_propres_is_nobody() -> None:
    text = BUDGET.format(line="Fonds Grain : 300 €\n- Autofinancement : 200 €", before="Fonds Grain aime les haies.\n\n")

    found = extract(read("note.txt", text.encode()).blocks)

    assert sorted({mention.surface for mention in found.actors}) == ["Eaux Claires", "Fonds Grain"]
    assert [mention.span.block for mention in found.actors if mention.surface == "Fonds Grain"] == [1, 3]


def test_a_product_that_no_budget_holds_is_no_sum() -> None:
    text = "Budget de la démarche\n\nDépenses :\n- Animation : 9000 postes à 9 000 000 000 €\n- Rédaction : 2 500 €\n- Impression : 500 €\n"

    found = extract(read("note.txt", text.encode()).blocks).ledger.lines

    assert [(line.label, line.amount) for line in found] == [("Animation", None), ("Rédaction", 2500), ("Impression", 500)]
