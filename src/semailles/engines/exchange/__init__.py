"""Formats that other tools speak. Read: the exports of other platforms. Written: Decidim, canonical JSON, tables safe for spreadsheets (CSV, XLSX), GeoJSON, iCalendar."""

from semailles.engines.exchange.exported import ExportedIdea, ExportedTable, RowTrouble, Told
from semailles.engines.exchange.icalendar import Event, icalendar
from semailles.engines.exchange.importing import read_export
from semailles.engines.exchange.plain import as_typed, canonical_json, csv_table, feature_collection, synthesis_schema
from semailles.engines.exchange.workbook import Sheet, workbook

__all__ = [
    "Event",
    "ExportedIdea",
    "ExportedTable",
    "RowTrouble",
    "Sheet",
    "Told",
    "as_typed",
    "canonical_json",
    "csv_table",
    "feature_collection",
    "icalendar",
    "read_export",
    "synthesis_schema",
    "workbook",
]
