"""Formats that other tools speak: canonical JSON, CSV safe for spreadsheets, GeoJSON."""

from semailles.engines.exchange.plain import canonical_json, csv_table, feature_collection, synthesis_schema

__all__ = ["canonical_json", "csv_table", "feature_collection", "synthesis_schema"]
