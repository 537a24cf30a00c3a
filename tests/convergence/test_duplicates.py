"""Two teams that said the same thing have both said it, even when one idea stands for two."""

from datetime import date

import pytest

from semailles.convergence.actions import keep_suggestions
from semailles.convergence.models import Family
from semailles.convergence.queries.evidence import evidence_of
from semailles.convergence.queries.grouping import suggested_grouping
from semailles.convergence.queries.nearest import nearest_of
from semailles.core.models import Person
from semailles.intake.actions import mark_duplicates, receive_document, undo_last
from semailles.intake.marks import give_marks
from semailles.intake.models import Idea
from semailles.intake.readings import read_file
from semailles.publication.queries import snapshot
from semailles.publication.synthesis import synthesis
from semailles.workshop.models import Initiative

SAID = {
    "a-rives/notes.md": "- Créer une légumerie partagée pour les cantines.\n- Ouvrir un pédibus entre la gare et l’école.\n",
    "b-bourgs/notes.md": "- Monter un atelier où l’on épluche les carottes du coin.\n- Replanter des haies.\n",
}


@pytest.fixture
def ideas(initiative: Initiative, local: Person) -> dict[str, Idea]:
    for path, text in SAID.items():
        receive_document(initiative, path, text.encode(), read_file(path, text.encode(), known=()), by=local)
    give_marks(initiative, by=local)
    return {f"{idea.team.letter}{idea.number}": idea for idea in Idea.objects.of(initiative).select_related("team")}


def _grouped(initiative: Initiative, by: Person) -> Family:
    keep_suggestions(initiative, suggested_grouping(initiative), by=by)
    family: Family = (
        Family.objects.of(initiative).current().get(ideas__public_id=Idea.objects.of(initiative).get(team__letter="A", number=1).public_id)
    )
    return family


def test_a_duplicate_of_another_team_makes_a_convergence(initiative: Initiative, local: Person, ideas: dict[str, Idea]) -> None:
    alone = evidence_of(_grouped(initiative, local)).letters
    mark_duplicates([ideas["B1"]], of=ideas["A1"], by=local)

    family = _grouped(initiative, local)

    assert (alone, evidence_of(family).letters, bool(family.strength)) == (("A",), ("A", "B"), True)


def test_print_and_data_say_both_teams_and_both_sources(initiative: Initiative, local: Person, ideas: dict[str, Idea]) -> None:
    mark_duplicates([ideas["B1"]], of=ideas["A1"], by=local)
    _grouped(initiative, local)

    tree = synthesis(snapshot(initiative, on=date(2027, 3, 8)))

    (convergence,) = tree["convergences"]
    told = {idea["id"]: [source["quote"] for source in idea["sources"]] for idea in tree["ideas"]}
    both = ["Créer une légumerie partagée pour les cantines", "Monter un atelier où l’on épluche les carottes du coin"]
    names = {team["id"]: team["name"] for team in tree["teams"]}
    assert (len(told), told[str(ideas["A1"].public_id)]) == (3, both)
    assert ([names[team] for team in convergence["teams"]], convergence["ideas"]) == (["a-rives", "b-bourgs"], [str(ideas["A1"].public_id)])


def test_undone_the_two_ideas_stand_apart_again(initiative: Initiative, local: Person, ideas: dict[str, Idea]) -> None:
    mark_duplicates([ideas["B1"]], of=ideas["A1"], by=local)
    _grouped(initiative, local)
    undo_last(initiative, by=local)

    assert evidence_of(_grouped(initiative, local)).letters == ("A",)


def test_the_nearest_of_an_idea_are_those_that_stand(initiative: Initiative, local: Person, ideas: dict[str, Idea]) -> None:
    more = "- Installer une légumerie commune pour les cantines.\n- Une légumerie mobile pour les cantines.\n"
    receive_document(initiative, "c-plaine/n.md", more.encode(), read_file("n.md", more.encode(), known=()), by=local)
    give_marks(initiative, by=local)
    first, second = Idea.objects.of(initiative).filter(team__letter="C").order_by("number")
    mark_duplicates([second], of=first, by=local)

    near = nearest_of(ideas["A1"])

    assert (near[0].idea, "légumerie" in near[0].words, second in [one.idea for one in near]) == (first, True, False)
