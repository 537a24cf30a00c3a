"""The pages of a project that people carry: what they wrote, who holds it and how far, its money in three readings, its time, where it comes from."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles.engines.budgeting import Balance, Nature
from semailles.engines.budgeting.lines import APART
from semailles.engines.typesetting import process_page as page
from semailles.engines.typesetting import project_pages as pages
from semailles.engines.typesetting.charts.balance import Bars
from semailles.engines.typesetting.prose import blocks_of
from semailles.projects.enums import Maturity, Note, Section
from semailles.publication.carried import CarriedView, DueView, HolderView
from semailles.publication.roadmap.budget_and_calendar import cost_row, funding_row
from semailles.publication.roadmap.questions import questions
from semailles.publication.views import BudgetView, FamilyView, ProjectView, Snapshot
from semailles.publication.words import capitalised, listed, one_a_team_first, source_words
from semailles.workshop.budget_words import balance_chart, gap_words, hope_words, in_kind_words
from semailles.workshop.ladder import RUNGS

MOST_QUOTES, MOST_EFFECTS = 4, 6
MOST_PLACED = 90  # signs
# How the templates call the texts of a sheet.
KEYS: dict[Section | Note, str] = {
    Section.DESCRIPTION: "description",
    Section.STAKES: "stakes",
    Section.OBSERVATION: "observation",
    Section.PLACE: "place",
    Section.AUDIENCE: "audience",
    Section.LAUNCH: "launch",
    Section.EXAMPLES: "examples",
    Note.LIMITS: "limits",
    Note.PEOPLE: "people",
    Note.FLOWS: "flows",
    Note.POTENTIAL: "potential",
    Note.SAVINGS: "savings",
}
HEAD = ("competent_body", "scale")
UNDER = ("intended_form", "participation", "lead_months", "deadline_on", "group", "axis")


def pages_of(project: ProjectView, carried: CarriedView, family: FamilyView | None, full: Snapshot) -> pages.ProjectPages:
    return pages.ProjectPages(
        ladder=pages.Ladder(tuple(str(step.label) for step in Maturity), carried.step),
        traits=tuple(_traits(carried, family, full)),
        texts={key: _text(slot, project) for slot, key in KEYS.items()},
        places=carried.place.lines,
        obstacles=_obstacles(carried),
        examples=pages.Lines(_("Examples here and elsewhere"), (), carried.examples),
        links=pages.Lines(_("Linked projects"), (), carried.links),
        holders=_holders(carried),
        calendar=_calendar(carried),
        money=_money(carried.budget),
        effects=_effects(carried),
        provenance=_provenance(project, carried, full),
        card=_card(project),
        card_traits=tuple(_card_traits(carried, family, full)),
        foot=tuple(_foot(carried)),
        drawings=pages.Drawings(carried.place.chart, carried.time.chart, _bars(carried.budget), carried.photograph),
    )


def lead(carried: CarriedView) -> str:
    """Who carries it, by word of mouth at least; else who is hoped for, and how far that goes."""
    holding = [one.name for one in carried.holders if one.is_holding]
    hoped = [f"{one.name} ({one.level})" for one in carried.holders if one.is_to_hold]
    return listed(holding or hoped)


def _traits(carried: CarriedView, family: FamilyView | None, full: Snapshot) -> Iterator[tuple[str, str]]:
    """Four at the head of the sheet, whatever was filled; then what was."""
    known = carried.traits
    field = [known[name][1] for name in ("sphere", "strategy_verb") if name in known]
    theme = next((theme.title for theme in full.themes if family and theme.id == family.theme), "")
    missing = _("to be said")
    yield _("Field of action"), " · ".join(field) or theme or missing
    yield _("Main holder"), lead(carried) or _("nobody yet")
    yield _("Competent body"), known["competent_body"][1] if "competent_body" in known else missing
    yield _("Best scale"), known["scale"][1] if "scale" in known else missing
    yield _("How it goes"), carried.status
    for name in UNDER:
        if name in known:
            yield known[name]


def _text(slot: Section | Note, project: ProjectView) -> pages.Written:
    excerpts = one_a_team_first(project.statements.get(slot, ()), lambda one: one.document.letter)[:MOST_QUOTES]
    quotes = tuple((f"« {one.quote} »", source_words(one)) for one in excerpts)
    question = questions()[slot] if isinstance(slot, Section) else ""
    return pages.Written(capitalised(str(slot.label)), blocks_of(project.written.get(slot, "")), quotes, question)


def _card(project: ProjectView) -> pages.Written:
    """The summary in twenty lines, or the description where nobody wrote one."""
    said = project.written.get(Note.SUMMARY, "") or project.written.get(Section.DESCRIPTION, "")
    return pages.Written(capitalised(str(Note.SUMMARY.label)), blocks_of(said), (), questions()[Section.DESCRIPTION])


def _card_traits(carried: CarriedView, family: FamilyView | None, full: Snapshot) -> Iterator[tuple[str, str]]:
    yield from _traits(carried, family, full)
    yield _("Where"), _where(carried.place.lines) or _("to be said")
    yield _("Maturity"), str(list(Maturity)[carried.step].label)
    if carried.contact:
        yield _("Public contact"), carried.contact
    if carried.licence:
        yield _("Licence"), carried.licence


def _where(lines: tuple[str, ...]) -> str:
    """As many as its corner of the card holds, then how many others there are."""
    kept = max(1, sum(length <= MOST_PLACED for length in accumulate(map(len, lines))))
    others = len(lines) - kept
    said = ", ".join(lines[:kept])
    return said if others <= 0 else ngettext("%(said)s and %(n)d other", "%(said)s and %(n)d others", others) % {"said": said, "n": others}


def _obstacles(carried: CarriedView) -> pages.Lines:
    question = _("What blocks it? Who can lift it, and when?")
    return _filled(pages.Lines(_("Obstacles and levers"), (_("Obstacle"), _("Lever"), _("Who, when")), carried.obstacles, question))


def _holders(carried: CarriedView) -> pages.Holders:
    return pages.Holders(
        title=_("Holders and commitments"),
        head=(_("Who"), _("Role"), _("Since, shown by")),
        rungs=tuple(str(rung.label) for rung in RUNGS[1:]),
        rows=tuple(map(_held, carried.holders)),
        more=_("And {n} more, less far on the ladder."),
        none=_("Nobody is written down as committed to this project yet."),
        question=_("Whom must one go and see? Tick a rung, date it, say what shows it."),
    )


def _held(one: HolderView) -> pages.Held:
    return pages.Held(one.name, one.role, one.rung, one.level, one.since, one.proof, one.is_gone)


def _calendar(carried: CarriedView) -> pages.Calendar:
    time = carried.time
    following = None if time.following is None else time.dues[time.following]
    verdicts = (page.Remark("", (time.verdict,)),) if time.verdict else ()
    head = (_("Milestone"), _("When"), _("State"), _("Who"))
    return pages.Calendar(
        title=_("Calendar"),
        head=head if any(one.who for one in time.dues) else head[:-1],
        rows=tuple(map(_due, time.dues)),
        verdicts=(*verdicts, *(page.Remark(_("What slips."), (said,), is_warning=True) for said in time.slips)),
        question=_("Which steps, in which order, on which condition?"),
        first_title=_("Next step") if any(one.is_reached for one in time.dues) else _("First step"),
        first=", ".join(filter(None, (following.what, following.when))) if following else "",
    )


def _due(one: DueView) -> pages.Due:
    return pages.Due(one.what, one.when, one.state, one.who, one.is_reached, one.is_late)


def _money(budget: BudgetView) -> pages.Money:
    balance = budget.balance or Balance(Decimal(0), Decimal(0), Decimal(0), Decimal(0), ())
    valued = [line for line in budget.fundings if Nature(line.nature) not in APART]
    apart = tuple(map(in_kind_words, balance.in_kind))
    return pages.Money(
        title=_("Budget"),
        costs=page.MoneyTable((_("Costs"), _("Amount")), tuple(map(cost_row, budget.costs)), _("Which costs, even rounded?")),
        fundings=page.MoneyTable((_("Resources"), _("State"), _("Amount")), tuple(map(funding_row, valued)), _("Who could pay, or give?")),
        verdict=page.Remark(gap_words(balance, _("Nobody has said yet what it costs.")), hope_words(balance), is_warning=balance.gap > 0),
        notes=(page.Remark(_("In kind, apart and never added."), apart),) if apart else (),
    )


def _bars(budget: BudgetView) -> Bars | None:
    return balance_chart(budget.balance, _("Budget of the project")) if budget.balance else None


def _effects(carried: CarriedView) -> pages.Lines:
    reason = ((_("Not quantified"), carried.not_quantified, ""),) if carried.not_quantified else ()
    rows = (*carried.effects[:MOST_EFFECTS], *reason)
    question = _("Which effect to count, in which unit, from which source?")
    return _filled(pages.Lines(_("Expected effects"), (_("Effect"), _("How much"), _("Perimeter and source")), rows, question))


def _provenance(project: ProjectView, carried: CarriedView, full: Snapshot) -> pages.Lines:
    ideas = [full.idea(idea) for idea in project.ideas]
    rows = tuple((idea.mark, idea.title, source_words(idea.sources[0]), carried.parts.get(idea.id, "")) for idea in ideas)
    return _filled(pages.Lines(_("Provenance"), (_("Idea"), _("Title"), _("Document"), _("What the project keeps of it")), rows))


def _filled(lines: pages.Lines) -> pages.Lines:
    """Without its last column when nobody wrote in it."""
    if not lines.rows or any(row[-1] for row in lines.rows):
        return lines
    return replace(lines, head=lines.head[:-1], rows=tuple(row[:-1] for row in lines.rows))


def _foot(carried: CarriedView) -> Iterator[str]:
    yield _("Every statement of its texts was written by the working group; quotations are between guillemets, with their document.")
    if carried.licence:
        yield _("Licence: %(licence)s.") % {"licence": carried.licence}
