"""From the database to the page of the process, for the readers of the working document."""

from datetime import date
from decimal import Decimal

from semailles.core.models import Person
from semailles.engines.typesetting import process_page as page
from semailles.publication.audiences import for_working_document
from semailles.publication.queries import snapshot
from semailles.publication.report import report
from semailles.publication.roadmap.budget_and_calendar import process_part
from semailles.workshop import models
from semailles.workshop.enums import BodyKind, FundingStatus, MilestoneKind, Nature

ON = date(2015, 1, 31)


def part_of(initiative: models.Initiative, on: date = ON) -> page.ProcessPart | None:
    return process_part(for_working_document(snapshot(initiative, on=on)))


def budgeted(initiative: models.Initiative) -> None:
    models.ProcessCost.objects.create(initiative=initiative, item="Mise en forme", amount=8000, rank=0)
    models.ProcessCost.objects.create(initiative=initiative, item="Publications", amount=4000, rank=1)
    lines = (("Foncier", 5000, FundingStatus.TO_CONFIRM), ("Rail", 7000, FundingStatus.DECIDED), ("Plateau", 900, FundingStatus.REFUSED))
    for rank, (funder, amount, status) in enumerate(lines):
        models.ProcessFunding.objects.create(initiative=initiative, funder=funder, amount=amount, status=status, rank=rank)
    models.ProcessFunding.objects.create(initiative=initiative, funder="CAUE", nature=Nature.IN_KIND, detail="stagiaire", rank=9)


def dated(initiative: models.Initiative) -> None:
    initiative.starts_on, initiative.deadline_on = date(2015, 2, 2), date(2015, 4, 30)
    initiative.save()
    models.Phase.objects.create(initiative=initiative, name="Travaux", months=Decimal(3), rank=0)
    body = models.Body.objects.create(initiative=initiative, name="Comité de pilotage", kind=BodyKind.STEERING)
    models.Milestone.objects.create(initiative=initiative, label="lancement", kind=MilestoneKind.MEETING, body=body)


def test_without_budget_or_dates_there_is_no_page(initiative: models.Initiative) -> None:
    assert part_of(initiative) is None


def test_a_deadline_alone_makes_no_page(initiative: models.Initiative) -> None:
    initiative.deadline_on = date(2015, 4, 30)

    assert part_of(initiative) is None


def test_the_budget_stands_in_three_readings(initiative: models.Initiative) -> None:
    budgeted(initiative)

    part = part_of(initiative)

    assert part is not None
    assert (part.title, part.calendar) == ("Budget of the process", None)
    assert part.budget is not None
    assert part.budget.costs.rows == (page.MoneyRow("Mise en forme", "", "€8,000"), page.MoneyRow("Publications", "", "€4,000"))
    assert part.budget.fundings.rows == (
        page.MoneyRow("Foncier", "grant", "€5,000", "to be confirmed"),
        page.MoneyRow("Rail", "grant", "€7,000", "decided", is_sure=True),
        page.MoneyRow("Plateau", "grant", "€900", "refused", is_gone=True),
    )
    assert part.budget.readings.rows == (
        page.ReadingLine("Confirmed", "€7,000", "−€5,000", is_missing=True),
        page.ReadingLine("Hoped for (confirmed included)", "€12,000", "€0"),
        page.ReadingLine("In kind", "1 contribution", "apart"),
    )
    assert part.budget.verdict == page.Remark(
        "€5,000 are not secured, out of €12,000 needed.", ("If everything hoped for comes, the needs are covered.",), is_warning=True
    )
    assert part.budget.apart == page.Remark("In kind, apart and never added.", ("CAUE: stagiaire",))


def test_the_calendar_says_whether_it_holds_and_who_meets(initiative: models.Initiative) -> None:
    dated(initiative)

    part = part_of(initiative)

    assert part is not None
    assert (part.title, part.budget) == ("Calendar of the process", None)
    assert part.calendar is not None
    assert part.calendar.rows == (
        page.DateLine("2 February – 1 May 2015", "Travaux (3 months)", "to come", "1 February – 30 April 2015", is_late=True),
        page.DateLine("30 April 2015", "Outside deadline", "", "", is_deadline=True),
    )
    assert part.calendar.verdicts[0].opening == (
        "Starting on 2 February 2015, the process ends on 1 May 2015, 1 day after the outside deadline of 30 April 2015."
    )
    assert part.calendar.bodies == (
        page.BodyLines(
            "Comité de pilotage",
            "steering committee",
            (page.DateLine("2 February 2015", "lancement", "suggested date", "at the latest on 1 February 2015", is_late=True),),
            "No meeting was written.",
        ),
    )


def test_a_phase_that_slips_is_printed(initiative: models.Initiative) -> None:
    dated(initiative)
    models.Phase.objects.update(ended_on=date(2015, 5, 6))

    part = part_of(initiative, on=date(2015, 5, 8))

    assert part is not None
    assert part.calendar is not None
    assert part.calendar.verdicts[-1] == page.Remark(
        "What slips.", ("« Travaux » ended on 6 May 2015, 5 days later than planned.",), is_warning=True
    )


def test_persons_and_contacts_stay_with_the_facilitator(initiative: models.Initiative, local: Person) -> None:
    dated(initiative)
    budgeted(initiative)
    models.Actor.objects.create(initiative=initiative, public_id=initiative.public_id, name="Odile Grandval", kind="person")
    models.Phase.objects.update(name="Travaux menés par Odile Grandval")
    models.Milestone.objects.update(label="lancement, odile@exemple.fr")
    models.Body.objects.update(name="Groupe Odile Grandval")
    models.ProcessCost.objects.update(detail="payé à Odile Grandval")

    printed = repr(part_of(initiative))

    assert ("Odile" in printed, "odile@" in printed, printed.count("[a person]") > 3) == (False, False, True)


def test_no_contradiction_is_printed(initiative: models.Initiative) -> None:
    budgeted(initiative)
    models.ProcessFunding.objects.filter(funder="Foncier").update(source="le texte dit « décidé »")

    assert "le texte dit" not in repr(part_of(initiative))


def test_the_facilitator_reads_what_is_odd_in_the_calendar(initiative: models.Initiative) -> None:
    dated(initiative)
    models.Milestone.objects.update(planned_on=date(2015, 1, 15))
    sections = {section.title: section for section in report(snapshot(initiative, on=ON)).sections}

    assert [row.title for row in sections["The calendar of the process"].rows] == [
        "Starting on 2 February 2015, the process ends on 1 May 2015, 1 day after the outside deadline of 30 April 2015.",
        "Comité de pilotage: lancement: planned for 15 January 2015, and nobody wrote whether it was held.",
    ]


def test_the_facilitator_has_no_empty_section_when_nobody_wrote_a_date(initiative: models.Initiative) -> None:
    assert "The calendar of the process" not in [section.title for section in report(snapshot(initiative, on=ON)).sections]
