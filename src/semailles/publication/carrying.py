"""Reading projects that people carry, for print: who holds them and how far, their money, their time, their place."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _

from semailles.engines.typesetting.project_pages import Photograph
from semailles.engines.words import fold
from semailles.projects.balances import ledgers
from semailles.projects.calendar import Calendar, Row, calendar_of_projects
from semailles.projects.calendar_chart import project_chart
from semailles.projects.calendar_words import state_words, verdict, what_slips
from semailles.projects.enums import Maturity, ProjectKind, Status
from semailles.projects.holders import HOLDING, Held, HeldLadder, ladders_of
from semailles.projects.identity import Tie, beside
from semailles.projects.models import Obstacle, Project, ProjectCost
from semailles.projects.pictures import Illustration, illustrations
from semailles.projects.places import Located, map_of, nearby, places_of
from semailles.publication.budget import given_budget
from semailles.publication.carried import CarriedView, DueView, HolderView, PlaceOnMap, TimeView
from semailles.publication.effect_words import effect_row
from semailles.publication.words import capitalised, printable
from semailles.workshop.calendar_words import day_words
from semailles.workshop.enums import CommitmentRole, Level, TaxBase
from semailles.workshop.models import Initiative
from semailles.workshop.money import CostLine, FundingLine
from semailles.workshop.queries import BudgetView as GivenBudget
from semailles.workshop.queries.actors import by_spelling
from semailles.workshop.words import NOTHING, label_of, shown

# What a sheet says in one line, in its order of print; nobody's name is among them.
TRAITS = (
    "sphere",
    "strategy_verb",
    "competent_body",
    "scale",
    "intended_form",
    "participation",
    "lead_months",
    "deadline_on",
    "group",
    "axis",
)


def carried_projects(initiative: Initiative, *, on: date, numbers: Sequence[int] | None = None) -> Mapping[str, CarriedView]:
    """Those that people have taken up, by public id. `on`: the day printed; `numbers`: those alone."""
    rows = Project.objects.of(initiative).taken_up().filter(kind=ProjectKind.PROJECT)
    rows = rows if numbers is None else rows.filter(number__in=numbers)
    related = rows.select_related("initiative", "competent_body", "group", "axis").prefetch_related("feeds__idea", "themes")
    return carried_views(initiative, list(related), on=on)


def carried_views(initiative: Initiative, projects: Sequence[Project], *, on: date) -> Mapping[str, CarriedView]:
    """By public id. A fixed number of queries, and some ten more a project: for print, not for lists."""
    books = ledgers(initiative, [project.pk for project in projects], on=on)
    calendar = calendar_of_projects(initiative, on=on)
    known, shown_there = _organisations(initiative, calendar, projects), illustrations(projects)

    def seen(project: Project) -> CarriedView:
        view = _Reader(project, on, known).view(calendar.of(project), books[project.pk].view())
        return replace(view, photograph=_photograph(shown_there[project.pk]))

    return {str(project.public_id): seen(project) for project in projects}


def _photograph(found: Sequence[Illustration]) -> Photograph | None:
    """The first of them: a sheet has room for one."""
    return Photograph(found[0].path.read_bytes(), found[0].alt, found[0].credit, found[0].caption) if found else None


def _organisations(initiative: Initiative, calendar: Calendar, projects: Sequence[Project]) -> frozenset[str]:
    """Of those who are to answer for something, the ones that the directory knows as organisations."""
    named = [row.milestone.responsible for row in calendar.rows]
    named += Obstacle.objects.of(initiative).filter(project__in=projects).values_list("owner", flat=True)
    found = by_spelling(initiative, [name for name in named if name])
    return frozenset(name for name, actor in found.items() if actor.kind != "person")


class _Reader:
    def __init__(self, project: Project, on: date, organisations: frozenset[str]) -> None:
        self.project, self.on, self.organisations = project, on, organisations

    def view(self, calendar: Calendar, given: GivenBudget) -> CarriedView:
        project, held, sheet = self.project, ladders_of(self.project, on=self.on), beside(self.project)
        return CarriedView(
            tagline=project.tagline,
            step=list(Maturity).index(Maturity(project.maturity)),
            status=self._status(),
            traits={name: (capitalised(label_of(name)), value) for name in TRAITS if (value := self._trait(name)) != NOTHING},
            place=self._place(),
            obstacles=tuple(self._obstacle(one) for one in sheet.obstacles if one.is_standing),
            examples=tuple((one.where, one.result, one.source) for one in sheet.examples if one.is_standing),
            links=tuple(_link(tie) for tie in sheet.ties if tie.link.is_standing and tie.other.is_standing),
            effects=tuple(effect_row(one) for one in sheet.effects if one.is_standing),
            holders=tuple(sorted(map(self._holder, held), key=lambda one: (not one.is_to_hold, -one.rung, one.name))),
            time=self._time(calendar),
            budget=given_budget(given, said=_money_said),
            parts={str(feed.idea.public_id): feed.part for feed in project.feeds.all() if feed.part},
            not_quantified=project.not_quantified_reason,
            contact=project.public_contact,
            licence=project.licence,
        )

    def _status(self) -> str:
        """With what stops it and what would free it, when something does."""
        words = [capitalised(str(Status(self.project.status).label))]
        words += [self.project.blocked_by] if self.project.blocked_by else []
        words += [_("Unblocked when: %(what)s") % {"what": self.project.unblocked_when}] if self.project.unblocked_when else []
        return ". ".join(word.rstrip(".") for word in words)

    def _trait(self, name: str) -> str:
        value = shown(Project, name, getattr(self.project, name))
        if name == "deadline_on" and self.project.deadline_reason:
            return f"{value}, {self.project.deadline_reason}"
        return value if value == NOTHING else capitalised(value)

    def _place(self) -> PlaceOnMap:
        found = places_of(self.project)
        chart, lines = map_of(self.project, found), (_located(one) for one in found)
        return PlaceOnMap(tuple(lines), nearby(chart) if chart else None)

    def _obstacle(self, one: Obstacle) -> tuple[str, str, str]:
        until = _("until %(day)s") % {"day": day_words(one.due_on)} if one.due_on else ""
        lifted = _("lifted on %(day)s") % {"day": day_words(one.lifted_on)} if one.lifted_on else ""
        return one.obstacle, one.lever, ", ".join(filter(None, (self._organisation(one.owner), lifted or until)))

    def _organisation(self, name: str) -> str:
        return name if fold(name) in self.organisations else ""

    def _holder(self, ladder: HeldLadder) -> HolderView:
        commitment, current = ladder.commitment, ladder.current
        level = str(Level(current.level).label) if current else str(Level(commitment.level).label)
        return HolderView(
            actor=str(commitment.actor.public_id),
            name=capitalised(commitment.actor.name),
            role=str(CommitmentRole(commitment.role).label),
            rung=ladder.climbed,
            level=_("%(level)s, expired") % {"level": level} if ladder.is_expired else level,
            since=day_words(current.on) if current else "",
            proof=_proof(ladder),
            is_gone=ladder.is_withdrawn or ladder.is_expired,
            is_holding=Held(ladder).is_holding,
            is_to_hold=commitment.role in HOLDING and not ladder.is_withdrawn,
        )

    def _time(self, calendar: Calendar) -> TimeView:
        rows = list(calendar.rows)
        coming = [rank for rank, row in enumerate(rows) if not row.is_reached and row.expected.on]
        following = min(coming, key=lambda rank: rows[rank].expected.on or self.on, default=None)
        slips = what_slips(calendar)
        return TimeView(tuple(map(self._due, rows)), project_chart(calendar, self.project), verdict(calendar), slips, following)

    def _due(self, row: Row) -> DueView:
        when = day_words(row.expected.on) if row.expected.on else ""
        who, is_late = self._organisation(row.milestone.responsible), bool(row.expected.own_days or row.expected.moved_days)
        return DueView(row.milestone.label, when, state_words(row), who, row.is_reached, is_late and not row.is_reached)


def _proof(ladder: HeldLadder) -> str:
    """« délibération, vote du bureau du 20 février »: a file by its name, without its folders."""
    step = ladder.current
    if step is None or not step.proof_kind:
        return ""
    reference = printable(step.proof_reference.rpartition("/")[2])
    return ", ".join(filter(None, (step.get_proof_kind_display(), reference)))


def _located(one: Located) -> str:
    today = _("%(place)s, today in %(commune)s") % {"place": one.place.label, "commune": one.today} if one.today else one.place.label
    return f"{today} ({one.place.note})" if one.place.note else today


def _link(tie: Tie) -> tuple[str, str]:
    said = f"{tie.other.number}. {tie.other.title}"
    return capitalised(tie.words), f"{said} ({tie.link.note})" if tie.link.note else said


def _money_said(line: CostLine | FundingLine) -> str:
    """« 2027, HT », « 0,5 ETP »: what tells a line apart, before the words of people."""
    return ", ".join(_money_parts(line))


def _money_parts(line: CostLine | FundingLine) -> Iterator[str]:
    if line.year:
        yield str(line.year)
    if line.amount is not None and line.tax_base != TaxBase.NONE:
        yield str(line.tax_base)
    if isinstance(line, ProjectCost) and line.effort:
        yield f"{shown(ProjectCost, 'effort', line.effort)} {line.get_effort_unit_display()}"
    if line.detail:
        yield line.detail
