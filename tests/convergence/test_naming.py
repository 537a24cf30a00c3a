from semailles.convergence.naming import best_named, clumsiness


def test_an_action_reads_better_than_a_sentence_that_leans_on_another() -> None:
    titles = [
        "Elle organiserait des portes ouvertes entre voisins",
        "Passer à deux repas sans viande par semaine",
        "Ses élèves passeraient une soirée",
    ]

    assert best_named(titles, medoid=0) == 1


def test_between_equals_the_medoid_gives_its_name() -> None:
    assert best_named(["Une légumerie partagée", "Un atelier de découpe"], medoid=1) == 1


def test_a_title_that_stops_short_is_clumsier_than_a_whole_one() -> None:
    assert clumsiness("Un marché paysan du samedi avec") > clumsiness("Un marché paysan du samedi")
