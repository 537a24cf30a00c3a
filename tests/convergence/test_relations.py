"""Chains and tensions kept from one run to the next, with what people say of them."""

import pytest
from django.db import IntegrityError, transaction
from pytest_django import DjangoAssertNumQueries
from tests.web.scene import Scene, settle

from semailles.convergence.actions import judge_chain, judge_tension, keep_relations, unjudge_chain, unjudge_tension
from semailles.convergence.enums import Judgement
from semailles.convergence.errors import NotJudged
from semailles.convergence.models import Chain, Tension
from semailles.convergence.queries.relations import chains, facing, related
from semailles.core.models import Person
from semailles.engines.relating import Kind, Stretch
from semailles.engines.relating import Tension as Found
from semailles.intake.actions import set_aside_ideas
from semailles.intake.models import Idea
from semailles.publication.gathering import gather
from semailles.workshop.errors import ReasonMissing
from semailles.workshop.models import Initiative


@pytest.fixture
def settled(initiative: Initiative, local: Person) -> Scene:
    return settle(initiative, by=local)


def two_teams(initiative: Initiative) -> tuple[Idea, Idea]:
    ideas = Idea.objects.of(initiative).order_by("pk")
    return ideas.filter(team__letter="A")[0], ideas.filter(team__letter="B")[0]


def clash(initiative: Initiative) -> Found:
    first, second = (str(idea.public_id) for idea in two_teams(initiative))
    return Found(Kind.DISPUTE, first, second, ("cantines",), (Stretch(0, 4, "un mot"), Stretch(0, 4, "un autre")), "weir")


def only_chain(initiative: Initiative) -> Chain:
    return Chain.objects.of(initiative).current().get()


def test_gathering_finds_the_chain_that_two_teams_fill(settled: Scene) -> None:
    (told,) = chains(settled.initiative, lang="fr")

    assert told.title == "les légumes, du champ à l’assiette"
    assert [(place.says, place.letters) for place in told.places] == [
        ("les lave, les coupe ou les met en bocaux", ("A", "B")),
        ("les met dans l’assiette", ("A",)),
    ]
    assert [(tie.first.letter, tie.second.letter) for tie in told.ties] == [("B", "A")]


def test_gathering_again_changes_nothing(settled: Scene, local: Person) -> None:
    before = [(chain.pk, chain.public_id, chain.ties) for chain in Chain.objects.of(settled.initiative)]

    gather(settled.initiative, by=local)

    assert [(chain.pk, chain.public_id, chain.ties) for chain in Chain.objects.of(settled.initiative)] == before


def test_what_people_said_survives_a_later_run(settled: Scene, local: Person) -> None:
    judge_chain(only_chain(settled.initiative), Judgement.NOT_ONE, "Deux cuisines différentes", by=local)

    gather(settled.initiative, by=local)

    chain = only_chain(settled.initiative)
    assert (chain.state, chain.reason, chain.judged_by) == (Judgement.NOT_ONE, "Deux cuisines différentes", local)


def test_a_real_tension_stays_when_the_machine_sees_it_no_more(settled: Scene, local: Person) -> None:
    keep_relations(settled.initiative, (), [clash(settled.initiative)], by=local)
    judge_tension(Tension.objects.of(settled.initiative).get(), Judgement.REAL, "Dit en séance", by=local)

    keep_relations(settled.initiative, (), (), by=local)

    assert [str(one.tension.state) for one in facing(settled.initiative)] == ["real"]


def test_a_tension_to_be_checked_leaves_with_its_signs(settled: Scene, local: Person) -> None:
    keep_relations(settled.initiative, (), [clash(settled.initiative)], by=local)

    keep_relations(settled.initiative, (), (), by=local)

    assert facing(settled.initiative) == []


def test_a_tension_leaves_the_list_when_one_of_its_ideas_is_set_aside(settled: Scene, local: Person) -> None:
    keep_relations(settled.initiative, (), [clash(settled.initiative)], by=local)

    set_aside_ideas([two_teams(settled.initiative)[0]], reason="Hors sujet", by=local)

    assert facing(settled.initiative) == []


def test_a_chain_left_to_one_team_is_not_told(settled: Scene, local: Person) -> None:
    ours = Idea.objects.of(settled.initiative).filter(team__letter="B", pk__in=only_chain(settled.initiative).ideas.all())

    set_aside_ideas(list(ours), reason="Hors sujet", by=local)

    assert chains(settled.initiative, lang="fr") == []


def test_nobody_judges_without_a_reason(settled: Scene, local: Person) -> None:
    with pytest.raises(ReasonMissing, match="Say in a few words why"):
        judge_chain(only_chain(settled.initiative), Judgement.REAL, "  ", by=local)


def test_the_database_asks_for_the_reason_too(settled: Scene) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Chain.objects.of(settled.initiative).update(state=Judgement.REAL, reason="")


def test_a_judgement_is_taken_back(settled: Scene, local: Person) -> None:
    chain = judge_chain(only_chain(settled.initiative), Judgement.REAL, "Elles se parlent déjà", by=local)

    unjudge_chain(chain, by=local)

    kept = only_chain(settled.initiative)
    assert (kept.state, kept.reason, kept.judged_by) == (Judgement.TO_CHECK, "", None)


def test_what_nobody_judged_is_not_taken_back(settled: Scene, local: Person) -> None:
    keep_relations(settled.initiative, (), [clash(settled.initiative)], by=local)

    with pytest.raises(NotJudged, match="is still to be checked: there is nothing to take back"):
        unjudge_tension(Tension.objects.of(settled.initiative).get(), by=local)


def test_no_person_names_a_chain(settled: Scene) -> None:
    found, _ = related(settled.initiative)

    assert [one.name for one in found if one.name] == []


@pytest.mark.parametrize("count", [1, 3])
def test_chains_are_read_in_a_fixed_number_of_queries(
    settled: Scene, count: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    chain = only_chain(settled.initiative)
    for rank in range(1, count):
        copy = Chain.objects.create(initiative=chain.initiative, public_id=f"{rank:032x}", key=chain.key, ties=chain.ties)
        for place in chain.places.all():
            copy.places.create(initiative=chain.initiative, idea=place.idea, step=place.step, rank=place.rank)

    with django_assert_num_queries(3):
        assert len(chains(settled.initiative, lang="en")) == count
