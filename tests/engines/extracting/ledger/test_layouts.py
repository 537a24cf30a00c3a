"""One budget, laid out in many ways."""

from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from semailles.engines.extracting import extract
from semailles.engines.extracting.findings import LedgerLine, Part, Side
from semailles.engines.reading import read

DECIDED = "Note de cadrage de la démarche\n\nEaux Claires et le Fonds Grain ont décidé de financer cette démarche.\n\n"
EXPECTED = [
    (Side.COST, "Animation", 6000, ""),
    (Side.COST, "Impression", 3000, ""),
    (Side.FUNDING, "Eaux Claires", 4000, "décidé"),
    (Side.FUNDING, "Fonds Grain", 5000, "à confirmer"),
]
LAID_OUT = {
    "tabs.txt": DECIDED + "Financeurs :\n\tFonds Grain (à confirmer) :\t\t5000€\n\tEaux Claires :\t\t\t4000€\n\t\tTotal\t\t9000€\n"
    "Dépenses :\n\tAnimation :\t\t6000€\n\tImpression :\t\t3000€\n",
    "spaces.txt": DECIDED + "RECETTES\n   Fonds Grain (à confirmer)          5 000 €\n   Eaux Claires                       4 000 €\n\n"
    "DÉPENSES\n   Animation                          6 000 €\n   Impression                         3 000 €\n   TOTAL                              9 000 €\n",
    "bullets.txt": DECIDED + "Ressources :\n- Fonds Grain : 5 k€ (à confirmer)\n- Eaux Claires : 4 k€\n- Total : 9 k€\n\n"
    "Coûts :\n· \tAnimation – 6 000 euros\n·\u00a0Impression – 3 000 euros\n",
    "thousands.txt": DECIDED
    + "Ressources (en k€)\n- Fonds Grain (à confirmer) : 5\n- Eaux Claires : 4\n\nBesoins (en k€)\n- Animation : 6\n- Impression : 3\n",
    "no_unit.txt": DECIDED
    + "Financement :\nFonds Grain (à confirmer) : 5000\nEaux Claires : 4000\n\nCharges :\nAnimation : 6 000\nImpression : 3 000\n",
    "two_sides.txt": DECIDED
    + "Budget\n\nDépenses\t\t\tRecettes\nAnimation\t6000 €\tFonds Grain (à confirmer)\t5000 €\nImpression\t3000 €\tEaux Claires\t4000 €\n"
    "Total\t9000 €\tTotal\t9000 €\n",
    "sentence.txt": DECIDED
    + "Financeurs : Fonds Grain 5 000 € (à confirmer), Eaux Claires 4 000 €.\n\nDépenses : Animation 6 000 €, Impression 3 000 €.\n",
    "sum_first.txt": DECIDED
    + "Ressources :\n- 5 000 € du Fonds Grain (à confirmer)\n- 4 000 € : Eaux Claires\n\nDépenses :\n- Animation : 6 000 €\n- Impression : 3 000 €\n",
    "list.md": "# Cadrage de la démarche\n\nEaux Claires a décidé de financer cette démarche.\n\n## Ressources\n\n* **Fonds Grain** : 5 000 € *(à confirmer)*\n"
    "* **Eaux Claires** : 4 000 €\n\n## Dépenses\n\n* Animation : 6 000 €\n  * dont 500 € de déplacements\n* Impression : 3 000 €\n",
    "breaks.md": "# Cadrage de la démarche\n\nEaux Claires a décidé de financer cette démarche.\n\nFinanceurs :\n\tFonds Grain (à confirmer) :\t\t5000€\n"
    "\tEaux Claires :\t\t\t4000€\nDépenses :\n\tAnimation :\t\t6000€\n\tImpression :\t\t3000€\n",
    "table.md": "# Cadrage de la démarche\n\nEaux Claires a décidé de financer cette démarche.\n\n## Budget prévisionnel\n\n"
    "| Financeur | Montant | Statut | Nature |\n|---|---|---|---|\n| Fonds Grain | 5 000 € | à confirmer | subvention |\n| Eaux Claires | 4 000 € | | |\n"
    "| Total | 9 000 € | | |\n\n| Poste | Quantité | Prix unitaire | Total |\n|---|---|---|---|\n| Animation | 2 | 3 000 € | 6 000 € |\n| Impression | 1 | 3 000 € | 3 000 € |\n",
    "one_table.md": "# Cadrage de la démarche\n\nEaux Claires a décidé de financer cette démarche.\n\n| Libellé | Dépenses (€) | Recettes (€) |\n|---|---|---|\n"
    "| Animation | 6000 | |\n| Impression | 3000 | |\n| Fonds Grain (à confirmer) | | 5000 |\n| Eaux Claires | | 4000 |\n",
    "sheet.csv": "Budget de la démarche;;;\nCHARGES;Montant;PRODUITS;Montant\nAnimation;6000;Fonds Grain (à confirmer);5000\nImpression;3000;Eaux Claires (acquis);4000\nTOTAL;9000;TOTAL;9000\n",
    "leaders.txt": DECIDED
    + "Ressources\nFonds Grain (à confirmer) ......... 5 000 €\nEaux Claires .. 4 000 €\nReste à trouver ....... 0 €\n\n"
    "Emplois\nAnimation (3 soirées x 2 000 €) .. 6 000 €\n* voir le détail en annexe\nImpression : 2 x 1 500 € = 3 000 €\nTotal ..... 9 000 €\n",
    "sides_in_rows.csv": "Budget de la démarche;;;\nType;Libellé;Montant;État\nDépense;Animation;6000;\nDépense;Impression;3000;\n"
    "Recette;Fonds Grain;5000;à confirmer\nRecette;Eaux Claires;4000;acquis\n",
    "heads.txt": "Budget de la démarche (en euros)\n\nFinancements acquis\nEaux Claires : 4000 (délibération du 3 mai)\n\nFinancements à confirmer\nFonds Grain : 5000\n\n"
    "Dépenses prévisionnelles :\nAnimation : 6000\nImpression : 3000\n",
    "english.md": "# Organising the process\n\nClear Waters and the Grain Fund have decided to fund this process.\n\nFunders:\n\n- Fonds Grain: €5,000 (to be confirmed)\n"
    "- Eaux Claires: €4,000\n\nCosts:\n\n- Animation: €6,000\n- Impression: €3,000\n",
}


def lines(name: str, content: bytes) -> list[LedgerLine]:
    return [line for line in extract(read(name, content).blocks).ledger.lines if line.part is Part.LINE]


def told(found: Sequence[LedgerLine]) -> list[tuple[object, ...]]:
    return sorted((line.side, line.label, line.amount, line.status) for line in found)


@pytest.mark.parametrize("name", LAID_OUT)
def test_a_budget_is_the_same_however_it_is_laid_out(name: str) -> None:
    assert told(lines(name, LAID_OUT[name].encode())) == EXPECTED


def word(rows: Sequence[Sequence[str]]) -> bytes:
    document = Document()
    document.add_heading("Note d’organisation", 0)
    document.add_paragraph("Eaux Claires a décidé de financer cette synthèse.")
    table = document.add_table(rows=0, cols=max(map(len, rows)))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=False):
            cell.text = text
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()


def test_a_table_with_its_sides_one_under_the_other() -> None:
    rows = [
        ("Financeurs", ""),
        ("Fonds Grain (à confirmer)", "5 000 €"),
        ("Eaux Claires", "4 000 €"),
        ("Total", "9 000 €"),
        ("Développements", ""),
        ("Animation", "6 000 €"),
        ("2 personnes à 3 000 € ; déplacements inclus", ""),
        ("Impression", "3 000 €"),
    ]

    assert told(lines("note.docx", word(rows))) == EXPECTED


def test_a_table_with_its_sides_side_by_side() -> None:
    rows = [
        ("Dépenses", "Montant", "Recettes", "Montant"),
        ("Animation", "6 000 €", "Fonds Grain (à confirmer)", "5 000 €"),
        ("Impression", "3 000 €", "Eaux Claires", "4 000 €"),
        ("", "", "CAUE", "stagiaire"),
        ("Total", "9 000 €", "Total", "9 000 €"),
    ]

    found = lines("note.docx", word(rows))

    assert told(line for line in found if line.label != "CAUE") == EXPECTED
    assert [(line.side, line.nature, line.detail) for line in found if line.label == "CAUE"] == [
        (Side.FUNDING, "en nature valorisé", "stagiaire")
    ]


def test_lines_parted_by_forced_breaks_stay_apart() -> None:
    document = Document()
    document.add_heading("Note d’organisation de la démarche", 0)
    document.add_heading("Budget de la démarche", 1)
    document.add_paragraph("Dépenses\nAnimation\t\t6 000 €\nImpression\t\t3 000 €\nTotal\t\t9 000 €")
    stream = BytesIO()
    document.save(stream)

    assert told(lines("note.docx", stream.getvalue())) == EXPECTED[:2]


SUMS = st.decimals(min_value=1, max_value=999_999, places=2)
LABELS = st.sampled_from(["Animation", "Mise en forme", "Réunions", "Publications", "Aide à la rédaction", "Temps d’écriture"])
SEPARATORS = st.sampled_from([" : ", ":\t\t", "\t\t\t", "      ", " – ", " = ", " …… "])


@settings(max_examples=80, deadline=None)
@given(st.lists(st.tuples(LABELS, SUMS, SEPARATORS), min_size=2, max_size=6), st.sampled_from(["- ", "\t", "", "• "]))
def test_every_sum_of_a_typed_budget_comes_back_exactly(rows: list[tuple[str, Decimal, str]], bullet: str) -> None:
    written = [f"{bullet}{label}{separator}{amount:,}".replace(",", " ").replace(".", ",") + " €" for label, amount, separator in rows]
    note = "Budget de la démarche\n\nDépenses :\n" + "\n".join(written) + "\n"

    found = lines("note.txt", note.encode())

    assert [(line.side, line.label, line.amount) for line in found] == [(Side.COST, label, amount) for label, amount, _ in rows]
