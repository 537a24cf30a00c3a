"""Formats that other tools speak. Read: the exports of other platforms. Written: Decidim, canonical JSON, CSV safe for spreadsheets, GeoJSON, iCalendar."""

from semailles.engines.exchange.exported import ExportedIdea, ExportedTable, RowTrouble, Told
from semailles.engines.exchange.icalendar import Event, icalendar
from semailles.engines.exchange.importing import read_export
from semailles.engines.exchange.plain import as_typed, canonical_json, csv_table, feature_collection, synthesis_schema

__all__ = [
    "Event",
    "ExportedIdea",
    "ExportedTable",
    "RowTrouble",
    "Told",
    "as_typed",
    "canonical_json",
    "csv_table",
    "feature_collection",
    "icalendar",
    "read_export",
    "synthesis_schema",
]
