"""The families of a table, as the terminal tells them: every idea stands in one."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles.cli.terminal import complain, say
from semailles.engines.grouping import Family, Grouping, Text

WIDEST = 200  # signs of an idea


def say_ideas_without_team(ideas: Sequence[Text]) -> None:
    without = sum(idea.team == _("no team") for idea in ideas)
    if without:
        sentence = ngettext(
            "%(n)d idea names no team: it counts as one team, « no team ».",
            "%(n)d ideas name no team: together they count as one team, « no team ».",
            without,
        )
        complain(sentence % {"n": without})


def say_themes(grouping: Grouping, ideas: Iterable[Text]) -> None:
    idea_of = {idea.id: idea for idea in ideas}
    titles = [*(theme.title for theme in grouping.themes), _("Without a theme, to be placed")]
    under: dict[int, list[Family]] = {rank: [] for rank in range(len(titles))}
    for family in grouping.families:
        under[family.theme if family.theme >= 0 else len(grouping.themes)].append(family)
    for rank, families in under.items():
        if families:
            say(f"\n{titles[rank]}")
        for family in families:
            _say_family(family, idea_of)


def _say_family(family: Family, idea_of: dict[str, Text]) -> None:
    say(f"  {on_one_line(family.title)} [{' '.join(family.teams)}]")
    doubtful = frozenset(family.doubtful)
    for member in family.members:
        placing = f", {_('to be placed')}" if member in doubtful else ""
        say(f"    {member} ({idea_of[member].team}{placing}) {on_one_line(idea_of[member].text)}")


def on_one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= WIDEST else f"{line[: WIDEST - 1].rstrip()}…"
