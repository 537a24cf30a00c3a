"""Drawings as SVG, from values that hold every word: one geometry, rendered with classes for the web or with plain attributes for print.

gantt_svg(chart, look) -> str · balance_svg(chart, look) -> str
"""
