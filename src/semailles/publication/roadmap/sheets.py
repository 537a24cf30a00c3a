"""Draft sheets: what the sources give under the seven headings, each statement with its idea or its document."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _

from semailles.convergence.enums import Strength
from semailles.convergence.naming import CLUMSY, clumsiness
from semailles.engines.typesetting import tree
from semailles.engines.typesetting.prose import blocks_of, words_of
from semailles.projects.drafting import nearest
from semailles.projects.enums import Section
from semailles.publication.carried import NONE, Carried, CarriedView
from semailles.publication.roadmap.carried import pages_of
from semailles.publication.roadmap.questions import questions
from semailles.publication.views import CommitmentView, ExcerptView, FamilyView, IdeaView, ProjectView, Snapshot
from semailles.publication.words import (
    Nearest,
    capitalised,
    coverage,
    explained,
    explanation,
    level_words,
    one_a_team_first,
    source_words,
    teams_words,
)
from semailles.workshop.queries.teams import in_order

MOST_DESCRIBED = 6
MOST_NEIGHBOURS = 4
MOST_ACTORS = 7
TOGETHER = 2  # teams


def sheets(full: Snapshot, carried: Carried = NONE) -> tuple[tree.Sheet, ...]:
    """`carried`: by project, those that people have taken up."""
    families = {family.id: family for family in full.families}
    return tuple(_sheet(project, carried.get(project.id), families, full) for project in full.projects)


def _sheet(project: ProjectView, carried: CarriedView | None, families: Mapping[str, FamilyView], full: Snapshot) -> tree.Sheet:
    """People bring ideas to a project, and take some off: what it says of its teams is then said of the ideas that feed it."""
    family = families.get(project.family)
    own = in_order({full.idea(idea).letter for idea in project.ideas})
    is_as_drawn = carried is None or (family is not None and family.title == project.title)
    return tree.Sheet(
        number=project.number,
        title=project.title,
        tagline=(carried.tagline if carried else "") or (_tagline(project, full) if is_as_drawn else ""),
        letters=family.letters if family and carried is None else own,
        facts=_facts(family, full) if family else (),
        sections=(*(_section(section, project, full) for section in Section), *_neighbours(project, full)),
        ideas=tuple(full.idea(idea).mark for idea in project.ideas),
        actors=_actors(project, full),
        explanation=_together(project, [families[one] for one in project.families if one in families], own, full)
        if carried
        else (explanation(family, full) if family else ""),
        is_draft=carried is None,
        pages=pages_of(project, carried, family, full) if carried else None,
    )


def _together(project: ProjectView, families: Sequence[FamilyView], letters: Sequence[str], full: Snapshot) -> str:
    """Why its ideas stand together: the nearest two of them, between teams, in any of its convergences."""
    if len(letters) < TOGETHER:
        return ""
    fed = set(project.ideas)
    links = [link for family in families for link in family.links if {link.a, link.b} <= fed]
    between = [link for link in links if full.idea(link.a).letter != full.idea(link.b).letter]
    best = max(between, key=lambda link: link.score, default=None)
    pair = Nearest(full.idea(best.a).mark, full.idea(best.b).mark, best.words, best.score) if best else None
    return explained(teams_words(len(letters), len(full.teams)), len(project.ideas), pair)


def _tagline(project: ProjectView, full: Snapshot) -> str:
    """Another team's way of saying it, when it reads well alone and surely says the same."""
    doubtful = _doubtful(full)
    sure = [full.idea(idea).title for idea in project.ideas if idea not in doubtful]
    best = min((title for title in sure if title != project.title), key=clumsiness, default="")
    return best if best and clumsiness(best) < CLUMSY else ""


def _doubtful(full: Snapshot) -> frozenset[str]:
    """Ideas that people are still to place, by id."""
    return frozenset(idea for family in full.families for idea in family.doubtful)


def _facts(family: FamilyView, full: Snapshot) -> tuple[tuple[str, str], ...]:
    theme = next((theme.title for theme in full.themes if theme.id == family.theme), _("To be placed"))
    return (
        (_("Theme"), theme),
        (_("Coverage"), coverage(family, len(full.teams))),
        (_("Convergence"), _strength(family)),
        (_("Maturity"), _("idea, to be validated")),
    )


def _strength(family: FamilyView) -> str:
    """With a word of who said so, where people did."""
    said = str(Strength(family.strength).label) if family.strength else _("one team only")
    return _("%(strength)s, validated by people") % {"strength": said} if family.is_validated else said


def _section(section: Section, project: ProjectView, full: Snapshot) -> tree.SheetSection:
    if section is Section.DESCRIPTION:
        found = _description(project, full)
    elif section is Section.PLACE:
        found = (*_places(project, full), *_excerpts(project.statements.get(section, ())))
    else:
        found = _excerpts(project.statements.get(section, ()))
    title, written = str(section.label).capitalize(), _written(project.written.get(section, ""))
    return tree.SheetSection(section.value, title, (*written, *found), questions()[section])


def _written(text: str) -> tuple[tree.Paragraph, ...]:
    """What the working group wrote comes first, and says that it did."""
    paragraphs = [" ".join(words_of(block).split()) for block in blocks_of(text)]
    signed = tree.Statement(f" ({_('written by the working group')})")
    return tuple((tree.Statement(part), signed) if part == paragraphs[-1] else (tree.Statement(part),) for part in paragraphs)


def _description(project: ProjectView, full: Snapshot) -> tuple[tree.Paragraph, ...]:
    """The words of the teams, one quote a team first, then the others; last, those of ideas that are to be placed."""
    ideas = [full.idea(idea) for idea in project.ideas]
    said = [(_saying(one, ideas, rank), one) for rank, one in enumerate(project.statements.get(Section.DESCRIPTION, ()))]
    doubtful = _doubtful(full)
    told = one_a_team_first(said, lambda pair: pair[0].letter if pair[0] else pair[1].document.letter)
    ordered = sorted(told, key=lambda pair: pair[0] is not None and pair[0].id in doubtful)[:MOST_DESCRIBED]
    return tuple((tree.Statement(excerpt.quote, (idea.mark,), is_quote=True),) if idea else _excerpt(excerpt) for idea, excerpt in ordered)


def _saying(excerpt: ExcerptView, ideas: Sequence[IdeaView], rank: int) -> IdeaView | None:
    """The idea whose words they are: of two in the same sentence, the one of this rank."""
    found = [idea for idea in ideas if any(_overlap(excerpt, source) for source in idea.sources)]
    return next((idea for idea in ideas[rank : rank + 1] if idea in found), found[0] if found else None)


def _overlap(one: ExcerptView, other: ExcerptView) -> bool:
    is_same = (one.document.id, one.locator) == (other.document.id, other.locator)
    return is_same and one.start < other.end and other.start < one.end


def _neighbours(project: ProjectView, full: Snapshot) -> tuple[tree.SheetSection, ...]:
    """Ideas that stand elsewhere and share words with this sheet: for people to bring in, or not."""
    own = " ".join(full.idea(idea).text for idea in project.ideas)
    others = {idea.id: idea.text for idea in full.ideas if idea.id not in project.ideas}
    found = [full.idea(idea) for idea in nearest(own, others, most=MOST_NEIGHBOURS)]
    if not found:
        return ()
    paragraphs = tuple((tree.Statement(idea.sources[0].quote, (idea.mark,), is_quote=True),) for idea in found)
    return (tree.SheetSection("voisines", _("To be brought in, perhaps"), paragraphs, ""),)


def _excerpts(excerpts: Sequence[ExcerptView]) -> tuple[tree.Paragraph, ...]:
    return tuple(map(_excerpt, excerpts))


def _excerpt(one: ExcerptView) -> tree.Paragraph:
    return (tree.Statement(one.quote, is_quote=True), tree.Statement(f" ({source_words(one)})"))


def _places(project: ProjectView, full: Snapshot) -> tuple[tree.Paragraph, ...]:
    names = {place.id: place.name for place in full.places}
    found = dict.fromkeys(names[place] for idea in project.ideas for place in full.idea(idea).places if place in names)
    marks = tuple(full.idea(idea).mark for idea in project.ideas if full.idea(idea).places)
    return ((tree.Statement(_("Places named: %(places)s.") % {"places": ", ".join(found)}, marks),),) if found else ()


def _actors(project: ProjectView, full: Snapshot) -> tuple[tree.ActorLine, ...]:
    """Those whom a source says committed first, then those that the source ideas name."""
    names = {actor.id: capitalised(actor.name) for actor in full.actors}
    lines = [_committed(one, names) for one in project.commitments if one.actor in names]
    said = {one.actor for one in project.commitments}
    for idea in project.ideas:
        for actor in full.idea(idea).actors:
            if actor in names and actor not in said:
                said.add(actor)
                lines.append(tree.ActorLine(names[actor], "", "", full.idea(idea).mark))
    return tuple(lines[:MOST_ACTORS])


def _committed(one: CommitmentView, names: dict[str, str]) -> tree.ActorLine:
    return tree.ActorLine(names[one.actor], one.role, level_words(one.level), source_words(one.excerpt) if one.excerpt else "")
