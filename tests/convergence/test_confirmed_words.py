"""Words that people confirmed to be one bring ideas together; once withdrawn, they no longer do."""

import pytest

from semailles.convergence.actions import confirm_equivalence, withdraw_equivalence
from semailles.convergence.errors import KnownWord, WithdrawnAlready, WordsMissing, WordTooCommon, WordTooLong
from semailles.convergence.queries.grouping import suggested_grouping
from semailles.convergence.queries.nearest import nearest_of
from semailles.core.errors import Refusal
from semailles.core.models import Person
from semailles.intake.actions import receive_document
from semailles.intake.marks import give_marks
from semailles.intake.models import Idea
from semailles.intake.readings import read_file
from semailles.workshop.models import Initiative

SAID = {"a-rives/n.md": "- Ouvrir une grabotte.\n", "b-bourgs/n.md": "- Aménager un lieu de répétition pour musiciens.\n"}


@pytest.fixture
def first(initiative: Initiative, local: Person) -> Idea:
    for path, text in SAID.items():
        receive_document(initiative, path, text.encode(), read_file(path, text.encode(), known=()), by=local)
    give_marks(initiative, by=local)
    return Idea.objects.of(initiative).get(team__letter="A")


def test_a_withdrawal_is_not_written_over(initiative: Initiative, local: Person) -> None:
    confirmed = confirm_equivalence(initiative, "grabotte", ["lieu de répétition"], by=local)
    withdraw_equivalence(confirmed, "Deux choses différentes", by=local)

    with pytest.raises(WithdrawnAlready, match="was withdrawn already, by"):
        withdraw_equivalence(confirmed, "Autre raison", by=local)

    confirmed.refresh_from_db()
    assert confirmed.withdrawn_reason == "Deux choses différentes"


@pytest.mark.parametrize(
    ("said", "forms", "refusal"),
    [
        ("le", ["la", "de"], WordTooCommon),
        ("cantine", ["de la"], WordTooCommon),
        ("🚲", ["🌾"], WordTooCommon),
        ("!!!", ["???"], WordTooCommon),
        ("cantine", ["x" * 201], WordTooLong),
        ("cantine", ["cantines", "la cantine"], WordsMissing),
    ],
)
def test_words_that_say_nothing_are_refused(
    initiative: Initiative, local: Person, said: str, forms: list[str], refusal: type[Refusal]
) -> None:
    with pytest.raises(refusal):
        confirm_equivalence(initiative, said, forms, by=local)


@pytest.mark.parametrize("said", ["cantine", "Cantines", "la cantine"])
def test_a_word_that_is_heard_as_a_known_one_is_known(initiative: Initiative, local: Person, said: str) -> None:
    confirm_equivalence(initiative, "restaurant scolaire", ["cantines"], by=local)

    with pytest.raises(KnownWord):
        confirm_equivalence(initiative, said, ["réfectoire"], by=local)


@pytest.mark.parametrize("said", ["CA", "C.A.U.E.", "AMAP"])
def test_an_acronym_of_common_letters_is_a_word(initiative: Initiative, local: Person, said: str) -> None:
    assert confirm_equivalence(initiative, said, ["communauté d’agglomération"], by=local).said == said


def sizes(initiative: Initiative) -> list[int]:
    return [len(family.members) for family in suggested_grouping(initiative).families]


def test_confirmed_words_are_heard_until_they_are_withdrawn(initiative: Initiative, local: Person, first: Idea) -> None:
    before = sizes(initiative)
    confirmed = confirm_equivalence(initiative, "grabotte", ["lieu de répétition pour musiciens"], by=local)
    during, notions = sizes(initiative), nearest_of(first)[0].notions
    withdraw_equivalence(confirmed, "Deux choses différentes", by=local)

    assert (before, during, notions, sizes(initiative)) == ([1, 1], [2], ("grabotte",), [1, 1])
