"""The portfolio as a table for spreadsheets: no cell that one would run."""

from collections.abc import Callable, Sequence

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _

from semailles.engines.exchange import csv_table
from semailles.engines.exchange.workbook import Sheet, workbook
from semailles.projects.portfolio import PortfolioRow

HEADER = (
    "numero",
    "titre",
    "maturite",
    "avancement",
    "champ",
    "porteurs",
    "ce_qui_bloque",
    "ce_qui_debloquerait",
    "manque",
    "derniere_nouvelle",
    "besoin_eur",
    "confirme_eur",
    "espere_eur",
    "manque_eur",
    "selon_les_documents",
)
TYPES = {"csv": "text/csv; charset=utf-8", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}


def exported(rows: Sequence[PortfolioRow], form: str, mask: Callable[[str], str]) -> HttpResponse:
    """Every cell through `mask`."""
    if form not in TYPES:
        raise Http404
    cells = tuple(tuple(mask(cell) if isinstance(cell, str) else cell for cell in _cells(row)) for row in rows)
    written = csv_table(HEADER, cells) if form == "csv" else workbook([Sheet(_("Projects"), HEADER, cells)])
    response = HttpResponse(written, content_type=TYPES[form])
    response["Content-Disposition"] = f'attachment; filename="portefeuille.{form}"'
    return response


def _cells(row: PortfolioRow) -> tuple[str | float, ...]:
    project = row.project
    return (
        project.number,
        project.title,
        project.get_maturity_display(),
        project.get_status_display(),
        project.get_sphere_display(),
        " | ".join(f"{one.actor} ({one.get_level_display()})" for one in row.holders),
        project.blocked_by,
        project.unblocked_when,
        " | ".join(str(one.what) for one in row.attained.missing),
        row.news_on.isoformat(),
        *(float(amount) for amount in (row.balance.needs, row.balance.confirmed, row.balance.hoped, row.balance.gap)),
        " | ".join(f"{one.actor} ({one.get_level_display()})" for one in row.said.commitments) if row.said else "",
    )
