"""The process's own calendar: from what people wrote to a plan, its words, its table, its drawing and its file."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from semailles.engines.scheduling import Meeting, MeetingKind, Phase, Plan
from semailles.workshop import models
from semailles.workshop.calendar import process_calendar, process_schedule
from semailles.workshop.calendar_chart import plan_chart
from semailles.workshop.calendar_dates import date_rows
from semailles.workshop.calendar_file import plan_file
from semailles.workshop.calendar_words import span_words, verdict, what_slips, what_to_know, what_would_fit
from semailles.workshop.enums import BodyKind, MilestoneKind

BEFORE = date(2015, 1, 31)
Founding = Callable[..., models.Initiative]


@pytest.fixture
def founding(initiative: models.Initiative) -> models.Initiative:
    """The founding case: three months and one from 2 February 2015, two steering meetings, a report due on 30 April."""
    initiative.starts_on, initiative.deadline_on, initiative.deadline_reason = date(2015, 2, 2), date(2015, 4, 30), "rapport de la mission"
    initiative.save()
    models.Phase.objects.create(initiative=initiative, name="Travaux", months=Decimal(3), rank=0)
    models.Phase.objects.create(initiative=initiative, name="Rédaction", months=Decimal(1), rank=1)
    body = models.Body.objects.create(initiative=initiative, name="Comité de pilotage", kind=BodyKind.STEERING)
    for rank, label in enumerate(("lancement", "validation")):
        models.Milestone.objects.create(initiative=initiative, label=label, kind=MilestoneKind.MEETING, body=body, rank=rank)
    return initiative


def key(model: type[models.Phase] | type[models.Milestone], **fields: str) -> str:
    return str(model.objects.get(**fields).public_id)


def in_french(plan: Plan) -> tuple[str, ...]:
    with translation.override("fr"):
        return (verdict(plan), *what_would_fit(plan), *what_slips(plan), *what_to_know(plan))


def test_what_people_wrote_is_a_schedule(founding: models.Initiative) -> None:
    work = models.Phase.objects.get(name="Travaux")
    models.Milestone.objects.create(
        initiative=founding, label="maquette", kind=MilestoneKind.MILESTONE, phase=work, planned_on=date(2015, 4, 1)
    )

    found = process_schedule(founding)

    assert found.phases == (
        Phase(str(work.public_id), "Travaux", Decimal(3)),
        Phase(key(models.Phase, name="Rédaction"), "Rédaction", Decimal(1)),
    )
    assert set(found.meetings) == {
        Meeting(key(models.Milestone, label="lancement"), "lancement", body="Comité de pilotage", is_steering=True),
        Meeting(key(models.Milestone, label="validation"), "validation", body="Comité de pilotage", is_steering=True),
        Meeting(key(models.Milestone, label="maquette"), "maquette", MeetingKind.MILESTONE, date(2015, 4, 1), phase=str(work.public_id)),
    }


def test_what_was_set_aside_is_not_planned(founding: models.Initiative) -> None:
    gone = {"set_aside_on": BEFORE, "set_aside_reason": "fusionnée"}
    work = models.Phase.objects.get(name="Travaux")
    models.Milestone.objects.create(initiative=founding, label="maquette", phase=work)
    models.Phase.objects.filter(pk=work.pk).update(**gone)
    models.Body.objects.update(**gone)

    found = process_schedule(founding)

    assert [phase.name for phase in found.phases] == ["Rédaction"]
    assert [(meeting.label, meeting.phase) for meeting in found.meetings] == [("maquette", "")]


@pytest.mark.parametrize("more", [0, 5])
def test_a_longer_calendar_asks_no_more_queries(
    founding: models.Initiative, django_assert_num_queries: DjangoAssertNumQueries, more: int
) -> None:
    work = models.Phase.objects.get(name="Travaux")
    for rank in range(more):
        models.Milestone.objects.create(initiative=founding, label=f"jalon {rank}", phase=work)

    with django_assert_num_queries(2):
        plan = process_calendar(founding, on=BEFORE)

    assert len(plan.meetings) == 2 + more


def test_the_founding_case_is_told_in_french(founding: models.Initiative) -> None:
    assert in_french(process_calendar(founding, on=BEFORE)) == (
        "Commençant le 2 février 2015, la démarche finit le 1er juin 2015 : 32 jours après l’échéance extérieure du 30 avril 2015 (rapport de la mission).",
        "Pour tenir telle qu’elle est écrite, elle devait commencer le 1er janvier 2015 au plus tard.",
        "Ou bien « Travaux » finit le 31 mars 2015 : 1,9 mois au lieu de 3 mois.",
        "Du 2 février 2015 à l’échéance, il y a la place de 2,9 mois de travail ; le plan demande 4 mois.",
        "Ou bien une version d’étape est remise le jour de l’échéance.",
    )


def test_a_phase_that_slips_is_told_in_french(founding: models.Initiative) -> None:
    models.Phase.objects.filter(name="Travaux").update(ended_on=date(2015, 5, 13))

    assert in_french(process_calendar(founding, on=date(2015, 5, 14)))[-1] == (
        "« Travaux » a fini le 13 mai 2015, 12 jours plus tard que prévu. « Rédaction » commence 12 jours plus tard et finit le 13 juin 2015."
    )


def test_a_phase_that_is_late_today_is_told(founding: models.Initiative) -> None:
    assert what_slips(process_calendar(founding, on=date(2015, 5, 2))) == (
        "« Travaux » was to end on 1 May 2015 and has not: it is 1 day late. « Rédaction » starts 1 day later and ends on 2 June 2015.",
    )


def test_what_is_odd_is_said_and_not_refused(founding: models.Initiative) -> None:
    models.Phase.objects.filter(name="Rédaction").update(starts_on=date(2015, 4, 17))
    models.Milestone.objects.filter(label="lancement").update(planned_on=date(2015, 1, 15))

    assert what_to_know(process_calendar(founding, on=BEFORE)) == (
        "« Rédaction » starts on 17 April 2015, before the end of « Travaux »: they share 15 days.",
        "Comité de pilotage: lancement: planned for 15 January 2015, and nobody wrote whether it was held.",
    )


def test_a_plan_that_holds_says_how_many_days_are_left(founding: models.Initiative) -> None:
    models.Phase.objects.filter(name="Travaux").update(months=Decimal("1.5"))

    assert verdict(process_calendar(founding, on=BEFORE)) == (
        "Starting on 2 February 2015, the process ends on 17 April 2015, 13 days before the outside deadline of 30 April 2015 (rapport de la mission)."
    )


def test_without_a_start_the_latest_one_is_told(founding: models.Initiative) -> None:
    founding.starts_on = None

    assert verdict(process_calendar(founding, on=BEFORE)) == (
        "To be ready for the outside deadline of 30 April 2015 (rapport de la mission), the process starts on 1 January 2015 at the latest."
    )


def test_without_any_date_there_is_nothing_to_draw(founding: models.Initiative) -> None:
    founding.starts_on = founding.deadline_on = None
    plan = process_calendar(founding, on=BEFORE)

    assert (verdict(plan), plan_chart(plan)) == ("", None)
    assert what_to_know(plan) == ("Give the day the process starts: its phases will find their dates.",)


def test_days_are_said_once() -> None:
    with translation.override("fr"):
        said = [
            span_words(date(2015, 4, 1), date(2015, 4, 30)),
            span_words(date(2015, 2, 2), date(2015, 5, 1)),
            span_words(date(2014, 12, 15), date(2015, 1, 14)),
            span_words(date(2015, 2, 2), date(2015, 2, 2)),
        ]

    assert said == ["du 1er au 30 avril 2015", "du 2 février au 1er mai 2015", "du 15 décembre 2014 au 14 janvier 2015", "2 février 2015"]


def test_dates_stand_in_their_order_beside_their_latest_day(founding: models.Initiative) -> None:
    models.Milestone.objects.filter(label="lancement").update(happened_on=date(2015, 2, 11))

    rows = date_rows(process_calendar(founding, on=date(2015, 3, 1)))

    assert [(row.when, row.what, row.state, row.latest, row.is_late) for row in rows] == [
        ("2 February – 1 May 2015", "Travaux (3 months)", "under way", "1 January – 31 March 2015", True),
        ("11 February 2015", "Comité de pilotage: lancement", "held", "1 January 2015", False),
        ("30 April 2015", "Comité de pilotage: validation", "suggested date", "30 April 2015", False),
        ("30 April 2015", "Outside deadline: rapport de la mission", "", "", False),
        ("2 May – 1 June 2015", "Rédaction (1 month)", "to come", "1 – 30 April 2015", True),
    ]


def test_the_drawing_has_a_line_for_each_body_and_one_for_milestones(founding: models.Initiative) -> None:
    models.Milestone.objects.create(initiative=founding, label="maquette", planned_on=date(2015, 5, 20))
    chart = plan_chart(process_calendar(founding, on=date(2015, 5, 20)))

    assert chart is not None
    assert [(bar.label, bar.first, bar.last, bar.meant_last) for bar in chart.bars] == [
        ("Travaux", date(2015, 2, 2), date(2015, 5, 20), date(2015, 5, 1)),
        ("Rédaction", date(2015, 5, 21), date(2015, 6, 20), date(2015, 6, 20)),
    ]
    assert [(lane.label, [(dot.label, dot.is_held, dot.is_suggested) for dot in lane.dots]) for lane in chart.lanes] == [
        ("Comité de pilotage", [("lancement, 2 February", False, True), ("validation, 30 April", False, True)]),
        ("Milestones", [("maquette, 20 May", False, False)]),
    ]


def test_the_file_for_diaries_keeps_its_names_when_dates_move(founding: models.Initiative) -> None:
    def uids() -> list[str]:
        content = plan_file(process_calendar(founding, on=BEFORE), founding, stamp=datetime(2015, 1, 31, tzinfo=UTC)).decode()
        return [line for line in content.replace("\r\n ", "").split("\r\n") if line.startswith("UID:")]

    before = uids()
    models.Phase.objects.filter(name="Travaux").update(months=Decimal(2))

    assert (len(set(before)), uids()) == (5, before)


def test_a_process_that_has_begun_says_so(founding: models.Initiative) -> None:
    assert verdict(process_calendar(founding, on=date(2015, 2, 2))) == (
        "Started on 2 February 2015, the process ends on 1 June 2015, 32 days after the outside deadline of 30 April 2015 (rapport de la mission)."
    )
