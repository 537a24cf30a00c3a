"""The ladder of maturity in words, and what is missing before somebody carries the project."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles.projects.enums import Maturity
from semailles.projects.sheet import Sheet
from semailles.publication.words import listed
from semailles.web.layout.links import to_family

LADDER = list(Maturity)


@dataclass(frozen=True, slots=True)
class Step:
    label: str
    is_done: bool
    is_here: bool


@dataclass(frozen=True, slots=True)
class Missing:
    what: str
    url: str
    why: str = ""


def ladder(maturity: str) -> tuple[Step, ...]:
    here = LADDER.index(Maturity(maturity))
    return tuple(Step(str(step.label), rank < here, rank == here) for rank, step in enumerate(LADDER))


def standing(maturity: str) -> str:
    """« Portée, pas encore proposée »."""
    here = LADDER.index(Maturity(maturity))
    label = str(LADDER[here].label).capitalize()
    if here + 1 == len(LADDER):
        return label
    return _("%(step)s, not yet %(next)s") % {"step": label, "next": LADDER[here + 1].label}


def missing(sheet: Sheet) -> tuple[Missing, ...]:
    return tuple(_missing(sheet, LADDER.index(Maturity(sheet.project.maturity))))


def _missing(sheet: Sheet, here: int) -> Iterator[Missing]:
    family = sheet.project.family
    if here < LADDER.index(Maturity.CONVERGENT) and family:
        yield Missing(_("somebody to read the convergence and keep it"), to_family(family), _("the program suggests it"))
    if here < LADDER.index(Maturity.SHAPED):
        yield Missing(_("a working group, or somebody who leads it"), reverse("governance"))
    if here < LADDER.index(Maturity.CARRIED):
        yield from _before_carried(sheet)


def _before_carried(sheet: Sheet) -> Iterator[Missing]:
    if sheet.empty:
        what = ngettext("a heading to complete", "%(n)d headings to complete", len(sheet.empty)) % {"n": len(sheet.empty)}
        yield Missing(what, f"#{sheet.empty[0].name.lower()}", listed([str(section.label) for section in sheet.empty]))
    yield Missing(_("an actor who carries it, by word of mouth at least"), "#who", _said_so_far(sheet))


def _said_so_far(sheet: Sheet) -> str:
    if not sheet.pledges:
        return _("no source says that anybody is committed")
    return ngettext("one actor is said committed, below", "%(n)d actors are said committed, below", len(sheet.pledges)) % {
        "n": len(sheet.pledges)
    }
