"""Was it said already? The nearest texts answer, whatever the order in which they come."""

from semailles.engines.grouping import Link, Neighbourhood, Text

TEXTS = [
    Text("1", "a", "Créer une légumerie partagée pour les cantines scolaires"),
    Text("2", "b", "Installer une légumerie commune pour les cantines des écoles"),
    Text("3", "c", "Replanter des haies le long des chemins"),
    Text("4", "d", "Une légumerie pour transformer les légumes"),
    Text("5", "d", "Un pédibus entre la gare et l’école"),
]


def test_the_nearest_come_first_with_the_words_they_share() -> None:
    links = Neighbourhood(TEXTS).of("1", most=2)

    assert [(link.a, link.b) for link in links] == [("1", "2"), ("1", "4")]
    assert {"légumerie", "cantines"} <= set(links[0].words)
    assert links[0].score > links[1].score > 0


def test_the_order_of_texts_changes_nothing() -> None:
    turned = [TEXTS[at] for at in (3, 0, 4, 2, 1)]

    assert Neighbourhood(turned).of("1", most=5) == Neighbourhood(TEXTS).of("1", most=5)


def test_only_those_that_are_asked_for_answer() -> None:
    links = Neighbourhood(TEXTS).of("1", most=5, among=["1", "4", "unknown"])

    assert [link.b for link in links] == ["4"]


def test_nothing_is_near_what_is_unknown_or_alone() -> None:
    alone: tuple[Link, ...] = Neighbourhood([TEXTS[0]]).of("1", most=5)

    assert (alone, Neighbourhood([]).of("1", most=5), Neighbourhood(TEXTS).of("9", most=5)) == ((), (), ())
