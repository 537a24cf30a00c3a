"""Who could carry a project, and why; who helps."""

from datetime import date

import pytest

from semailles.core.models import Person
from semailles.projects.actions import (
    NeedEntry,
    OfferEntry,
    answer_need,
    climb_holder,
    commit_to,
    describe_offer,
    need_help,
    offer_help,
    put_help_back,
    set_help_aside,
)
from semailles.projects.candidates import trio, who_could_carry
from semailles.projects.errors import NotOffered, OtherCliff
from semailles.projects.helping import cliffs
from semailles.projects.holders import holders
from semailles.projects.models import Project
from semailles.workshop.actions import add_actor, name_actor
from semailles.workshop.entries import ActorEntry, CommitmentEntry
from semailles.workshop.enums import Level
from semailles.workshop.models import Initiative

DAY = date(2015, 2, 10)
pytestmark = pytest.mark.django_db


@pytest.fixture
def project(initiative: Initiative) -> Project:
    return Project.objects.create(initiative=initiative, number=1, title="Une légumerie")


def test_who_keeps_its_word_elsewhere_and_offers_help_is_suggested_first(project: Project, local: Person) -> None:
    other = Project.objects.create(initiative=project.initiative, number=2, title="Un pédibus")
    keeper, helper = (name_actor(project.initiative, name, by=local) for name in ("Régie de l'Orve", "Caisse du val"))
    for actor in (keeper, helper):
        climb_holder(commit_to(other, CommitmentEntry(actor, "porte"), by=local), Level.ORAL, on=DAY, by=local)
    offer_help(project, OfferEntry("Caisse du val", "financier", "des prêts", helper, None, project), by=local)

    found = who_could_carry(project, holders(project))

    assert [(one.actor, one.reasons) for one in found] == [
        (helper, ("offers its help: des prêts", "committed already, elsewhere")),
        (keeper, ("committed already, elsewhere",)),
    ]


def test_the_three_are_told_by_their_college(project: Project, local: Person) -> None:
    elected = add_actor(project.initiative, ActorEntry("Commune de Rives", college="élus"), by=local)
    climb_holder(commit_to(project, CommitmentEntry(elected, "porte"), by=local), Level.ORAL, on=DAY, by=local)

    corners = trio(holders(project), [])

    assert [(corner.label, corner.held) for corner in corners] == [
        ("an elected person", (elected,)),
        ("an inhabitant", ()),
        ("a public agent or a company", ()),
    ]


def test_offers_of_the_same_cliff_are_set_beside_a_need_the_nearest_first(project: Project, local: Person) -> None:
    need = need_help(project, NeedEntry("technique", "dessiner la cuisine"), by=local)
    far = offer_help(project, OfferEntry("Léa", "technique", "calculer la charpente"), by=local)
    near = offer_help(project, OfferEntry("Atelier du val", "technique", "plans de cuisine"), by=local)
    offer_help(project, OfferEntry("Ancien", "technique", "cuisine", until=date(2015, 1, 1)), by=local)

    technical = cliffs(project, on=DAY)[0]

    assert [(view.need, view.could) for view in technical.needs] == [(need, (near, far))]


def test_an_offer_of_another_kind_answers_nothing(project: Project, local: Person) -> None:
    need = need_help(project, NeedEntry("technique", "dessiner la cuisine"), by=local)
    offer = offer_help(project, OfferEntry("Caisse du val", "financier", "des prêts"), by=local)

    with pytest.raises(OtherCliff) as refused:
        answer_need(need, offer, by=local)

    assert refused.value.sentence == "« des prêts » is financial help and the need is technical: choose another offer."


def test_an_offer_for_one_project_answers_no_need_of_another(project: Project, local: Person) -> None:
    other = Project.objects.create(initiative=project.initiative, number=2, title="Un pédibus")
    need = need_help(other, NeedEntry("financier", "un prêt"), by=local)
    offer = offer_help(project, OfferEntry("Caisse du val", "financier", "des prêts", project=project), by=local)

    with pytest.raises(NotOffered) as refused:
        answer_need(need, offer, by=local)

    assert refused.value.sentence == (
        "« des prêts » would be for « 1. Une légumerie » alone, and « un prêt » is a need of « 2. Un pédibus »: offer it to whoever needs it first."
    )


def test_an_offer_that_answers_another_project_stays_for_all(project: Project, local: Person) -> None:
    other = Project.objects.create(initiative=project.initiative, number=2, title="Un pédibus")
    need = need_help(other, NeedEntry("financier", "un prêt"), by=local)
    offer = offer_help(project, OfferEntry("Caisse du val", "financier", "des prêts"), by=local)
    answer_need(need, offer, by=local)

    with pytest.raises(NotOffered):
        describe_offer(offer, OfferEntry("Caisse", "financier", "prêts", project=project), revision=offer.revision, by=local)


def test_an_offer_set_aside_answers_nothing(project: Project, local: Person) -> None:
    need = need_help(project, NeedEntry("financier", "un prêt"), by=local)
    offer = offer_help(project, OfferEntry("Caisse du val", "financier", "des prêts"), by=local)
    set_help_aside(offer, "elle ferme", on=DAY, by=local)

    with pytest.raises(NotOffered, match="elle ferme"):
        answer_need(need, offer, by=local)


def test_a_need_put_back_is_open_when_its_offer_left_in_the_meantime(project: Project, local: Person) -> None:
    need = need_help(project, NeedEntry("financier", "un prêt"), by=local)
    offer = offer_help(project, OfferEntry("Caisse du val", "financier", "des prêts"), by=local)
    aside = set_help_aside(answer_need(need, offer, by=local), "plus tard", on=DAY, by=local)
    set_help_aside(offer, "elle ferme", on=DAY, by=local)

    assert put_help_back(aside, by=local).met_by is None
