"""A team is a letter, a pattern and a colour: no two share both, on screen and on paper."""

import re
from pathlib import Path

from semailles.engines.typesetting.picture import COLOURS

LAYOUT = Path(__file__).resolve().parents[3] / "src/semailles/web/layout/static/layout"
PRINTED = Path(__file__).resolve().parents[3] / "src/semailles/engines/typesetting/templates/theme.typ"


def test_eight_teams_have_eight_signs_on_screen() -> None:
    tokens, components = (LAYOUT / "tokens.css").read_text(), (LAYOUT / "components.css").read_text()

    colours = dict(re.findall(r"--team-([a-h]): light-dark\((#\w+),", tokens))
    signs = re.findall(r"^  \.([a-h]) \{ --team: var\(--team-(\w)\); --pattern: var\(--pattern-(\w)\); \}", components, re.MULTILINE)

    assert [letter for letter, _, _ in signs] == list("abcdefgh")
    assert len({(colours[colour], pattern) for _, colour, pattern in signs}) == 8
    assert tuple(colours[letter] for letter in "abcdefgh") == COLOURS


def test_paper_has_the_colours_of_the_screen() -> None:
    (written,) = re.findall(r"#let team-colours = \((.*?)\)\.map", PRINTED.read_text())

    assert tuple(re.findall(r"#\w+", written)) == COLOURS
