"""Formats that other tools speak: canonical JSON, CSV safe for spreadsheets, GeoJSON, iCalendar."""

from semailles.engines.exchange.icalendar import Event, icalendar
from semailles.engines.exchange.plain import canonical_json, csv_table, feature_collection, synthesis_schema

__all__ = ["Event", "canonical_json", "csv_table", "feature_collection", "icalendar", "synthesis_schema"]
