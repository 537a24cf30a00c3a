"""The founding case's page: 12 000 euros of needs, 7 000 confirmed, three months and one, a report due on 30 April."""

from datetime import date
from decimal import Decimal

from semailles.engines.typesetting.charts.axis import Names
from semailles.engines.typesetting.charts.balance import Bars, Reading, pieces
from semailles.engines.typesetting.charts.gantt import Bar, Dot, Flag, Gantt, Lane
from semailles.engines.typesetting.charts.looks import Role
from semailles.engines.typesetting.process_page import (
    BodyLines,
    BudgetPart,
    CalendarPart,
    DateLine,
    MoneyRow,
    MoneyTable,
    ProcessPart,
    ReadingLine,
    Readings,
    Remark,
)

MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre")


def budget_part(costs: int = 2) -> BudgetPart:
    rows = (MoneyRow("Mise en forme des projets", "4 participants à 2 000 €", "8 000 €"), MoneyRow("Publications", "", "4 000 €"))
    fundings = (
        MoneyRow("Établissement foncier (démo)", "subvention", "5 000 €", "à confirmer"),
        MoneyRow("Compagnie des eaux (démo)", "subvention", "7 000 €", "décidé", is_sure=True),
        MoneyRow("Fondation du Plateau (démo)", "subvention", "3 000 €", "refusé", is_gone=True),
    )
    return BudgetPart(
        "Budget",
        MoneyTable(("Dépenses", "Montant"), (rows * costs)[:costs], "Aucune dépense n’a été écrite."),
        MoneyTable(("Ressources", "État", "Montant"), fundings),
        Readings(
            "Trois lectures du même budget",
            ("Ce qui est compté", "Montant", "Écart aux besoins"),
            (
                ReadingLine("Confirmé", "7 000 €", "−5 000 €", is_missing=True),
                ReadingLine("Espéré", "12 000 €", "0 €"),
                ReadingLine("En nature", "1 apport", "à part"),
            ),
        ),
        Remark("5 000 € ne sont pas acquis.", ("Si tout ce qui est espéré arrive, les besoins sont couverts.",), is_warning=True),
        Remark("En nature, à part et jamais additionné.", ("Conseil d’architecture (démo) : un stagiaire",)),
        chart=Bars(
            "Budget",
            "Sur 12 000 € de besoins, 7 000 € sont confirmés.",
            (
                Reading("Confirmé", "7 000 €", ((Role.HAVE, Decimal(0), Decimal(7000)),)),
                Reading("Espéré", "12 000 €", pieces(Decimal(7000), Decimal(12000))),
            ),
            Decimal(12000),
        ),
    )


def calendar_part(bodies: int = 1, dates: int = 3) -> CalendarPart:
    line = DateLine("2 février – 1er mai 2015", "Travaux (3 mois)", "à venir", "1er janvier – 31 mars 2015", is_late=True)
    meetings = (DateLine("2 février 2015", "lancement", "tenue", "", is_done=True), DateLine("", "validation", "à dater", ""))
    return CalendarPart(
        "Calendrier",
        ("Quand", "Quoi", "État", "Au plus tard, pour tenir"),
        (line,) * (dates - 1) + (DateLine("30 avril 2015", "Échéance extérieure : rapport", "", "", is_deadline=True),),
        (
            Remark(
                "La démarche finit le 1er juin 2015 : 32 jours après l’échéance.",
                ("Ou bien « Travaux » finit le 31 mars 2015.",),
                is_warning=True,
            ),
        ),
        "Les instances et leurs réunions",
        tuple(
            BodyLines(f"Comité {rank}", "comité de pilotage", meetings if rank < 3 else (), "Aucune réunion n’a été écrite.")
            for rank in range(bodies)
        ),
        Gantt(
            "Calendrier",
            "Deux phases, deux comités.",
            (
                Bar("Travaux", date(2015, 2, 2), date(2015, 5, 1), date(2015, 5, 1)),
                Bar("Rédaction 🚲", date(2015, 5, 2), date(2015, 6, 1), date(2015, 6, 1)),
            ),
            (
                Lane(
                    "Comité de pilotage",
                    (
                        Dot("lancement, 2 février", date(2015, 2, 2), is_held=True),
                        Dot("validation, 30 avril", date(2015, 4, 30), is_suggested=True),
                    ),
                ),
            ),
            Names(MONTHS, MONTHS),
            Flag("aujourd'hui", date(2015, 3, 2)),
            Flag("échéance extérieure, 30 avril", date(2015, 4, 30)),
        ),
    )


def process_part(budget: BudgetPart | None, calendar: CalendarPart | None) -> ProcessPart:
    return ProcessPart("Budget et calendrier de la démarche", "Ce qui est acquis, ce qui manque, et quand.", budget, calendar)
