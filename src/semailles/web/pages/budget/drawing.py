"""The three readings of a balance, as a table and as a drawing."""

from typing import Any

from django.utils.safestring import mark_safe

from semailles.engines.budgeting import Balance
from semailles.engines.typesetting.charts.balance import balance_svg
from semailles.workshop import budget_words as words


def drawn(balance: Balance, title: str = "") -> dict[str, Any]:
    chart = words.balance_chart(balance, title)
    return {
        "readings": words.three_readings(balance),
        "in_kind": [words.in_kind_words(line) for line in balance.in_kind],
        "drawing": mark_safe(balance_svg(chart)) if chart else "",  # noqa: S308  # our own drawing: its words are escaped where it is made
    }
