"""Ideas found again: where they were said, in which order, whether they still are."""

from semailles.core.models import Person
from semailles.intake.actions import receive_document
from semailles.intake.models import Idea, Source
from semailles.intake.queries.ideas import Wanted, lines, listed, places_of, spoken_at
from semailles.intake.readings import read_file
from semailles.workshop.models import Initiative, Team

NOTES = {
    "b-bourgs/a.txt": "Il faudrait planter un verger.\n\nIl faudrait ouvrir un pédibus.",
    "a-rives/b.txt": "Il faudrait ouvrir une légumerie.",
}


def _receive(initiative: Initiative, path: str, text: str, by: Person) -> None:
    receive_document(initiative, path, text.encode(), read_file(path, text.encode(), known=()), by=by)


def _said(initiative: Initiative) -> list[bool]:
    return list(Idea.objects.of(initiative).order_by("pk").values_list("is_said", flat=True))


def test_an_idea_is_said_as_long_as_a_version_that_counts_says_it(initiative: Initiative, local: Person) -> None:
    for path, text in NOTES.items():
        _receive(initiative, path, text, local)

    _receive(initiative, "b-bourgs/a.txt", "Il faudrait planter un verger.", local)
    without = _said(initiative)
    _receive(initiative, "b-bourgs/a.txt", NOTES["b-bourgs/a.txt"], local)

    assert (without, _said(initiative)) == ([True, False, True], [True, True, True])


def test_an_idea_is_shown_where_the_version_that_counts_says_it(initiative: Initiative, local: Person) -> None:
    _receive(initiative, "b-bourgs/a.txt", "Il faudrait planter un verger.", local)
    _receive(initiative, "b-bourgs/a.txt", "Un titre\n\nIl faudrait planter un verger.", local)
    idea = Idea.objects.of(initiative).get()

    place, told = places_of(initiative, [idea.pk])[idea.pk], spoken_at(initiative, [idea.pk])[idea.pk]

    assert (place.passage.version.is_latest, place.pk) == (True, Source.objects.of(initiative).order_by("-pk")[0].pk)
    assert (told.rank, told.start, told.end, told.locator) == (place.passage.rank, place.start, place.end, place.passage.locator)


def test_teams_come_in_the_order_of_their_letters_even_when_it_is_not_that_of_their_keys(initiative: Initiative, local: Person) -> None:
    for path, text in NOTES.items():
        _receive(initiative, path, text, local)
    bourgs, rives = Team.objects.of(initiative).get(folder="b-bourgs"), Team.objects.of(initiative).get(folder="a-rives")

    found = {
        order: [idea.team_id for idea in listed(initiative, Wanted(teams=order))]
        for order in ((bourgs.pk, rives.pk), (rives.pk, bourgs.pk))
    }

    assert found == {(bourgs.pk, rives.pk): [bourgs.pk, bourgs.pk, rives.pk], (rives.pk, bourgs.pk): [rives.pk, bourgs.pk, bourgs.pk]}


def test_lines_keep_the_order_they_are_asked_in(initiative: Initiative, local: Person) -> None:
    for path, text in NOTES.items():
        _receive(initiative, path, text, local)
    keys = list(Idea.objects.of(initiative).order_by("-pk").values_list("pk", flat=True))

    assert [line.pk for line in lines(initiative, keys)] == keys
