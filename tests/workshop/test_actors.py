"""The directory of actors: what people write stands."""

from dataclasses import replace
from datetime import date

import pytest

from semailles.core.journal import journal_of
from semailles.core.models import Person
from semailles.workshop.actions import (
    add_actor,
    add_funding,
    describe_actor,
    merge_actors,
    name_actor,
    open_initiative,
    put_actor_back,
    set_actor_aside,
    welcome_actors,
)
from semailles.workshop.directory import GivenActor
from semailles.workshop.entries import ActorEntry, FundingEntry
from semailles.workshop.enums import ActorKind
from semailles.workshop.errors import AlreadyThere, NotOneActor, NotStanding, ReasonMissing, StaleEdit, StillEngaged, TooCommon
from semailles.workshop.models import Actor, Initiative
from semailles.workshop.queries.actors import by_spelling

DAY = date(2027, 3, 8)
FUND = ActorEntry("Fonds des Moulins", college="institution", acronym="FDM", territory="Vallée de l'Orve", note="Répond par courrier.")


@pytest.fixture
def fund(initiative: Initiative, local: Person) -> Actor:
    return add_actor(initiative, FUND, by=local)


def test_the_same_form_sent_twice_adds_one_actor(initiative: Initiative, local: Person, fund: Actor) -> None:
    again = add_actor(initiative, FUND, by=local)

    assert (again, Actor.objects.of(initiative).count()) == (fund, 1)
    assert fund.by_hand == ["acronym", "college", "kind", "name", "note", "territory"]
    assert fund.also_written == ("FDM",)
    assert journal_of(initiative.public_id).lines[0].sentence == "named « Fonds des Moulins » (actor)"


def test_no_file_overwrites_what_people_wrote_and_the_difference_is_said(initiative: Initiative, local: Person) -> None:
    line = GivenActor("Union de l'Orve", ActorKind.ORGANISATION, "association", ("Union",), "")
    welcome_actors(initiative, [line], by=local)
    union = Actor.objects.of(initiative).get()
    describe_actor(union, ActorEntry("Syndicat de l'Orve", college="institution"), revision=0, by=local)

    said = welcome_actors(initiative, [replace(line, territory="Amont")], by=local)

    union.refresh_from_db()
    assert said == (
        "acteurs.csv, « Union de l'Orve », college: the file says « association », the screen says « institution »: the screen counts.",
    )
    assert (union.name, union.college, union.territory) == ("Syndicat de l'Orve", "institution", "Amont")
    assert union.also_written == ("Union", "Union de l'Orve")
    assert Actor.objects.of(initiative).count() == 1


def test_two_tabs_never_undo_each_other(local: Person, fund: Actor) -> None:
    describe_actor(fund, replace(FUND, note="Répond vite."), revision=0, by=local)

    with pytest.raises(StaleEdit) as refused:
        describe_actor(fund, replace(FUND, note="Ne répond pas."), revision=0, by=local)

    assert [one.field for one in refused.value.conflicts] == ["note"]


def test_a_name_is_borne_once(initiative: Initiative, local: Person, fund: Actor) -> None:
    other = name_actor(initiative, "Fonds des Rives", by=local)

    for entry in (ActorEntry("fonds des moulins"), ActorEntry("Fondation", acronym="fdm")):
        with pytest.raises(AlreadyThere) as refused:
            describe_actor(other, entry, revision=0, by=local)
        assert "is already a name of « Fonds des Moulins »" in refused.value.sentence


def test_a_name_left_by_its_actor_can_be_borne_by_a_new_one(initiative: Initiative, local: Person, fund: Actor) -> None:
    describe_actor(fund, replace(FUND, name="Fondation des Moulins"), revision=0, by=local)
    fund.spellings.filter(text=FUND.name).delete()

    fresh = add_actor(initiative, ActorEntry(FUND.name), by=local)

    assert (fresh == fund, fresh.public_id == fund.public_id, fresh.name) == (False, False, FUND.name)


def test_what_stands_for_others_stays_of_their_kind(initiative: Initiative, local: Person, fund: Actor) -> None:
    merge_actors(name_actor(initiative, "Les Moulins", by=local), fund, "même siège", by=local)

    with pytest.raises(NotOneActor):
        describe_actor(fund, replace(FUND, kind=ActorKind.PERSON), revision=0, by=local)


def test_what_is_no_actor_is_set_aside_with_a_reason_and_put_back(initiative: Initiative, local: Person, fund: Actor) -> None:
    with pytest.raises(ReasonMissing):
        set_actor_aside(fund, "  ", on=DAY, by=local)
    set_actor_aside(fund, "une machine", on=DAY, by=local)

    aside = list(Actor.objects.of(initiative).set_aside())
    with pytest.raises(NotStanding):
        name_actor(initiative, "FDM", by=local)
    with pytest.raises(NotStanding):
        describe_actor(aside[0], replace(FUND, note=""), revision=1, by=local)
    with pytest.raises(NotStanding):
        add_actor(initiative, ActorEntry("Fonds des moulins"), by=local)
    put_actor_back(fund, by=local)

    assert aside == [fund]
    assert by_spelling(initiative, ["FDM"])["fdm"].is_standing
    assert [line.sentence for line in journal_of(initiative.public_id).lines[:2]] == [
        "put « Fonds des Moulins » (actor) back",
        "set « Fonds des Moulins » (actor) aside",
    ]


def test_who_people_wrote_as_engaged_is_an_actor(initiative: Initiative, local: Person, fund: Actor) -> None:
    add_funding(initiative, FundingEntry("Fonds des Moulins", actor=fund), by=local)

    with pytest.raises(StillEngaged) as refused:
        set_actor_aside(fund, "une machine", on=DAY, by=local)

    assert "(1 resource of the budget)" in refused.value.sentence


def test_another_initiative_has_its_own_actors(local: Person, fund: Actor) -> None:
    assert add_actor(open_initiative("Ailleurs", by=local), FUND, by=local) != fund


@pytest.mark.parametrize(
    "entry", [ActorEntry("Ce"), ActorEntry("É"), ActorEntry("Centre est", acronym="EST"), ActorEntry("Centre", acronym="ça")]
)
def test_what_stands_on_every_page_names_nobody(initiative: Initiative, local: Person, entry: ActorEntry) -> None:
    known = add_actor(initiative, ActorEntry("Communauté d'agglo", acronym="CA"), by=local)

    with pytest.raises(TooCommon, match=r"is a single letter or an everyday word, found on every page: write a name that is longer\."):
        add_actor(initiative, entry, by=local)
    with pytest.raises(TooCommon):
        describe_actor(known, entry, revision=0, by=local)

    assert list(Actor.objects.values_list("name", "acronym")) == [("Communauté d'agglo", "CA")]
