"""Sheets that people carry, for the tests that print them."""

from dataclasses import replace

from sample import book

from semailles.engines.typesetting.process_page import MoneyRow, MoneyTable, Remark
from semailles.engines.typesetting.project_pages import Calendar, Due, Held, Holders, Ladder, Lines, Money, ProjectPages, Written
from semailles.engines.typesetting.prose import blocks_of
from semailles.engines.typesetting.tree import Roadmap

KEYS = "description stakes observation place audience launch examples limits people flows potential savings".split()
RUNGS = ("pressenti", "sollicité", "à confirmer", "accord oral", "engagement écrit", "réalisé")


def pages(text: str = "", holders: int = 0, lines: int = 0) -> ProjectPages:
    """`text` under each heading; as many holders, milestones and lines of money as are asked for."""
    texts = {key: Written(key.capitalize(), blocks_of(text), (), f"{key} ?") for key in KEYS}
    rows = tuple(MoneyRow(f"Poste {n}", "2027, HT", "1 000 €") for n in range(lines))
    fundings = tuple(MoneyRow(f"Financeur {n}", "subvention", "500 €", "à confirmer") for n in range(lines))
    held = tuple(Held(f"Syndicat {n}", "porte", 1 + n % 6, RUNGS[n % 6], "12 mars 2027", "délibération") for n in range(holders))
    return ProjectPages(
        ladder=Ladder(("idée", "convergente", "mise en forme", "portée"), 2),
        traits=(("Champ", "Bâtiments"), ("Porteur", "Syndicat"), ("Instance", "Comité"), ("Échelle", "Bassin"), ("Avancement", "En cours")),
        texts=texts,
        places=("Milly-la-Forêt",),
        obstacles=Lines("Freins et leviers", ("Frein", "Levier"), tuple((f"Frein {n}", "Un levier") for n in range(lines)), "Quoi ?"),
        examples=Lines("Exemples", (), ()),
        links=Lines("Projets liés", (), (("Complète", "2. Autre"),)),
        holders=Holders("Porteurs", ("Qui", "Rôle", "Depuis"), RUNGS, held, "Et {n} de plus.", "Personne.", "Qui ?"),
        calendar=Calendar(
            "Calendrier", ("Jalon", "Quand", "État"), tuple(Due(f"Jalon {n}", "mai 2027", "prévu") for n in range(lines)), (), "Quand ?", "Demain", ""
        ),
        money=Money("Budget", MoneyTable(("Dépenses", "Montant"), rows, "Quoi ?"), MoneyTable(("Ressources", "État", "Montant"), fundings, "Qui ?"), Remark("Écart.")),
        effects=Lines("Effets", ("Effet", "Combien", "Source"), (), "Lesquels ?"),
        provenance=Lines("Provenance", ("Idée", "Titre", "Document"), (("A1", "Un titre", "rapport.docx, § 1"),)),
        card=Written("Résumé", blocks_of(text), (), "Quoi ?"),
        card_traits=(("Champ", "Bâtiments"), ("Lieu", "Milly-la-Forêt")),
        foot=("Licence : ouverte.",),
    )  # fmt: skip


def carried_book(*several: ProjectPages) -> Roadmap:
    base = book(ideas=12, themes=3, sheets=len(several))
    sheets = tuple(replace(sheet, is_draft=False, pages=one) for sheet, one in zip(base.sheets, several, strict=True))
    return replace(base, sheets=sheets)
