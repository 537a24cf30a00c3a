"""Exports of other platforms, written by hand from the lists of their columns."""

import csv
import io
from collections.abc import Mapping, Sequence

import xlsxwriter

from semailles.engines.exchange import ExportedTable, read_export
from semailles.engines.reading import read

DECIDIM_2019 = (
    *("id", "category/id", "category/name/en", "category/name/fr", "scope/id", "scope/name/en", "scope/name/fr", "title", "body"),
    *("votes", "comments", "created_at", "url", "component/id", "meeting_urls"),
)
DECIDIM_MIDDLE = (
    *("id", "category/id", "category/name/fr", "scope/id", "scope/name/fr", "participatory_space/id", "participatory_space/url"),
    *("component/id", "title", "body", "state", "reference", "answer/fr", "supports", "endorsements/total_count"),
    *("endorsements/user_endorsements", "comments", "attachments", "followers", "published_at", "url", "meeting_urls"),
    *("related_proposals", "is_amend", "original_proposal/title", "original_proposal/url"),
)
DECIDIM_NEW = (
    *("id", "author/id", "author/name", "author/url", "taxonomies/name/fr", "participatory_space/id", "participatory_space/url"),
    *("component/id", "title/en", "title/fr", "body/en", "body/fr", "address", "latitude", "longitude", "state", "state_published_at"),
    *("reference", "answer/fr", "answered_at", "votes", "likes/total_count", "likes/user_endorsements", "comments", "attachments"),
    *("follows_count", "published_at", "url", "meeting_urls", "related_proposals", "is_amend", "original_proposal/title"),
    *("original_proposal/url", "withdrawn", "withdrawn_at", "created_at", "updated_at", "created_in_meeting", "coauthorships_count"),
    *("cost", "cost_report", "execution_period"),
)
POLIS = ("timestamp", "datetime", "comment-id", "author-id", "agrees", "disagrees", "moderated", "comment-body")
ADHOCRACY = (
    *("Reference No.", "Link", "Name", "Description", "Category", "Labels", "Creator", "Created", "Positive ratings"),
    *("Negative ratings", "Comments", "Status", "Location (Longitude)", "Location (Latitude)", "Location label"),
)
TET = (
    *("Axe (x)", "Sous-axe (x.x)", "Sous-sous axe (x.x.x)", "Titre de l'action", "Titre de la sous-action", "Descriptif"),
    *("Instances de gouvernance", "Objectifs", "Indicateurs liés", "Structure pilote", "Moyens humains et techniques", "Partenaires"),
    *("Direction ou service pilote", "Personne pilote", "Élu·e référent·e", "Participation Citoyenne", "Financements", "Financeur 1"),
    *("Montant € HT", "Financeur 2", "Montant € HT", "Financeur 3", "Montant € HT", "Budget prévisionnel total € HT", "Statut"),
    *("Niveau de priorité", "Date de début", "Date de fin"),
)

Cells = Mapping[str, object]


def as_csv(columns: Sequence[str], *rows: Cells, separator: str = ";", encoding: str = "utf-8") -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=separator, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([row.get(column, "") for column in columns] for row in rows)
    return stream.getvalue().encode(encoding)


def as_xlsx(*rows: Sequence[object]) -> bytes:
    stream = io.BytesIO()
    workbook = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = workbook.add_worksheet("Export")
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            sheet.write(number, column, value)
    workbook.close()
    return stream.getvalue()


def under(columns: Sequence[str], row: Cells) -> list[object]:
    return [row.get(column, "") for column in columns]


def exported(name: str, content: bytes) -> ExportedTable:
    document = read(name, content)
    return read_export(document.platform, document.blocks)
