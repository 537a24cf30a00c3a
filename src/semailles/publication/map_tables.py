"""The map as tables: its ideas, its groups, the links between ideas. Columns in French, as the people who open them."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from semailles.engines.exchange import Sheet
from semailles.engines.exchange.plain import Cell
from semailles.publication.views import IdeaView, Snapshot
from semailles.publication.words import coverage, explanation, place_words

Row = tuple[Cell, ...]
IDEAS = ("repere", "titre", "groupe", "theme", "equipe", "citation", "document", "endroit", "force", "place", "id", "id_groupe")
GROUPS = (
    "titre",
    "theme",
    "idees",
    "equipes",
    "couverture",
    "force",
    "explication",
    "cohesion",
    "au_dela_du_hasard",
    "equilibre",
    "etat",
    "id",
)
LINKS = ("groupe", "idee_a", "idee_b", "ressemblance", "mots_communs", "entre_equipes", "titre_a", "titre_b")
TABLES = ("idees", "groupes", "liens")


def map_tables(told: Snapshot) -> tuple[Sheet, ...]:
    """One sheet for each name of `TABLES`, in that order."""
    rows = (_ideas(told), _groups(told), _links(told))
    return tuple(Sheet(name, header, tuple(found)) for name, header, found in zip(TABLES, (IDEAS, GROUPS, LINKS), rows, strict=True))


def _ideas(told: Snapshot) -> Iterator[Row]:
    """In the order of marks; an idea that no group holds has empty cells there."""
    of = {idea: family for family in told.families for idea in family.ideas}
    doubtful = {idea for family in told.families for idea in family.doubtful}
    teams, themes = _teams(told), _themes(told)
    for idea in told.ideas:
        family, place = of.get(idea.id), _("to be placed") if idea.id in doubtful else ""
        group = (family.title, themes.get(family.theme, "")) if family else ("", "")
        known = (family.strength, place, idea.id, family.id) if family else ("", place, idea.id, "")
        yield (idea.mark, idea.title, *group, teams[idea.letter], *_where(idea), *known)


def _where(idea: IdeaView) -> Row:
    source = idea.sources[0]
    return (source.quote, source.document.path, place_words(source))


def _groups(told: Snapshot) -> Iterator[Row]:
    themes = _themes(told)
    for family in told.families:
        marks, letters = " ".join(told.idea(idea).mark for idea in family.ideas), " ".join(family.letters)
        reach = (marks, letters, coverage(family, len(told.teams)), family.strength)
        figures = (family.cohesion, family.beyond_chance, family.balance)
        state = _("validated") if family.is_validated else _("to be validated")
        yield (family.title, themes.get(family.theme, ""), *reach, explanation(family, told), *figures, state, family.id)


def _links(told: Snapshot) -> Iterator[Row]:
    for family in told.families:
        for link in family.links:
            first, second = told.idea(link.a), told.idea(link.b)
            joins = _("yes") if first.letter != second.letter else _("no")
            yield (family.title, first.mark, second.mark, link.score, ", ".join(link.words), joins, first.title, second.title)


def _teams(told: Snapshot) -> dict[str, str]:
    return {team.letter: team.name for team in told.teams}


def _themes(told: Snapshot) -> dict[str, str]:
    return {theme.id: theme.title for theme in told.themes}
