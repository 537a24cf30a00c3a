"""What each fault came to, one line each, printed when the tests have ended: a person may copy the table."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass

import pytest

NAME = "fault"
HEADS = ("fault", "tries", "acknowledged", "lost", "duplicates", "note")


@dataclass(frozen=True)
class Tally:
    """`acknowledged`: writes of which somebody was told that they are kept. `lost`: of those, how many were not found afterwards."""

    fault: str
    tries: int
    acknowledged: int
    lost: int = 0
    duplicates: int = 0
    note: str = ""


def tell(request: pytest.FixtureRequest, tally: Tally) -> None:
    """Kept with the report of the test, which comes back from whichever process ran it."""
    request.node.user_properties.append((NAME, asdict(tally)))
    assert (tally.lost, tally.duplicates) == (0, 0)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    rows = sorted(_told(terminalreporter), key=lambda row: _rank(row[0]))
    if rows:
        terminalreporter.section("faults")
        widths = [max(len(row[column]) for row in (HEADS, *rows)) for column in range(len(HEADS))]
        for row in (HEADS, *rows):
            terminalreporter.line("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |")


def _told(reporter: pytest.TerminalReporter) -> Iterator[tuple[str, ...]]:
    for outcome in ("passed", "failed"):
        for report in reporter.getreports(outcome):
            yield from (tuple(str(row[head]) for head in HEADS) for name, row in report.user_properties if name == NAME)


def _rank(fault: str) -> tuple[int, str]:
    number = fault.partition(" ")[0].removeprefix("R")
    return (int(number) if number.isdigit() else 99, fault)
