"""The whole synthesis is read in a fixed number of queries, whatever its size."""

import pytest
from pytest_django import DjangoAssertNumQueries

from semailles.convergence.actions import keep_suggestions
from semailles.convergence.queries.grouping import suggested_grouping
from semailles.core.models import Person
from semailles.intake.actions import bring_spellings_together, receive_document
from semailles.intake.marks import give_marks
from semailles.intake.readings import read_file
from semailles.projects.actions import draft_projects
from semailles.publication.queries import snapshot
from semailles.workshop.models import Initiative

LINES = (
    "Il faudrait ouvrir une cantine de village qui cuisine les légumes des fermes voisines pour les écoles, avec la Chambre d'agriculture, dès la rentrée prochaine.",
    "On pourrait planter une haie le long du chemin de la gare, avec les élèves du collège et l'association des jardins.",
    "Pourquoi ne pas ouvrir un atelier de réparation de vélos dans l'ancienne poste, avec la mairie ?",
)
QUERIES = 32


@pytest.mark.parametrize("size", [1, 3])
def test_a_larger_synthesis_asks_no_more_queries(
    initiative: Initiative, local: Person, django_assert_num_queries: DjangoAssertNumQueries, size: int
) -> None:
    for team in ("a", "b"):
        content = "\n\n".join(LINES[:size]).encode()
        receive_document(initiative, f"{team}/n.txt", content, read_file("n.txt", content, known=()), by=local)
    give_marks(initiative, by=local)
    bring_spellings_together(initiative, by=local)
    keep_suggestions(initiative, suggested_grouping(initiative), by=local)
    draft_projects(initiative, by=local)

    with django_assert_num_queries(QUERIES):
        full = snapshot(initiative)

    assert len(full.ideas) == 2 * size
    assert len(full.convergences) == size
