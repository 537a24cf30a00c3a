"""What print says of a project that people carry: all they wrote, at the level that counts, and nobody's name."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from semailles.core.models import Person
from semailles.projects.actions import (
    ProjectMilestoneEntry,
    add_project_cost,
    add_project_funding,
    add_project_milestone,
    climb_holder,
    commit_to,
    drop_project,
    merge_projects,
    take_up,
)
from semailles.projects.entries_of_money import ProjectCostEntry
from semailles.projects.models import Effect, Project
from semailles.publication.audiences import carried_in_print, for_working_document
from semailles.publication.carried import CarriedView
from semailles.publication.carrying import carried_projects
from semailles.publication.queries import snapshot
from semailles.publication.roadmap.carried import lead, pages_of
from semailles.publication.roadmap.entries import closed_projects
from semailles.publication.roadmap.how_far import counts, missing_words
from semailles.workshop.actions import name_actor
from semailles.workshop.entries import CommitmentEntry, FundingEntry, Proof
from semailles.workshop.enums import FundingStatus, Level, TaxBase
from semailles.workshop.models import Actor, Initiative

ON = date(2015, 3, 1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def project(initiative: Initiative) -> Project:
    return Project.objects.create(initiative=initiative, number=1, title="Une légumerie")


def committed(project: Project, name: str, level: Level, *, by: Person) -> Actor:
    actor = name_actor(project.initiative, name, by=by)
    commitment = commit_to(project, CommitmentEntry(actor, "porte"), by=by)
    climb_holder(commitment, level, proof=Proof("courrier", "dossiers/lettre du 31 janvier"), on=date(2015, 1, 31), by=by)
    return actor


def seen(project: Project) -> CarriedView:
    full = snapshot(project.initiative)
    return carried_in_print(full, carried_projects(project.initiative, on=ON))[str(project.public_id)]


def test_each_holder_stands_at_its_level_with_what_shows_it_and_persons_are_left_out(project: Project, local: Person) -> None:
    committed(project, "Syndicat de l'Orve", Level.WRITTEN, by=local)
    person = committed(project, "Anne Delorme", Level.ORAL, by=local)
    Actor.objects.filter(pk=person.pk).update(kind="person")

    holders = seen(project).holders

    assert [(one.name, one.rung, one.proof, one.is_holding) for one in holders] == [
        ("Syndicat de l'Orve", 5, "posted letter, lettre du 31 janvier", True)
    ]


def test_who_is_only_hoped_for_is_named_with_how_far_that_goes(project: Project, local: Person) -> None:
    committed(project, "Syndicat de l'Orve", Level.SOUGHT, by=local)

    assert lead(seen(project)) == "Syndicat de l'Orve (sought)"


def test_who_answers_for_a_milestone_is_printed_when_it_is_an_organisation(project: Project, local: Person) -> None:
    name_actor(project.initiative, "Syndicat de l'Orve", by=local)
    for rank, who in enumerate(("Syndicat de l'Orve", "Anne Delorme")):
        entry = ProjectMilestoneEntry(f"Étape {rank}", date(2015, 4, 1 + rank), responsible=who)
        add_project_milestone(project, entry, by=local)

    time = seen(project).time

    assert [(due.what, due.who) for due in time.dues] == [("Étape 0", "Syndicat de l'Orve"), ("Étape 1", "")]
    assert time.following == 0


def test_money_is_read_three_ways_and_the_gap_is_said(project: Project, local: Person) -> None:
    add_project_cost(project, ProjectCostEntry("Laverie", 12000, TaxBase.EXCLUDED, 2015), by=local)
    add_project_funding(project, FundingEntry("Région", 5000, status=FundingStatus.DECIDED), by=local)
    add_project_funding(project, FundingEntry("Fondation", 4000, status=FundingStatus.TO_CONFIRM), by=local)

    full = snapshot(project.initiative)
    money = pages_of(full.projects[0], seen(project), None, full).money

    assert [(row.label, row.detail, row.amount) for row in money.costs.rows] == [("Laverie", "2015, HT", "€12,000")]
    assert money.verdict is not None
    assert (money.verdict.opening, money.verdict.is_warning) == ("€7,000 are not secured, out of €12,000 needed.", True)


def test_an_effect_is_printed_with_its_bounds_its_unit_and_its_source(project: Project, local: Person) -> None:
    take_up(project, by=local)
    owned = {"initiative": project.initiative, "project": project}
    told = {"kind": "foncier", "indicator": "terres semées", "low": 84, "central": 84, "high": 120, "unit": "ha", "base": "annuel"}
    ground = {"method": "surfaces promises", "source": "lettre du 2 mars", "confidence": "estimé"}
    Effect.objects.create(**owned, **told, **ground, public_id="00000000-0000-0000-0000-000000000001")

    assert seen(project).effects == (("Land: terres semées", "84 – 120 ha a year", "Estimated. Surfaces promises. Lettre du 2 mars."),)


def test_the_first_page_counts_who_holds_and_who_does_not(project: Project, local: Person) -> None:
    Project.objects.create(initiative=project.initiative, number=2, title="Une halle", taken_up_on=ON)
    committed(project, "Syndicat de l'Orve", Level.WRITTEN, by=local)

    full = snapshot(project.initiative)
    carried = carried_in_print(full, carried_projects(project.initiative, on=ON))

    assert [(one.count, one.label, one.note) for one in counts(full, carried)] == [
        (2, "projects", "taken up by people: 2"),
        (1, "project with a holder", "in writing: 1"),
    ]
    assert missing_words(full, carried) == "1 project has no holder yet. Nobody has costed 2 projects."


def test_a_draft_that_nobody_took_up_keeps_its_one_page(project: Project) -> None:
    assert carried_projects(project.initiative, on=ON) == {}


def test_what_was_dropped_or_merged_is_told_with_its_reason_and_nobody_is_named(project: Project, local: Person) -> None:
    ferme, bois = (
        take_up(Project.objects.create(initiative=project.initiative, number=n, title=t), by=local)
        for n, t in ((2, "Une ferme"), (3, "Du bois"))
    )
    drop_project(ferme, "Personne ne reprend le bail, voir lucie@exemple.fr.", by=local)
    merge_projects(bois, take_up(project, by=local), "Le même hangar.", by=local)

    told = closed_projects(for_working_document(snapshot(project.initiative)))

    assert [(group.title, [(entry.title, entry.detail) for entry in group.entries]) for group in told.groups] == [
        ("Dropped", [("2. Une ferme", "Personne ne reprend le bail, voir [contact].")]),
        ("Merged into another", [("3. Du bois", "Into 1. Une légumerie: Le même hangar.")]),
    ]


def test_the_first_page_counts_drafts_among_those_without_a_holder(project: Project, local: Person) -> None:
    committed(project, "Syndicat de l'Orve", Level.WRITTEN, by=local)
    add_project_cost(project, ProjectCostEntry("Laverie", Decimal(12000), TaxBase.EXCLUDED, 2015), by=local)

    full = snapshot(project.initiative)
    draft = replace(full.projects[0], id="draft", number=2)
    carried = carried_in_print(full, carried_projects(project.initiative, on=ON))

    said = "1 project has no holder yet. Nobody has costed 1 project. 1 budget is not covered."
    assert missing_words(replace(full, projects=(*full.projects, draft)), carried) == said
