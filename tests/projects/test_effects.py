"""What a project changes: figures that say where they come from, or why there are none."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from semailles.core.models import Person
from semailles.projects.actions import add_line, merge_projects, set_line_aside
from semailles.projects.attainment import facts_of
from semailles.projects.entries import EffectEntry
from semailles.projects.models import Effect, Project
from semailles.workshop.errors import Incorrect
from semailles.workshop.models import Initiative

pytestmark = pytest.mark.django_db
DAY = date(2027, 3, 8)
WHOLE = {"central": Decimal(27), "unit": "MWh", "method": "27 kWc à 1 000 kWh", "source": "relevé du 2 mars"}


@pytest.fixture
def project(initiative: Initiative) -> Project:
    return Project.objects.create(initiative=initiative, number=1, title="Des toits solaires", taken_up_on=DAY)


def change(project: Project, *, by: Person, kind: str = "énergie", **said: Any) -> Effect:
    return add_line(Effect(initiative=project.initiative, project=project), EffectEntry(kind, **said), by=by)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({}, "Write the figure, or say why there is none."),
        (
            {**WHOLE, "source": ""},
            "A figure goes with its unit, its method and its source: write the three, or say why there is no figure yet.",
        ),
        (
            {**WHOLE, "method": ""},
            "A figure goes with its unit, its method and its source: write the three, or say why there is no figure yet.",
        ),
        ({**WHOLE, "low": Decimal(28)}, "The central figure lies between the lowest and the highest."),
        ({**WHOLE, "high": Decimal(26)}, "The central figure lies between the lowest and the highest."),
        ({"low": Decimal(2), "unquantified_reason": "à calculer"}, "Write the central figure of this range."),
        ({**WHOLE, "base": "durée de vie"}, "Say over how many years."),
    ],
)
def test_a_figure_that_stands_on_nothing_is_refused(project: Project, local: Person, said: dict[str, Any], sentence: str) -> None:
    with pytest.raises(Incorrect) as refused:
        change(project, by=local, **said)

    assert sentence in str(refused.value)
    assert project.effects.count() == 0


@pytest.mark.parametrize("said", [WHOLE, {**WHOLE, "central": Decimal(-3)}, {"unquantified_reason": "personne n'a encore mesuré"}])
def test_a_range_a_loss_or_the_reason_why_there_is_no_figure_are_effects(project: Project, local: Person, said: dict[str, Any]) -> None:
    assert change(project, by=local, **said).is_quantified is ("central" in said)


def test_social_ties_are_said_in_words(project: Project, local: Person) -> None:
    assert str(change(project, by=local, kind="lien social", indicator="une fête chaque année")) == "une fête chaque année"


def test_an_effect_that_stands_is_worth_the_reason_why_nothing_is_quantified(project: Project, local: Person) -> None:
    def is_met() -> bool:
        return "not_quantified_reason" in facts_of(project.initiative, [project], on=DAY)[project.pk]

    before, effect = is_met(), change(project, by=local, **WHOLE)
    between = is_met()
    set_line_aside(effect, "compté deux fois", on=DAY, by=local)

    assert (before, between, is_met()) == (False, True, False)


def test_effects_go_with_a_project_that_is_merged(project: Project, local: Person) -> None:
    effect = change(project, by=local, **WHOLE)
    into = Project.objects.create(initiative=project.initiative, number=2, title="L'énergie des bourgs", taken_up_on=DAY)

    merge_projects(project, into, "les mêmes toits", by=local)

    assert list(into.effects.all()) == [effect]
