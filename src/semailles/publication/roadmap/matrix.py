"""Themes × teams: what each saw, and the blind spots."""

from django.utils.translation import gettext as _

from semailles.engines.typesetting import tree
from semailles.publication.views import IdeaView, Snapshot, ThemeView


def matrix(full: Snapshot) -> tree.Matrix:
    rows = [tree.MatrixRow(theme.title, _cells(theme, full)) for theme in full.themes]
    placed = {idea for theme in full.themes for idea in theme.ideas}
    rest = tuple(idea.id for idea in full.ideas if idea.id not in placed)
    if rest:
        rows.append(tree.MatrixRow(_("To be placed"), _cells(ThemeView("", "", rest), full)))
    note = _(
        "Number of ideas by theme and team, and the titles of the first ones. An empty cell is a blind spot: nobody of that team spoke of it in what was read."
    )
    return tree.Matrix(_("The teams' views, theme by theme"), note, tuple(rows))


def _cells(theme: ThemeView, full: Snapshot) -> tuple[tuple[str, ...], ...]:
    ideas = [full.idea(idea) for idea in theme.ideas]
    return tuple(tuple(idea.mark for idea in sorted(ideas, key=_strongest) if idea.letter == team.letter) for team in full.teams)


def _strongest(idea: IdeaView) -> tuple[float, str]:
    return -idea.score, idea.mark
