"""What others than the facilitator may be given: nothing that a workbook hides and that nobody kept (docs/decisions/0016)."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from semailles.publication.views import BudgetView, ExcerptView, FamilyView, IdeaView, ProjectView, Snapshot


def shown(full: Snapshot) -> Snapshot:
    """The same without ideas, quotes and lines that hidden sheets, rows or columns alone say, until a person keeps the idea."""
    ideas = tuple(kept for idea in full.ideas if (kept := _idea(idea)))
    by_id = {idea.id: idea for idea in ideas}
    families = {family.id: told for family in full.families if (told := _family(family, full, by_id))}
    titles = {family.title: families[family.id].title for family in full.families if family.id in families}
    narrowed = replace(
        full,
        ideas=ideas,
        by_id=by_id,
        families=tuple(families.values()),
        themes=tuple(replace(theme, ideas=left) for theme in full.themes if (left := _left(theme.ideas, by_id)) or not theme.ideas),
        projects=tuple(sheet for project in full.projects if (sheet := _project(project, by_id, titles))),
        claims=tuple(claim for claim in full.claims if not claim.excerpt.cover),
        budget=_budget(full.budget),
    )
    return _without_unsaid_actors(narrowed)


def _idea(idea: IdeaView) -> IdeaView | None:
    """Without the quotes that are hidden; none when its own words stand nowhere else."""
    sources = _seen(idea.sources)
    if idea.is_validated or len(sources) == len(idea.sources):
        return idea
    own = idea.sources[0].quote
    return replace(idea, sources=sources) if any(source.quote == own for source in sources) else None


def _family(family: FamilyView, full: Snapshot, by_id: Mapping[str, IdeaView]) -> FamilyView | None:
    """What is left of it: called by an idea that is shown, reaching the teams that show it."""
    ideas = _left(family.ideas, by_id)
    if all(by_id.get(idea) is full.idea(idea) for idea in family.ideas):
        return family
    if not ideas:
        return None
    members = [by_id[idea] for idea in ideas]
    return replace(
        family,
        title=family.title if family.is_named or any(family.title == idea.title for idea in members) else members[0].title,
        medoid=family.medoid if family.medoid in by_id else ideas[0],
        ideas=ideas,
        doubtful=_left(family.doubtful, by_id),
        letters=tuple(sorted({source.document.letter for idea in members for source in idea.sources} | {idea.letter for idea in members})),
        links=tuple(link for link in family.links if link.a in by_id and link.b in by_id),
    )


def _project(project: ProjectView, by_id: Mapping[str, IdeaView], titles: Mapping[str, str]) -> ProjectView | None:
    """A draft that hidden ideas alone feed waits with them."""
    ideas = _left(project.ideas, by_id)
    if project.ideas and not ideas:
        return None
    return replace(
        project,
        title=titles.get(project.title, project.title),
        ideas=ideas,
        statements={section: left for section, said in project.statements.items() if (left := _seen(said))},
        commitments=tuple(one for one in project.commitments if one.excerpt is None or not one.excerpt.cover),
    )


def _budget(budget: BudgetView) -> BudgetView:
    """One that was read under a cover and that nobody took is told by nobody; lines that people gave stay."""
    if any(excerpt.cover for excerpt in budget.excerpts):
        return BudgetView()
    totals = tuple(total for total in budget.totals if not total.excerpt.cover)
    return replace(budget, totals=totals, apart=_seen(budget.apart), others=_seen(budget.others))


def _without_unsaid_actors(told: Snapshot) -> Snapshot:
    """Whom hidden words alone name is not told either, unless a sheet or the budget still counts on them."""
    counted = {one.actor for project in told.projects for one in project.commitments} | {line.actor for line in told.fundings}
    seen = [(actor, _seen(actor.mentions)) for actor in told.actors]
    actors = (replace(actor, mentions=left) for actor, left in seen if left or not actor.mentions or actor.id in counted)
    return replace(told, actors=tuple(actors))


def _left(ideas: Iterable[str], by_id: Mapping[str, IdeaView]) -> tuple[str, ...]:
    return tuple(idea for idea in ideas if idea in by_id)


def _seen(excerpts: Iterable[ExcerptView]) -> tuple[ExcerptView, ...]:
    return tuple(excerpt for excerpt in excerpts if not excerpt.cover)
