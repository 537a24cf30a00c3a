"""demarche.toml and the screen write the same frame: neither undoes the other in silence."""

from datetime import date
from decimal import Decimal

from tests.workshop.framed import Frame

from semailles.core.models import Person
from semailles.workshop.actions import (
    add_phase,
    describe_funding,
    describe_initiative,
    describe_phase,
    designate,
    frame_initiative,
    open_initiative,
    set_aside,
    shift,
)
from semailles.workshop.entries import FundingEntry, InitiativeEntry, MandateEntry, PhaseEntry
from semailles.workshop.framing import Framing
from semailles.workshop.models import (
    Body,
    Mission,
    Phase,
    ProcessFunding,
    Team,
    Theme,
)

DAY = date(2015, 3, 1)
ONE = '[[phase]]\nnom = "Travaux"\nmois = 3\n'
TWO = ONE + '[[phase]]\nnom = "Rédaction"\n'


def phase_named(name: str) -> Phase:
    return Phase.objects.get(name=name)


def test_what_the_file_changes_is_taken_when_nobody_touched_it(frame: Frame) -> None:
    frame.take(TWO)
    before = phase_named("Travaux").public_id

    said = frame.take(TWO.replace("mois = 3", "mois = 2.5"))

    assert (said, frame.phases()) == ((), [("Travaux", "2.5"), ("Rédaction", "1")])
    assert (phase_named("Travaux").public_id, phase_named("Travaux").revision) == (before, 1)


def test_what_people_changed_on_screen_is_kept_and_said(frame: Frame) -> None:
    frame.take(ONE)
    describe_phase(phase_named("Travaux"), PhaseEntry("Travaux", Decimal(4)), revision=0, by=frame.by)
    sentence = "« Travaux » (phase), months: demarche.toml says « %s », the screen says « 4 ». The screen counts."

    unchanged, changed, agreeing = (frame.take(ONE.replace("mois = 3", f"mois = {months}")) for months in (3, 5, 4))

    assert (unchanged, changed, agreeing) == ((sentence % 3,), (sentence % 5,), ())
    assert frame.phases() == [("Travaux", "4")]


def test_another_field_of_a_row_changed_on_screen_still_follows_the_file(frame: Frame) -> None:
    frame.take(ONE)
    describe_phase(phase_named("Travaux"), PhaseEntry("Travaux", Decimal(4)), revision=0, by=frame.by)
    frame.take(ONE.replace("mois = 3", "mois = 4"))

    frame.take(ONE.replace("mois = 3", "mois = 4") + "debut = 2015-02-02\n")

    assert (frame.phases(), phase_named("Travaux").starts_on) == ([("Travaux", "4")], date(2015, 2, 2))


def test_a_renamed_phase_is_still_the_one_of_the_file(frame: Frame) -> None:
    frame.take(ONE)
    describe_phase(phase_named("Travaux"), PhaseEntry("Groupes de travail", Decimal(3)), revision=0, by=frame.by)

    said = frame.take(ONE)

    assert frame.phases() == [("Groupes de travail", "3")]
    assert said == (
        "« Groupes de travail » (phase), name: demarche.toml says « Travaux », the screen says « Groupes de travail ». The screen counts.",
    )


def test_an_entry_that_leaves_the_file_is_set_aside_and_comes_back_with_it(frame: Frame) -> None:
    frame.take(TWO)

    frame.take(ONE)
    gone = phase_named("Rédaction")
    reason = gone.set_aside_reason
    said = frame.take(TWO + "mois = 2\n")

    assert (reason, said, frame.phases()) == ("no longer in demarche.toml", (), [("Travaux", "3"), ("Rédaction", "2")])
    assert phase_named("Rédaction").public_id == gone.public_id


def test_an_entry_that_people_worked_on_stays_when_it_leaves_the_file(frame: Frame) -> None:
    frame.take(TWO + '[[instance]]\nnom = "Comité"\n')
    describe_phase(phase_named("Rédaction"), PhaseEntry("Rédaction", Decimal(2)), revision=0, by=frame.by)
    designate(Body.objects.get(), MandateEntry("Mairie d’Aubrée"), by=frame.by)

    said = frame.take(ONE)

    assert frame.phases() == [("Travaux", "3"), ("Rédaction", "2")]
    assert said == (
        "« Rédaction » (phase) is no longer in demarche.toml, but people worked on it on screen: it stays.",
        "« Comité » (body) is no longer in demarche.toml, but people worked on it on screen: it stays.",
    )


def test_what_people_set_aside_stays_aside(frame: Frame) -> None:
    frame.take(ONE)
    set_aside(phase_named("Travaux"), "reporté", on=DAY, by=frame.by)

    said = frame.take(ONE)

    assert (frame.phases(), said) == (
        [],
        ("« Travaux » (phase) stands in demarche.toml, but it was set aside on screen (reporté): it stays aside.",),
    )


def test_what_people_added_on_screen_is_never_removed(frame: Frame) -> None:
    add_phase(frame.initiative, PhaseEntry("Maquette", Decimal(1)), by=frame.by)

    frame.take(ONE)
    frame.take("")

    assert frame.phases() == [("Maquette", "1")]


def test_a_phase_typed_on_screen_then_in_the_file_is_one(frame: Frame) -> None:
    add_phase(frame.initiative, PhaseEntry("Travaux", Decimal(4)), by=frame.by)

    said = frame.take(ONE)

    assert frame.phases() == [("Travaux", "4")]
    assert said == ("« Travaux » (phase), months: demarche.toml says « 3 », the screen says « 4 ». The screen counts.",)


def test_the_order_of_people_stays(frame: Frame) -> None:
    frame.take(TWO)
    shift(phase_named("Rédaction"), -1, by=frame.by)

    assert (frame.take(TWO), frame.phases()) == ((), [("Rédaction", "1"), ("Travaux", "3")])


def test_a_file_that_is_absent_or_broken_changes_nothing(frame: Frame) -> None:
    frame.take(TWO)

    frame_initiative(frame.initiative, Framing(), by=frame.by)
    frame.take("nom = = 3")

    assert frame.phases() == [("Travaux", "3"), ("Rédaction", "1")]


def test_a_value_that_is_not_understood_leaves_what_was_there(frame: Frame) -> None:
    frame.take(ONE)

    (said,) = frame.take(ONE.replace("mois = 3", 'mois = "trois"'))
    after = frame.phases()
    frame.take(ONE.replace("mois = 3", "mois = 2"))

    assert said == "demarche.toml, [[phase]] 1, « mois »: this value is not understood. Expected: 3. It was left out."
    assert (after, frame.phases()) == ([("Travaux", "3")], [("Travaux", "2")])


def test_what_breaks_a_rule_is_left_out_and_said(frame: Frame) -> None:
    said = frame.take(ONE + "debut = 2015-02-02\nfin = 2015-02-01\n" + '[[mission]]\nqui = "Ana"\n')

    assert said == ("demarche.toml, « Travaux »: The end is before the start. It was left out.",)
    assert (frame.phases(), Mission.objects.count()) == ([], 1)


def test_the_head_of_the_file_and_the_screen_meet_in_the_same_way(frame: Frame) -> None:
    frame.take('nom = "Sud"\nterritoire = "Sud"\n')
    described = describe_initiative(frame.initiative, InitiativeEntry("Sud", "Grand Sud"), revision=1, by=frame.by)
    frame.initiative = described

    said = frame.take('nom = "Sud, après"\nterritoire = "Sud"\n')

    assert (frame.initiative.name, frame.initiative.territory) == ("Sud, après", "Grand Sud")
    assert said == ("« Sud » (initiative), territory: demarche.toml says « Sud », the screen says « Grand Sud ». The screen counts.",)


def test_a_deadline_that_the_screen_s_start_forbids_is_said(frame: Frame) -> None:
    described = describe_initiative(frame.initiative, InitiativeEntry("Vallée", starts_on=date(2015, 5, 1)), revision=0, by=frame.by)
    frame.initiative = described

    said = frame.take('echeance = { date = 2015-04-30, motif = "rapport" }')

    frame.initiative.refresh_from_db()
    assert (frame.initiative.deadline_on, said) == (
        None,
        ("demarche.toml, « Vallée »: The deadline is before the start. It was left out.",),
    )


def test_a_theme_that_leaves_the_file_is_no_longer_given(frame: Frame) -> None:
    text = '[[theme]]\nnom = "Alimentation"\nmots = ["cantine"]\n[[equipe]]\ndossier = "a"\nregard = "Les champs"\n'
    frame.take(text)

    frame.take("")
    left = [(theme.is_given, theme.is_standing) for theme in Theme.objects.all()], [team.regard for team in Team.objects.all()]
    frame.take(text)

    assert left == ([(False, True)], [""])
    assert [(theme.is_given, theme.words) for theme in Theme.objects.all()] == [(True, ["cantine"])]


def test_two_lines_of_one_funder_stay_two(frame: Frame) -> None:
    twice = '[[ressource]]\nfinanceur = "Commune"\nmontant = 500\n' * 2

    frame.take(twice)
    first = ProcessFunding.objects.get(frame_key="ressource: Commune")
    describe_funding(first, FundingEntry("Commune", Decimal(700)), revision=0, by=frame.by)
    frame.take(twice)

    assert [line.amount for line in ProcessFunding.objects.all()] == [700, 500]


def test_one_frame_says_nothing_of_another_initiative(frame: Frame, local: Person) -> None:
    other = Frame(open_initiative("Plateau", by=local), local)
    frame.take(TWO)

    other.take(ONE)
    other.take("")

    assert (frame.phases(), other.phases()) == ([("Travaux", "3"), ("Rédaction", "1")], [])


def test_what_the_file_leaves_out_is_for_the_screen_to_say(frame: Frame) -> None:
    frame.take(ONE)
    describe_phase(phase_named("Travaux"), PhaseEntry("Travaux", Decimal(3), ended_on=DAY), revision=0, by=frame.by)

    said = frame.take(ONE.replace("mois = 3", "mois = 2"))

    assert (said, frame.phases(), phase_named("Travaux").ended_on) == ((), [("Travaux", "2")], DAY)
