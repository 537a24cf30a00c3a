"""Which projects name an actor."""

from tests.web.scene import settle

from semailles.core.models import Person
from semailles.projects.models import SaidCommitment
from semailles.projects.queries import drawn_from, projects_naming
from semailles.workshop.models import Actor, Initiative


def test_a_project_names_whom_its_ideas_name(initiative: Initiative, local: Person) -> None:
    scene = settle(initiative, by=local)
    union = Actor.objects.of(initiative).get(name="Syndicat de l'Orve")
    walkers = Actor.objects.of(initiative).get(name="Association Les Pas Pressés")

    found = projects_naming(initiative, [union, walkers])

    assert {key: [(one.project, one.commitments, [idea.title for idea in one.ideas]) for one in named] for key, named in found.items()} == {
        union.pk: [(scene.project, [], ["Créer une légumerie partagée pour les cantines de la vallée"])]
    }


def test_a_project_names_whoever_is_committed_to_it(initiative: Initiative, local: Person) -> None:
    scene = settle(initiative, by=local)
    walkers = Actor.objects.of(initiative).get(name="Association Les Pas Pressés")
    commitment = SaidCommitment.objects.create(initiative=initiative, project=scene.project, actor=walkers, role="porte")

    found = projects_naming(initiative, [walkers])[walkers.pk]

    assert [(one.project, one.commitments, one.ideas) for one in found] == [(scene.project, [commitment], [])]


def test_each_family_leads_to_the_project_drawn_from_it(initiative: Initiative, local: Person) -> None:
    scene = settle(initiative, by=local)

    assert drawn_from(initiative, [scene.family]) == {scene.family.pk: scene.project}
