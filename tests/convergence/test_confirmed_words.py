"""Words that people confirmed to be one bring ideas together; once withdrawn, they no longer do."""

import pytest

from semailles.convergence.actions import confirm_equivalence, withdraw_equivalence
from semailles.convergence.queries.grouping import suggested_grouping
from semailles.convergence.queries.nearest import nearest_of
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


def sizes(initiative: Initiative) -> list[int]:
    return [len(family.members) for family in suggested_grouping(initiative).families]


def test_confirmed_words_are_heard_until_they_are_withdrawn(initiative: Initiative, local: Person, first: Idea) -> None:
    before = sizes(initiative)
    confirmed = confirm_equivalence(initiative, "grabotte", ["lieu de répétition pour musiciens"], by=local)
    during, words = sizes(initiative), nearest_of(first)[0].words
    withdraw_equivalence(confirmed, "Deux choses différentes", by=local)

    assert (before, during, words, sizes(initiative)) == ([1, 1], [2], ("grabotte",), [1, 1])
