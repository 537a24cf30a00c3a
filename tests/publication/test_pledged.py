"""The tables of commitments and money hold what people wrote, of the process and of projects."""

import csv
from datetime import date
from decimal import Decimal

import pytest

from semailles.core.models import Person
from semailles.projects.actions import add_project_funding, climb_holder, commit_to
from semailles.projects.models import Project
from semailles.publication.pledged import pledged
from semailles.publication.queries import snapshot
from semailles.publication.tables import tables
from semailles.workshop.actions import add_funding, name_actor, open_commitment
from semailles.workshop.entries import CommitmentEntry, FundingEntry, Proof
from semailles.workshop.enums import FundingStatus, Level
from semailles.workshop.models import Actor, Initiative

ON = date(2015, 3, 1)
LETTER = Proof("courrier", "lettre du 31 janvier")


@pytest.fixture
def project(initiative: Initiative) -> Project:
    return Project.objects.create(initiative=initiative, number=1, title="Une légumerie")


@pytest.fixture
def union(initiative: Initiative, local: Person) -> Actor:
    return name_actor(initiative, "Syndicat de l'Orve", by=local)


def table(initiative: Initiative, name: str) -> list[dict[str, str]]:
    content = tables(snapshot(initiative, on=ON), pledged(initiative, on=ON))[name]
    return list(csv.DictReader(content.decode("utf-8-sig").splitlines(), delimiter=";"))


def test_a_commitment_that_people_wrote_has_its_line_with_its_day_and_its_proof(project: Project, union: Actor, local: Person) -> None:
    commitment = commit_to(project, CommitmentEntry(union, "porte"), by=local)
    climb_holder(commitment, Level.WRITTEN, proof=LETTER, on=date(2015, 1, 31), by=local)
    open_commitment(union.initiative, CommitmentEntry(union, "finance"), by=local)

    rows = table(project.initiative, "engagements.csv")

    assert [tuple(row[name] for name in ("projet", "acteur", "role", "echelon", "etat", "depuis", "preuve")) for row in rows] == [
        ("process", "Syndicat de l'Orve", "funds", "no step yet", "written by people", "", ""),
        (
            "1",
            "Syndicat de l'Orve",
            "carries",
            "written commitment",
            "written by people",
            "2015-01-31",
            "posted letter, lettre du 31 janvier",
        ),
    ]


def test_money_that_people_wrote_has_its_line_with_its_status_and_runs_in_no_spreadsheet(project: Project, local: Person) -> None:
    decided = FundingEntry("=Région", Decimal(5000), status=FundingStatus.DECIDED, decided_on=date(2015, 2, 1), source="délibération 12")
    add_funding(project.initiative, FundingEntry("Fondation", Decimal(4000)), by=local)
    add_project_funding(project, decided, by=local)

    rows = table(project.initiative, "financements.csv")

    assert [tuple(row[name] for name in ("projet", "financeur", "montant", "statut", "decide_le", "preuve", "etat")) for row in rows] == [
        ("process", "Fondation", "4000.0", "à confirmer", "", "", "written by people"),
        ("1", "'=Région", "5000.0", "décidé", "2015-02-01", "délibération 12", "written by people"),
    ]
