from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from semailles.core.errors import NotAllowed
from semailles.core.models import Event, Person
from semailles.workshop.actions import (
    add_axis,
    add_body,
    add_milestone,
    add_phase,
    add_theme,
    describe_initiative,
    describe_phase,
    describe_theme,
    designate,
    open_initiative,
    put_back,
    reorder,
    set_aside,
    set_deadline,
    shift,
)
from semailles.workshop.entries import AxisEntry, BodyEntry, InitiativeEntry, MandateEntry, MilestoneEntry, PhaseEntry, ThemeEntry
from semailles.workshop.errors import AlreadyThere, Conflict, Elsewhere, Incorrect, NotStanding, ReasonMissing, StaleEdit
from semailles.workshop.models import Initiative, Phase, Theme

WORK = PhaseEntry("Travaux", Decimal(3))
TODAY = date(2015, 3, 1)


def names(initiative: Initiative) -> list[str]:
    return [phase.name for phase in Phase.objects.of(initiative).standing()]


def test_what_is_added_comes_last_and_is_journalled(initiative: Initiative, local: Person) -> None:
    add_phase(initiative, WORK, by=local)
    phase = add_phase(initiative, PhaseEntry("Rédaction", Decimal(1)), by=local)

    event = Event.objects.order_by("id").last()
    assert names(initiative) == ["Travaux", "Rédaction"]
    assert event is not None
    assert (event.verb, event.subject_kind, event.subject_id, event.by) == ("added", "Phase", phase.public_id, local)


def test_a_double_click_adds_one_row(initiative: Initiative, local: Person) -> None:
    key = uuid4()

    first, second = (add_phase(initiative, WORK, key=key, by=local) for _ in range(2))

    assert (first, names(initiative)) == (second, ["Travaux"])


def test_the_second_of_two_tabs_gets_both_values(initiative: Initiative, local: Person) -> None:
    phase = add_phase(initiative, WORK, by=local)
    describe_phase(phase, replace(WORK, months=Decimal(4)), revision=0, by=local)

    with pytest.raises(StaleEdit) as refused:
        describe_phase(phase, replace(WORK, months=Decimal("2.5")), revision=0, by=local)

    assert refused.value.sentence == (
        "« Travaux » was changed while you were writing. months: now « 4 », you wrote « 2.5 ». Choose, then save again."
    )
    assert (refused.value.conflicts, refused.value.revision) == ((Conflict("months", "months", "4", "2.5"),), 1)
    assert Phase.objects.get().months == 4


def test_a_save_that_was_sent_twice_is_one(initiative: Initiative, local: Person) -> None:
    phase = add_phase(initiative, WORK, by=local)

    kept = [describe_phase(phase, replace(WORK, months=Decimal(4)), revision=0, by=local).revision for _ in range(2)]

    assert (kept, Event.objects.filter(verb="described").count()) == ([1, 1], 1)


def test_the_journal_says_what_was_changed(initiative: Initiative, local: Person) -> None:
    phase = add_phase(initiative, WORK, by=local)

    describe_phase(phase, replace(WORK, starts_on=date(2015, 2, 2)), revision=0, by=local)

    assert Event.objects.get(verb="described").detail == {"changed": {"starts_on": ["None", "2015-02-02"]}}


def test_a_phase_without_length_is_refused_in_words(initiative: Initiative, local: Person) -> None:
    with pytest.raises(Incorrect) as refused:
        add_phase(initiative, PhaseEntry("Travaux", Decimal(0), starts_on=date(2015, 2, 2), ended_on=date(2015, 2, 1)), by=local)

    assert refused.value.errors == {
        "months": ("A phase lasts some time.",),
        "": ("The end is before the start.",),
    }
    assert names(initiative) == []


def test_what_is_set_aside_stays_with_its_reason_and_comes_back(initiative: Initiative, local: Person) -> None:
    phase = set_aside(add_phase(initiative, WORK, by=local), " plus de saison ", on=TODAY, by=local)

    assert (names(initiative), phase.set_aside_reason, phase.set_aside_on) == ([], "plus de saison", TODAY)
    assert (put_back(phase, by=local).set_aside_reason, names(initiative)) == ("", ["Travaux"])


def test_nothing_is_set_aside_without_a_word(initiative: Initiative, local: Person) -> None:
    phase = add_phase(initiative, WORK, by=local)

    with pytest.raises(ReasonMissing) as refused:
        set_aside(phase, "  ", on=TODAY, by=local)

    assert (refused.value.sentence, names(initiative)) == ("Say in a few words why this is set aside.", ["Travaux"])


def test_what_was_set_aside_is_put_back_before_it_is_changed(initiative: Initiative, local: Person) -> None:
    phase = set_aside(add_phase(initiative, WORK, by=local), "doublon", on=TODAY, by=local)

    with pytest.raises(NotStanding) as refused:
        describe_phase(phase, replace(WORK, months=Decimal(4)), revision=1, by=local)

    assert refused.value.sentence == "« Travaux » (phase) was set aside (doublon): put it back before changing it."


def test_rows_are_put_in_the_order_that_people_want(initiative: Initiative, local: Person) -> None:
    first, second, third = (add_phase(initiative, PhaseEntry(name, Decimal(1)), by=local) for name in "ABC")

    reorder(initiative, Phase, [third.public_id, first.public_id], by=local)
    after_reorder = names(initiative)
    shift(second, -1, by=local)
    shift(third, -5, by=local)

    assert (after_reorder, names(initiative)) == (["C", "A", "B"], ["C", "B", "A"])


def test_a_theme_found_among_ideas_becomes_that_of_people(initiative: Initiative, local: Person) -> None:
    Theme.objects.create(initiative=initiative, public_id=uuid4(), title="Alimentation", words=["pain"])

    theme = add_theme(initiative, ThemeEntry("Alimentation", ["cantine"]), by=local)

    assert (theme.is_given, theme.words, Theme.objects.count()) == (True, ["cantine"], 1)
    with pytest.raises(AlreadyThere) as refused:
        add_theme(initiative, ThemeEntry("Alimentation", []), by=local)
    assert refused.value.sentence == "There is already a theme « Alimentation »."


def test_a_theme_that_somebody_describes_is_theirs(initiative: Initiative, local: Person) -> None:
    found = Theme.objects.create(initiative=initiative, public_id=uuid4(), title="Alimentation", words=["pain"])

    theme = describe_theme(found, ThemeEntry("Manger", ["pain"]), revision=0, by=local)

    assert (theme.title, theme.is_given) == ("Manger", True)


def test_the_initiative_has_its_words_and_its_deadline(initiative: Initiative, local: Person) -> None:
    entry = InitiativeEntry("Vallée", territory="Sud", starts_on=date(2015, 2, 2))

    described = describe_initiative(initiative, entry, revision=0, by=local)
    dated = set_deadline(described, date(2015, 4, 30), "rapport", revision=1, by=local)

    assert (dated.territory, dated.deadline_on, dated.deadline_reason, dated.revision) == ("Sud", date(2015, 4, 30), "rapport", 2)
    with pytest.raises(Incorrect) as refused:
        set_deadline(dated, date(2015, 1, 30), "rapport", revision=2, by=local)
    assert refused.value.sentence == "The deadline is before the start."


def test_a_time_zone_is_one_that_clocks_know(initiative: Initiative, local: Person) -> None:
    with pytest.raises(Incorrect) as refused:
        describe_initiative(initiative, InitiativeEntry("Vallée", time_zone="Mars/Olympe"), revision=0, by=local)

    assert refused.value.sentence == "time zone: « Mars/Olympe » is no time zone. Write for instance Europe/Paris."


def test_an_axis_says_at_which_scale(initiative: Initiative, local: Person) -> None:
    axis = add_axis(initiative, AxisEntry("Nourrir la ville depuis ses champs", "vision", "département"), by=local)

    assert (axis.kind, axis.scale, axis.rank) == ("vision", "département", 0)


def test_nothing_crosses_from_one_initiative_to_another(initiative: Initiative, local: Person) -> None:
    other = open_initiative("Plateau", by=local)
    body = add_body(initiative, BodyEntry("Comité"), by=local)
    stranger = add_body(other, BodyEntry("Comité"), by=local)
    mandate = designate(body, MandateEntry("Mairie d’Aubrée"), by=local)

    with pytest.raises(Elsewhere) as refused:
        add_milestone(initiative, MilestoneEntry("Lancement", "réunion", body=stranger), by=local)

    assert (refused.value.sentence, mandate.initiative) == ("« Comité » belongs to another initiative.", initiative)


def test_only_a_coordinator_writes_the_frame(initiative: Initiative, local: Person) -> None:
    stranger = Person.objects.create(name="Passant")

    with pytest.raises(NotAllowed):
        add_phase(initiative, WORK, by=stranger)

    assert names(initiative) == []
