"""The teams' words under the headings of a sheet: they come with an idea, follow it and leave with it. For actions only."""

from collections.abc import Iterable, Sequence

from django.db.models import Max

from semailles.intake.models import Excerpt, Idea
from semailles.projects.drafting import widened
from semailles.projects.enums import Section
from semailles.projects.models import Project, ProjectIdea, SheetStatement
from semailles.projects.queries import beside, said_by


def describe(project: Project, feeds: Iterable[ProjectIdea]) -> list[int]:
    """What each idea says, with as much of its passage as a quote may hold, under the rank at which it feeds the project."""
    told = []
    for fed in feeds:
        source = fed.idea.sources.select_related("passage").order_by("-passage__version__is_latest", "pk").first()
        if source is None:
            continue
        passage, span = source.passage, (source.start, source.end)
        start, end = widened(passage.text, *span) if passage.kind == "paragraph" else span
        told.append(
            _statement(project, Section.DESCRIPTION, fed.rank, passage=passage, start=start, end=end, quote=passage.text[start:end])
        )
    return [one.pk for one in SheetStatement.objects.bulk_create(told)]


def tell(project: Project, ideas: Sequence[Idea]) -> None:
    """What ideas that now feed the project say, and the sentences around them."""
    known = set(project.statements.filter(section=Section.DESCRIPTION).values_list("rank", flat=True))
    describe(project, project.feeds.filter(idea__in=ideas).exclude(rank__in=known).select_related("idea"))
    for section, remarks in beside(project, ideas).items():
        _set_under(project, Section(section), remarks)


def untell(project: Project, ideas: Sequence[Idea]) -> None:
    """Ask before they leave the project."""
    SheetStatement.objects.of(project.initiative).filter(pk__in=[one.pk for one in said_by(project, ideas)]).delete()


def tell_in(part: Project, told: Iterable[SheetStatement], ranks: dict[int, int]) -> None:
    """Words that leave a project for a part of it. `ranks`: of the ideas, there and here."""
    for one in told:
        here = ranks.get(one.rank) if one.section == Section.DESCRIPTION else _next(part, one.section)
        if here is not None:
            one.project, one.rank = part, here
            one.save(update_fields=["project", "rank"])


def give_words(project: Project, into: Project) -> list[int]:
    """The words of the ideas that both have now, where the other one does not hold them yet; the first keeps its own."""
    there = {fed.idea_id: fed for fed in into.feeds.select_related("idea")}
    ranks = {fed.rank: there[fed.idea_id] for fed in project.feeds.all() if fed.idea_id in there}
    known = set(into.statements.filter(section=Section.DESCRIPTION).values_list("rank", flat=True))
    left = {one.pk for one in said_by(project, [fed.idea for fed in project.feeds.exclude(idea__in=there).select_related("idea")])}
    told = [one for one in project.statements.select_related("passage") if one.pk not in left]
    said = {ranks[one.rank].pk: one for one in told if one.section == Section.DESCRIPTION and one.rank in ranks}
    missing = [fed for fed in ranks.values() if fed.rank not in known]
    copied = [_copy(into, Section.DESCRIPTION, fed.rank, said[fed.pk]) for fed in missing if fed.pk in said]
    given = [one.pk for one in SheetStatement.objects.bulk_create(copied)]
    given += describe(into, [fed for fed in missing if fed.pk not in said])
    for section in Section:
        if section is not Section.DESCRIPTION:
            given += _set_under(into, section, [one for one in told if one.section == section])
    return given


def _set_under(project: Project, section: Section, excerpts: Iterable[Excerpt]) -> list[int]:
    """Last under the heading; what it holds already is not set there twice."""
    known = list(project.statements.filter(section=section))
    new = [one for one in excerpts if not any(_overlap(one, other) for other in known)]
    first = _next(project, section)
    rows = SheetStatement.objects.bulk_create(_copy(project, section, rank, one) for rank, one in enumerate(new, start=first))
    return [row.pk for row in rows]


def _next(project: Project, section: str) -> int:
    last = project.statements.filter(section=section).aggregate(last=Max("rank"))["last"]
    return 0 if last is None else int(last) + 1


def _copy(project: Project, section: Section, rank: int, one: Excerpt) -> SheetStatement:
    return _statement(project, section, rank, passage=one.passage, start=one.start, end=one.end, quote=one.quote)


def _statement(project: Project, section: Section, rank: int, **words: object) -> SheetStatement:
    return SheetStatement(initiative=project.initiative, project=project, section=section, rank=rank, **words)


def _overlap(one: Excerpt, other: Excerpt) -> bool:
    return one.passage_id == other.passage_id and one.start < other.end and other.start < one.end
