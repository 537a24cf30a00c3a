"""The map as tables: its ideas, its groups, the links between ideas. Columns in French, as the people who open them."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from semailles.engines.exchange import Sheet
from semailles.engines.exchange.plain import Cell
from semailles.publication.views import FamilyView, IdeaView, Snapshot
from semailles.publication.words import coverage, explanation, place_words

Row = tuple[Cell, ...]
IDEAS = ("repere", "titre", "groupe", "theme", "equipe", "citation", "document", "endroit", "force", "id", "id_groupe")
GROUPS = ("titre", "theme", "idees", "equipes", "couverture", "force", "explication", "cohesion", "au_dela_du_hasard", "id")
LINKS = ("groupe", "idee_a", "idee_b", "ressemblance", "mots_communs", "entre_equipes", "titre_a", "titre_b")
TABLES = ("idees", "groupes", "liens")


def map_tables(told: Snapshot) -> tuple[Sheet, ...]:
    """One sheet for each name of `TABLES`, in that order."""
    rows = (_ideas(told), _groups(told), _links(told))
    return tuple(Sheet(name, header, tuple(found)) for name, header, found in zip(TABLES, (IDEAS, GROUPS, LINKS), rows, strict=True))


def _ideas(told: Snapshot) -> Iterator[Row]:
    """In the order of marks; an idea that no group holds has empty cells there."""
    of = {idea: family for family in told.families for idea in family.ideas}
    teams, themes = _teams(told), _themes(told)
    for idea in told.ideas:
        yield _idea(idea, of.get(idea.id), teams[idea.letter], themes)


def _idea(idea: IdeaView, family: FamilyView | None, team: str, themes: dict[str, str]) -> Row:
    source = idea.sources[0]
    said = (idea.mark, idea.title)
    where = (team, source.quote, source.document.path, place_words(source))
    if family is None:
        return (*said, "", "", *where, "", idea.id, "")
    return (*said, family.title, themes.get(family.theme, ""), *where, family.strength, idea.id, family.id)


def _groups(told: Snapshot) -> Iterator[Row]:
    themes = _themes(told)
    for family in told.families:
        marks, letters = " ".join(told.idea(idea).mark for idea in family.ideas), " ".join(family.letters)
        reach = (marks, letters, coverage(family, len(told.teams)), family.strength)
        yield (
            family.title,
            themes.get(family.theme, ""),
            *reach,
            explanation(family, told),
            family.cohesion,
            family.beyond_chance,
            family.id,
        )


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
