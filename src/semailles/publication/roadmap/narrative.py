"""The draft récit: who said what, where they meet, what one team alone said. Each statement carries its ideas; the links are the program's and say so."""

from collections import Counter
from collections.abc import Container, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles.convergence.naming import CLUMSY, clumsiness
from semailles.engines.typesetting import tree
from semailles.publication.views import FamilyView, IdeaView, Snapshot, TeamView, ThemeView
from semailles.publication.words import coverage, listed

THEMES_A_TEAM = 3
QUOTES_A_TEAM = 3
FAMILIES_A_THEME = 2
QUOTES_A_FAMILY = 3
THEMES_TOLD = 8
SINGULARS_A_TEAM = 3
LONGEST = 220  # a quote longer than this breaks the thread: the index has it whole


def narrative(full: Snapshot) -> tree.Narrative:
    sections = [tree.Titled(_("What each team saw"), tuple(_team(team, full) for team in full.teams if _of(team, full)))]
    sections += [_theme(theme, full) for theme in full.themes[:THEMES_TOLD] if any(one.is_held for one in _convergences(theme, full))]
    singular = tuple(filter(None, (_alone(team, full) for team in full.teams)))
    if singular:
        sections.append(tree.Titled(_("What one team alone said"), singular))
    sections.append(tree.Titled(_("What remains to be written"), (_rest(full),)))
    return tree.Narrative(_("The draft story"), _opening(full), tuple(sections), _written_by(), _endpiece(full))


def _opening(full: Snapshot) -> str:
    where = _(" on %(territory)s") % {"territory": full.frame.territory} if full.frame.territory else ""
    teams = ngettext("One team worked%(where)s.", "%(n)d teams worked%(where)s.", len(full.teams)) % {"n": len(full.teams), "where": where}
    return teams + " " + _("Here is, in their own words, what they saw, where they meet, and what one of them alone said.")


def _written_by() -> str:
    return _("Draft put together by the program from quotes of the documents. To be rewritten by the people who carry the story.")


def _of(team: TeamView, full: Snapshot) -> list[IdeaView]:
    return [idea for idea in full.ideas if idea.letter == team.letter]


def _team(team: TeamView, full: Snapshot) -> tree.Paragraph:
    """Its subjects, then the words of its clearest ideas on each."""
    ideas = _of(team, full)
    themes = _subjects(ideas, full)
    subjects = listed([theme.title for theme, _count in themes])
    intro = ngettext("%(team)s: %(n)d idea.", "%(team)s: %(n)d ideas.", len(ideas)) % {"team": team.name, "n": len(ideas)}
    if subjects:
        intro += " " + _("It speaks above all of these subjects: %(subjects)s.") % {"subjects": subjects}
    shared = {idea for family in full.convergences if family.is_held for idea in family.ideas}
    quoted = [_clearest([idea for idea in ideas if idea.id in theme.ideas], shared)[0] for theme, _count in themes] or _clearest(
        ideas, shared
    )
    return (tree.Statement(intro + " "), *_quotes(quoted[:QUOTES_A_TEAM]))


def _subjects(ideas: Sequence[IdeaView], full: Snapshot) -> list[tuple[ThemeView, int]]:
    own = {idea.id for idea in ideas}
    counts = [(theme, len(own.intersection(theme.ideas))) for theme in full.themes]
    return sorted(((theme, count) for theme, count in counts if count), key=lambda pair: (-pair[1], pair[0].title))[:THEMES_A_TEAM]


def _clearest(ideas: Sequence[IdeaView], shared: Container[str] = ()) -> list[IdeaView]:
    """Those that people kept, then those that another team shares and that read well alone, then best scores; a quote too long for the thread comes last."""
    return sorted(
        ideas,
        key=lambda idea: (
            len(idea.sources[0].quote) > LONGEST,
            not idea.is_validated,
            (idea.id not in shared) + (clumsiness(idea.title) >= CLUMSY),
            -idea.score,
            idea.mark,
        ),
    )


def _quotes(ideas: Sequence[IdeaView]) -> tuple[tree.Statement, ...]:
    """Quotes one after the other, each with its mark, joined as a sentence."""
    statements: list[tree.Statement] = []
    for rank, idea in enumerate(ideas):
        statements.append(tree.Statement(_bare(idea.sources[0].quote), (idea.mark,), is_quote=True))
        statements.append(tree.Statement(". " if rank == len(ideas) - 1 else ", "))
    return tuple(statements)


def _bare(quote: str) -> str:
    if len(quote) > LONGEST:
        quote = quote[:LONGEST].rpartition(" ")[0].rstrip(" ,;:–-") + "…"
    return quote.rstrip(" .;,:")


def _convergences(theme: ThemeView, full: Snapshot) -> list[FamilyView]:
    return [family for family in full.convergences if family.theme == theme.id]


def _theme(theme: ThemeView, full: Snapshot) -> tree.Titled:
    """One paragraph a convergence, strongest first."""
    found = _convergences(theme, full)
    paragraphs = [tuple(_family(family, full)) for family in found[:FAMILIES_A_THEME] if family.is_held]
    left = len(found) - len(paragraphs)
    if left:
        text = ngettext(
            "%(n)d other convergence on this theme is further on.", "%(n)d other convergences on this theme are further on.", left
        )
        paragraphs.append((tree.Statement(text % {"n": left}),))
    return tree.Titled(_("Where they meet: %(theme)s") % {"theme": theme.title}, tuple(paragraphs))


def _family(family: FamilyView, full: Snapshot) -> list[tree.Statement]:
    """Coverage, the sheet if there is one, then one quote a team."""
    numbers = tuple(project.number for project in full.projects if family.id in project.families)
    intro = tree.Statement(coverage(family, len(full.teams)), projects=numbers)
    firsts: dict[str, IdeaView] = {}
    for idea in _clearest([full.idea(idea) for idea in family.ideas]):
        firsts.setdefault(idea.letter, idea)
    return [intro, tree.Statement(_(": ")), *_quotes([firsts[letter] for letter in sorted(firsts)][:QUOTES_A_FAMILY])]


def _alone(team: TeamView, full: Snapshot) -> tree.Paragraph | None:
    own = [full.idea(family.ideas[0]) for family in full.singulars if family.letters == (team.letter,)]
    if not own:
        return None
    intro = ngettext("%(team)s is alone with %(n)d idea.", "%(team)s is alone with %(n)d ideas.", len(own)) % {
        "team": team.name,
        "n": len(own),
    }
    return (tree.Statement(intro + " "), *_quotes(_clearest(own)[:SINGULARS_A_TEAM]))


def _rest(full: Snapshot) -> tree.Paragraph:
    blind = Counter(
        team.letter
        for theme in full.themes
        for team in full.teams
        if not any(full.idea(idea).letter == team.letter for idea in theme.ideas)
    )
    empty = sum(blind.values())
    text = ngettext(
        "The matrix shows %(n)d blind spot: nobody of a team spoke of a theme, in what was read.",
        "The matrix shows %(n)d blind spots: nobody of a team spoke of a theme, in what was read.",
        empty,
    ) % {"n": empty}
    more = _(
        "This draft joins sentences; the story that gives them their sense, the order of things and who acts first are for the groups to write."
    )
    return (tree.Statement(f"{text} {more}" if empty else more),)


def _endpiece(full: Snapshot) -> str:
    """The quote set large at the end: of the strongest convergence, and short enough."""
    for family in full.convergences:
        for idea in _clearest([full.idea(one) for one in family.ideas]):
            if len(idea.sources[0].quote) <= LONGEST:
                return idea.mark
    return ""
