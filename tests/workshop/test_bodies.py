from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from semailles.core.models import Person
from semailles.workshop.actions import add_body, add_milestone, designate, end_mandate, mark_happened, name_actor, record_minutes, set_aside
from semailles.workshop.entries import BodyEntry, MandateEntry, MilestoneEntry
from semailles.workshop.errors import Incorrect
from semailles.workshop.models import Body, Initiative
from semailles.workshop.queries import bodies_with_mandates

DAY = date(2015, 3, 1)


@pytest.fixture
def committee(initiative: Initiative, local: Person) -> Body:
    return add_body(initiative, BodyEntry("Comité de pilotage", "pilotage", "lancer, puis valider"), by=local)


def test_a_body_shows_who_sits_who_left_and_when_it_meets(initiative: Initiative, committee: Body, local: Person) -> None:
    designate(committee, MandateEntry("Mairie d’Aubrée", college="élu", function="présidence", by_which_act="délibération 12"), by=local)
    former = designate(committee, MandateEntry("Régie des eaux", designated_on=date(2015, 1, 31)), by=local)
    end_mandate(former, on=date(2015, 2, 28), by=local)
    for label, day in {"validation": date(2015, 4, 20), "lancement": date(2015, 2, 10)}.items():
        add_milestone(initiative, MilestoneEntry(label, "réunion", day, body=committee), by=local)

    (view,) = bodies_with_mandates(initiative, on=DAY)

    assert ([one.name for one in view.sitting], [one.name for one in view.ceased]) == (["Mairie d’Aubrée"], ["Régie des eaux"])
    assert [meeting.label for meeting in view.meetings] == ["lancement", "validation"]


def test_a_mandate_does_not_end_before_it_begins(committee: Body, local: Person) -> None:
    mandate = designate(committee, MandateEntry("Régie des eaux", designated_on=DAY), by=local)

    with pytest.raises(Incorrect) as refused:
        end_mandate(mandate, on=date(2015, 2, 28), by=local)

    assert refused.value.sentence == "This mandate ends before it begins."


def test_minutes_come_after_the_meeting(initiative: Initiative, committee: Body, local: Person) -> None:
    meeting = add_milestone(initiative, MilestoneEntry("lancement", "réunion", body=committee), by=local)
    sentence = "Minutes come after the day the meeting was held: write that day first."

    for held_on in (None, date(2015, 3, 2)):
        if held_on:
            meeting = mark_happened(meeting, on=held_on, by=local)
        with pytest.raises(Incorrect) as refused:
            record_minutes(meeting, on=DAY, by=local)
        assert refused.value.sentence == sentence

    assert record_minutes(meeting, on=date(2015, 3, 10), by=local).minutes_on == date(2015, 3, 10)


def test_only_a_meeting_has_a_body(initiative: Initiative, committee: Body, local: Person) -> None:
    with pytest.raises(Incorrect) as refused:
        add_milestone(initiative, MilestoneEntry("Rapport", "échéance", body=committee), by=local)

    assert refused.value.sentence == "Only a meeting has a body and minutes."


@pytest.mark.parametrize("rows", [1, 3])
def test_bodies_are_read_in_a_fixed_number_of_queries(
    initiative: Initiative, local: Person, rows: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for rank in range(rows):
        body = add_body(initiative, BodyEntry(f"Groupe {rank}"), by=local)
        actor = name_actor(initiative, f"Association {rank}", by=local)
        designate(body, MandateEntry(f"Présidente {rank}", actor), by=local)
        add_milestone(initiative, MilestoneEntry("point", "réunion", DAY, body=body), by=local)
    set_aside(add_body(initiative, BodyEntry("Ailleurs"), by=local), "doublon", on=DAY, by=local)

    with django_assert_num_queries(3):
        found = [
            (view.body.name, [str(one.actor) for one in view.sitting], len(view.meetings))
            for view in bodies_with_mandates(initiative, on=DAY)
        ]

    assert found == [(f"Groupe {rank}", [f"Association {rank}"], 1) for rank in range(rows)]
