"""The ladder of maturity in words: where a project stands, what each step asks, what is missing for the next one."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from semailles.projects.attainment import Attainment
from semailles.projects.enums import Maturity
from semailles.projects.maturity import CONDITIONS, LADDER, Condition, rank
from semailles.projects.models import Project
from semailles.web.pages.maturity.addresses import address_of


@dataclass(frozen=True, slots=True)
class Asked:
    what: str
    url: str
    is_met: bool


@dataclass(frozen=True, slots=True)
class Step:
    label: str
    is_done: bool
    is_here: bool
    asked: tuple[Asked, ...] = ()

    @property
    def met(self) -> int:
        return sum(one.is_met for one in self.asked)


@dataclass(frozen=True, slots=True)
class Missing:
    what: str
    url: str


def ladder(maturity: str) -> tuple[Step, ...]:
    here = rank(maturity)
    return tuple(Step(str(step.label), level < here, level == here) for level, step in enumerate(LADDER))


def told_ladder(project: Project, met: frozenset[str]) -> tuple[Step, ...]:
    """Each step with what it asks, met or not."""
    here = rank(project.maturity)
    return tuple(
        Step(str(step.label), level < here, level == here, tuple(_asked(project, one, met) for one in CONDITIONS if one.step == step))
        for level, step in enumerate(LADDER)
    )


def standing(maturity: str) -> str:
    """« Portée, pas encore proposée »."""
    here = rank(maturity)
    label = str(LADDER[here].label).capitalize()
    if here + 1 == len(LADDER):
        return label
    return _("%(step)s, not yet %(next)s") % {"step": label, "next": LADDER[here + 1].label}


def missing(attained: Attainment) -> tuple[Missing, ...]:
    return linked(attained.project, attained.missing)


def linked(project: Project, lacking: Iterable[Condition]) -> tuple[Missing, ...]:
    return tuple(Missing(str(one.what), address_of(project, one)) for one in lacking)


def is_written_here(step: Maturity | None) -> bool:
    """Steps above « carried » are written from meetings, roadmaps and results."""
    return step is not None and rank(step) <= rank(Maturity.CARRIED)


def _asked(project: Project, one: Condition, met: frozenset[str]) -> Asked:
    return Asked(str(one.what), address_of(project, one), one.key in met)
