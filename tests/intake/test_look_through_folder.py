from semailles.core.models import Person
from semailles.intake.actions import look_through_folder, receive_document
from semailles.intake.readings import Reading
from semailles.publication.board.funnel import funnel
from semailles.workshop.models import Initiative


def test_an_unreadable_file_that_left_the_folder_asks_for_nothing_until_it_comes_back(initiative: Initiative, local: Person) -> None:
    receive_document(initiative, "a/photo.png", b"1", Reading(reason="damaged"), by=local)
    counted = [funnel(initiative).unreadable]

    for paths in ((), (), ("a/photo.png",)):
        look_through_folder(initiative, paths, by=local)
        counted.append(funnel(initiative).unreadable)

    assert counted == [1, 0, 0, 1]
