"""The dashboard: what stands, what is lost, what to do now, what blocks."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.projects.carried import carry
from tests.web.scene import Scene

from semailles.core.models import Person
from semailles.engines.scheduling import Deadline, Meeting, MeetingState, Plan, PlannedMeeting
from semailles.intake.actions import bring_spellings_together, receive_document
from semailles.intake.models import Idea
from semailles.intake.readings import read_file
from semailles.projects.models import Project
from semailles.publication.board.funnel import Funnel, TeamField
from semailles.publication.board.standing import board
from semailles.web.pages.dashboard.blocks import blocks
from semailles.web.pages.dashboard.gestures import gestures
from semailles.web.pages.dashboard.opening import Appointment, day_line, lede, next_appointment
from semailles.web.pages.dashboard.stages import Ground, Seeds, ground, stages
from semailles.workshop.enums import FundingStatus, Level
from semailles.workshop.models import Initiative, Milestone, Phase, ProcessFunding

DAY = date(2027, 3, 10)
QUERIES = 47


def field(*, kept: int = 0, suggested: int = 0, projects: int = 0, held: int = 0, funded: int = 0, validated: int = 0) -> Funnel:
    teams = (TeamField("A", "Les rives", kept, suggested),)
    return Funnel(teams, 0, 2, 0, 3, 0, 0, 0, 0, projects, held, funded, validated, launched=0)


def test_the_path_is_told_in_numbers_and_in_what_did_not_pass(scene: Scene) -> None:
    found = stages(board(scene.initiative, on=DAY).funnel)

    assert [(stage.count, stage.label, [sentence for sentence, _ in stage.lost]) for stage in found] == [
        (6, "ideas found", ["6 to sort", "1 file that could not be read"]),
        (1, "convergence found", ["3 things seen by one team only, kept in sight"]),
        (1, "project drafted", ["every convergence has its sheet"]),
        (0, "projects carried", ["1 not carried yet", "1 that nobody agreed to carry"]),
        (0, "projects funded", ["1 whose need is not covered"]),
        (0, "projects validated", ["a sheet is proposed once somebody carries it"]),
        (0, "projects launched", ["comes after the decision: the roadmap gives each its day"]),
    ]


def test_a_seed_is_full_when_people_said_yes_pale_when_it_is_suggested_hollow_when_it_is_missing() -> None:
    found = stages(field(kept=2, suggested=3, projects=4, held=1))

    assert [stage.seeds for stage in found] == [
        Seeds(full=2, pale=3),
        Seeds(pale=3),
        Seeds(pale=4),
        Seeds(full=1, none=3),
        Seeds(none=4),
        Seeds(none=1),
        Seeds(none=1),
    ]


@pytest.mark.parametrize(("suggested", "counted"), [(3, "kept by people: 2; the others found in 2 documents"), (0, "all kept by people")])
def test_no_other_idea_is_told_when_people_kept_them_all(suggested: int, counted: str) -> None:
    assert stages(field(kept=2, suggested=suggested))[0].counted == counted


def test_convergences_that_people_validated_are_full_seeds_and_the_others_are_left_to_read() -> None:
    stage = stages(replace(field(suggested=3), settled=1))[1]

    said = "at least two teams say the same; validated by people: 1; left to read: 2"
    assert (stage.seeds, stage.counted) == (Seeds(full=1, pale=2), said)


def test_projects_that_people_took_up_are_full_seeds_beside_the_drafts() -> None:
    stage = stages(replace(field(projects=4), taken=3))[2]

    assert (stage.label, stage.seeds) == ("projects in hand", Seeds(full=3, pale=1))


@pytest.mark.parametrize(
    ("ideas", "drawn"),
    [(40, Ground(3, 1.364, 1)), (100, Ground(7, 0.584, 1)), (1000, Ground(7, 0.584, 10)), (10_000, Ground(7, 0.584, 100))],
)
def test_a_large_field_is_drawn_with_smaller_seeds_then_with_seeds_that_stand_for_many(ideas: int, drawn: Ground) -> None:
    assert ground(field(suggested=ideas)) == drawn


def test_what_to_do_is_computed_from_what_stands_and_the_most_urgent_comes_first(scene: Scene) -> None:
    found = gestures(board(scene.initiative, on=DAY))

    assert [gesture.title for gesture in found] == [
        "Give a day to 2 steering meetings",
        "Repair a file that could not be read",
        "Settle a contradiction",
        "Have €8,000 confirmed",
        "Settle a point of the process",
        "Sort the 6 proposals that remain",
        "Read the convergence found",
        "Complete a sheet",
    ]


def test_work_that_ends_after_the_deadline_comes_before_all(scene: Scene) -> None:
    Phase.objects.of(scene.initiative).filter(name="Travaux").update(months=Decimal("3.5"))

    first = gestures(board(scene.initiative, on=DAY))[0]

    assert (first.title, first.is_late) == ("Win back 16 days, or say it will be late", True)


def test_a_meeting_whose_day_passed_asks_whether_it_was_held(scene: Scene) -> None:
    Milestone.objects.of(scene.initiative).filter(label="lancement").update(planned_on=DAY - timedelta(days=3))

    titles = [gesture.title for gesture in gestures(board(scene.initiative, on=DAY))]

    assert titles[:2] == [
        "Comité de pilotage: lancement was planned for 7 March 2027: say whether it was held.",
        "Give a day to a steering meeting",
    ]


def test_money_refused_blocks_and_says_why(scene: Scene) -> None:
    ProcessFunding.objects.of(scene.initiative).update(status=FundingStatus.REFUSED, status_reason="Fonds épuisé.")

    found = blocks(board(scene.initiative, on=DAY))

    assert [(block.title, block.state, block.freed, block.aside) for block in found[1:]] == [
        ("The budget", "blocks", "€8,000 of the needs are neither confirmed nor hoped for from anybody.", ""),
        ("Fonds des Moulins", "refused", "Fonds épuisé.", "€5,000"),
        ("vide.txt", "unreadable", "The file is empty: look for another copy.", ""),
    ]


def test_two_sources_that_disagree_are_to_be_settled_and_block(scene: Scene, local: Person) -> None:
    ProcessFunding.objects.of(scene.initiative).update(funder="Syndicat de l'Orve")
    text = "# Compte rendu\n\nLe Syndicat de l'Orve a décidé de financer la légumerie partagée.\n"
    receive_document(scene.initiative, "a-rives/cr.md", text.encode(), read_file("cr.md", text.encode(), known=()), by=local)
    bring_spellings_together(scene.initiative, by=local)

    found = board(scene.initiative, on=DAY)

    assert [(block.title, block.state) for block in blocks(found)] == [
        ("A project", "without anybody to carry them"),
        ("Syndicat de l'Orve", "two sources disagree"),
        ("The budget", "blocks"),
        ("vide.txt", "unreadable"),
    ]
    assert "Settle a contradiction" in [gesture.title for gesture in gestures(found)]


def test_the_page_opens_with_the_day_and_the_week_of_the_process(scene: Scene) -> None:
    plan = board(scene.initiative, on=DAY).plan

    assert day_line(plan) == "Wednesday 10 March 2027, week 6 of the process"


@pytest.mark.parametrize(
    ("funnel", "told"),
    [
        (
            field(suggested=3, projects=1),
            "3 ideas from 1 team, 3 convergences, 1 draft sheet: all on paper so far. Nobody carries a project yet.",
        ),
        (
            Funnel((TeamField("A", "Les rives", 0, 3),), 0, 1, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0),
            "3 ideas from 1 team: all on paper so far. Nobody carries a project yet.",
        ),
        (field(projects=17, held=14), "14 projects out of 17 are carried. None has been decided yet."),
        (field(projects=17, held=14, validated=1), "14 projects out of 17 are carried. 1 has been decided."),
    ],
)
def test_the_lede_says_where_things_stand(funnel: Funnel, told: str) -> None:
    assert lede(funnel) == told


def test_the_next_appointment_is_the_first_day_to_come() -> None:
    soon, later = DAY + timedelta(days=9), DAY + timedelta(days=40)
    held = PlannedMeeting(Meeting("a", "validation", planned_on=soon, body="Comité"), soon, MeetingState.PLANNED)
    plan = Plan(DAY, Deadline(later, "rapport"), meetings=(held,))

    assert next_appointment(plan) == Appointment(soon, "19 March", "Comité: validation", "in 9 days")


def test_without_any_day_the_first_meeting_waits_for_one() -> None:
    held = PlannedMeeting(Meeting("a", "lancement", body="Comité"), None, MeetingState.UNDATED)

    assert next_appointment(Plan(DAY, meetings=(held,))) == Appointment(None, "To be dated", "Comité: lancement")


@pytest.mark.parametrize("copies", [0, 2])
def test_a_fuller_workspace_asks_no_more_queries(
    scene: Scene, browser: Client, local: Person, django_assert_num_queries: DjangoAssertNumQueries, copies: int
) -> None:
    for rank in range(copies):
        text = f"Il faudrait ouvrir un atelier de réparation numéro {rank} avec le Syndicat de l'Orve.".encode()
        receive_document(scene.initiative, f"b-bourgs/{rank}.txt", text, read_file("n.txt", text, known=()), by=local)
    browser.get("/")

    with django_assert_num_queries(QUERIES):
        page = browser.get("/")

    assert page.status_code == 200
    assert page.content.decode().count('class="pale"') == Idea.objects.of(scene.initiative).count() + 2


def test_nothing_read_yet_says_how_to_begin(initiative: Initiative, browser: Client) -> None:
    assert "No document has been read yet: nothing can be told." in browser.get("/").content.decode()


def test_a_project_that_somebody_agreed_to_carry_blocks_no_more_and_is_told_as_nearest_no_more(scene: Scene, local: Person) -> None:
    other = Project.objects.create(initiative=scene.initiative, number=20, title="Halle", taken_up_on=DAY)
    carry(other, Level.TO_CONFIRM, name="Régie des Moulins")
    carry(scene.project, name="Association des Bourgs")

    [block, *_] = blocks(board(scene.initiative, on=DAY))

    assert (block.title, [words for words, _url in block.near]) == ("A project", ["Régie des Moulins, to be confirmed (sheet 20)"])
