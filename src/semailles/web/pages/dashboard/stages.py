"""The path from paper to act in words and seeds: seven stages, what each counts, what did not pass and why."""

from dataclasses import dataclass
from math import ceil

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles.publication.board.funnel import Funnel

MOST_ROWS, NARROWEST, FIELD_WIDTH, STEP_ACROSS = 16, 3, 45, 11
FULL_FIELD, WORTH = 160, (1, 10, 100, 1000)


@dataclass(frozen=True, slots=True)
class Seeds:
    """`full`: people said yes. `pale`: the machine only suggests. `none`: missing."""

    full: int = 0
    pale: int = 0
    none: int = 0

    def shared(self, worth: int) -> "Seeds":
        return Seeds(*(ceil(count / worth) for count in (self.full, self.pale, self.none)))


@dataclass(frozen=True, slots=True)
class TeamSeeds:
    letter: str
    name: str
    ideas: int
    seeds: Seeds


@dataclass(frozen=True, slots=True)
class Stage:
    """`lost`: sentences, each with the address of what to do about it, or « »."""

    count: int
    label: str
    name: str
    seeds: Seeds
    counted: str
    lost: tuple[tuple[str, str], ...]
    teams: tuple[TeamSeeds, ...] = ()
    is_act: bool = False


@dataclass(frozen=True, slots=True)
class Ground:
    """How the whole field is drawn, so that a seed has one size everywhere: how many across, how large, how many things one stands for."""

    across: int
    scale: float
    worth: int


def ground(funnel: Funnel) -> Ground:
    largest = max([funnel.convergences, funnel.projects, *(team.ideas for team in funnel.teams)])
    worth = next((worth for worth in WORTH if largest <= FULL_FIELD * worth), WORTH[-1])
    across = max(NARROWEST, ceil(largest / worth / MOST_ROWS))
    return Ground(across, round(FIELD_WIDTH / (across * STEP_ACROSS), 3), worth)


def stages(funnel: Funnel) -> tuple[Stage, ...]:
    worth = ground(funnel).worth
    return (
        _ideas(funnel, worth),
        _convergences(funnel, worth),
        _projects(funnel, worth),
        _held(funnel, worth),
        _funded(funnel, worth),
        _validated(funnel, worth),
        _launched(funnel, worth),
    )


def _ideas(funnel: Funnel, worth: int) -> Stage:
    documents = ngettext("%(n)d document", "%(n)d documents", funnel.documents) % {"n": funnel.documents}
    kept = _("kept by people: %(kept)d; the others found in %(documents)s") % {"kept": funnel.kept, "documents": documents}
    kept = kept if funnel.suggested else _("all kept by people")
    found = _("found by the program in %(documents)s; nobody has kept any yet") % {"documents": documents}
    aside = ngettext("%(n)d set aside, with its reason", "%(n)d set aside, with their reasons", funnel.set_aside)
    unread = ngettext("%(n)d file that could not be read", "%(n)d files that could not be read", funnel.unreadable)
    teams = tuple(TeamSeeds(team.letter, team.name, team.ideas, Seeds(team.kept, team.suggested).shared(worth)) for team in funnel.teams)
    return Stage(
        count=funnel.ideas,
        label=ngettext("idea found", "ideas found", funnel.ideas),
        name=_("Ideas"),
        seeds=Seeds(funnel.kept, funnel.suggested).shared(worth),
        counted=kept if funnel.kept else found,
        lost=_said(
            (ngettext("%(n)d to sort", "%(n)d to sort", funnel.suggested), funnel.suggested, "ideas"),
            (aside, funnel.set_aside, "ideas"),
            (unread, funnel.unreadable, "documents"),
        )
        or ((_("everything is sorted"), ""),),
        teams=teams,
    )


def _convergences(funnel: Funnel, worth: int) -> Stage:
    alone = ngettext(
        "%(n)d thing seen by one team only, kept in sight", "%(n)d things seen by one team only, kept in sight", funnel.singular
    )
    return Stage(
        count=funnel.convergences,
        label=ngettext("convergence found", "convergences found", funnel.convergences),
        name=_("Convergences"),
        seeds=Seeds(full=funnel.settled, pale=funnel.to_read).shared(worth),
        counted=_read(funnel),
        lost=_said((alone, funnel.singular, "convergences")) or ((_("no idea stands alone"), ""),),
    )


def _read(funnel: Funnel) -> str:
    if not funnel.settled:
        return _("at least two teams say the same; suggested by the program, to be read")
    if not funnel.to_read:
        return _("at least two teams say the same; all validated by people")
    said = {"settled": funnel.settled, "left": funnel.to_read}
    return _("at least two teams say the same; validated by people: %(settled)d; left to read: %(left)d") % said


def _projects(funnel: Funnel, worth: int) -> Stage:
    drafts = funnel.projects - funnel.taken
    drafted = ngettext("project drafted", "projects drafted", funnel.projects)
    return Stage(
        count=funnel.projects,
        label=ngettext("project in hand", "projects in hand", funnel.projects) if funnel.taken else drafted,
        name=_("Projects"),
        seeds=Seeds(full=funnel.taken, pale=drafts).shared(worth),
        counted=_taken_up(funnel),
        lost=_said(*((sentence, count, "convergences") for sentence, count in without_sheet(funnel)))
        or ((_("every convergence has its sheet") if funnel.projects else _("a sheet needs a convergence that says enough"), ""),),
    )


def _taken_up(funnel: Funnel) -> str:
    if not funnel.taken:
        return _("a draft sheet, drawn from the strongest convergences")
    if funnel.taken == funnel.projects:
        return _("all taken up by people")
    return _("taken up by people: %(n)d; the others are draft sheets, drawn from the strongest convergences") % {"n": funnel.taken}


def without_sheet(funnel: Funnel) -> tuple[tuple[str, int], ...]:
    """Why convergences have no sheet, and how many each time."""
    return (
        (
            ngettext("%(n)d convergence holds too loosely for a sheet", "%(n)d convergences hold too loosely for a sheet", funnel.weak),
            funnel.weak,
        ),
        (
            ngettext("%(n)d convergence says too little for a sheet", "%(n)d convergences say too little for a sheet", funnel.brief),
            funnel.brief,
        ),
        (ngettext("%(n)d waits for a sheet", "%(n)d wait for a sheet", funnel.waiting), funnel.waiting),
    )


def _held(funnel: Funnel, worth: int) -> Stage:
    without = funnel.projects - funnel.held
    return Stage(
        count=funnel.held,
        label=ngettext("project carried", "projects carried", funnel.held),
        name=_("Carried"),
        seeds=Seeds(full=funnel.held, none=without).shared(worth),
        counted=_("on the step « carried »: the sheet says enough, and somebody holds it, by word of mouth at least"),
        lost=_said(
            (ngettext("%(n)d not carried yet", "%(n)d not carried yet", without), without, "projects"),
            (ngettext("%(n)d that nobody agreed to carry", "%(n)d that nobody agreed to carry", funnel.alone), funnel.alone, "projects"),
        )
        or ((_("each has somebody") if funnel.held else _("there is no sheet to carry yet"), ""),),
    )


def _funded(funnel: Funnel, worth: int) -> Stage:
    without = funnel.projects - funnel.funded
    return Stage(
        count=funnel.funded,
        label=ngettext("project funded", "projects funded", funnel.funded),
        name=_("Funded"),
        seeds=Seeds(full=funnel.funded, none=without).shared(worth),
        counted=_("the need is covered by money notified or paid"),
        lost=_said((ngettext("%(n)d whose need is not covered", "%(n)d whose needs are not covered", without), without, "projects"))
        or ((_("each has its money") if funnel.funded else _("there is no sheet to fund yet"), ""),),
    )


def _validated(funnel: Funnel, worth: int) -> Stage:
    waiting = funnel.held - funnel.validated
    none = _("a sheet is proposed once somebody carries it")
    return Stage(
        count=funnel.validated,
        label=ngettext("project validated", "projects validated", funnel.validated),
        name=_("Validated"),
        seeds=_or_one_missing(funnel.validated, worth),
        counted=_("by a decision that a body proclaimed"),
        lost=_said((ngettext("%(n)d to be proposed", "%(n)d to be proposed", waiting), waiting, "governance")) or ((none, ""),),
        is_act=True,
    )


def _launched(funnel: Funnel, worth: int) -> Stage:
    return Stage(
        count=funnel.launched,
        label=ngettext("project launched", "projects launched", funnel.launched),
        name=_("Launched"),
        seeds=_or_one_missing(funnel.launched, worth),
        counted=_("a commitment in writing, and the first milestone begun"),
        lost=((_("comes after the decision: the roadmap gives each its day"), ""),),
        is_act=True,
    )


def _or_one_missing(count: int, worth: int) -> Seeds:
    return Seeds(full=count).shared(worth) if count else Seeds(none=1)


def _said(*lines: tuple[str, int, str]) -> tuple[tuple[str, str], ...]:
    """What was lost, without what was not."""
    return tuple((sentence % {"n": count}, reverse(route)) for sentence, count, route in lines if count)
