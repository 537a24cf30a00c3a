"""The map as tables: its ideas, its groups, the links between ideas, the chains that teams fill together; never a tension. Columns in French, as the people who open them."""

from collections.abc import Iterable, Iterator, Sequence

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from semailles.convergence.enums import Judgement
from semailles.convergence.queries.evidence import NOTION
from semailles.convergence.queries.relations import Told as Chained
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
LINKS = ("groupe", "idee_a", "idee_b", "ressemblance", "mots_communs", "notions_communes", "entre_equipes", "titre_a", "titre_b")
CHAINS = ("chaine", "etape", "repere", "titre", "equipe", "etat", "id", "id_chaine")
TABLES = ("idees", "groupes", "liens", "chaines")


def map_tables(told: Snapshot, chains: Iterable[Chained]) -> tuple[Sheet, ...]:
    """One sheet for each name of `TABLES`, in that order."""
    rows = (_ideas(told), _groups(told), _links(told), _chains(told, chains))
    headers = (IDEAS, GROUPS, LINKS, CHAINS)
    return tuple(Sheet(name, header, tuple(found)) for name, header, found in zip(TABLES, headers, rows, strict=True))


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
            yield (family.title, first.mark, second.mark, link.score, *_shared(link.words), joins, first.title, second.title)


def _shared(words: Sequence[str]) -> tuple[str, str]:
    """What both say, then what both evoke with other words."""
    said = [word for word in words if not word.startswith(NOTION)]
    return ", ".join(said), ", ".join(word.removeprefix(NOTION) for word in words if word.startswith(NOTION))


def _chains(told: Snapshot, chains: Iterable[Chained]) -> Iterator[Row]:
    """An idea a row, step after step; what people said is no chain is left out."""
    teams = _teams(told)
    for one in (one for one in chains if one.chain.state != Judgement.NOT_ONE):
        state, key = one.chain.get_state_display(), str(one.chain.public_id)
        for step, quoted in ((place.says, quoted) for place in one.places for quoted in place.said):
            idea = told.by_id.get(str(quoted.idea.public_id))
            if idea:
                yield (capfirst(one.title), step, idea.mark, idea.title, teams[idea.letter], state, idea.id, key)


def _teams(told: Snapshot) -> dict[str, str]:
    return {team.letter: team.name for team in told.teams}


def _themes(told: Snapshot) -> dict[str, str]:
    return {theme.id: theme.title for theme in told.themes}
