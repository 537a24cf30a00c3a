"""Chains that several teams fill together, each with its readable reason."""

from semailles.engines.relating import Said, chain_words, complements

FOOD = [
    Said("b1", "B", "Constituer une réserve de terres agricoles autour des gares"),
    Said("a1", "A", "Monter une légumerie dans l'ancien garage"),
    Said("c1", "C", "Une tournée unique livrerait les cantines deux fois par semaine"),
    Said("d1", "D", "Passer à deux repas sans viande à la cantine"),
]


def test_teams_fill_one_chain_in_its_order() -> None:
    (chain,) = complements(FOOD)

    assert chain.chain == "vegetables"
    assert [(step.key, step.ideas) for step in chain.steps] == [
        ("land", ("b1",)),
        ("process", ("a1",)),
        ("deliver", ("c1",)),
        ("eat", ("d1",)),
    ]
    assert chain.teams == ("A", "B", "C", "D")


def test_one_team_alone_completes_nobody() -> None:
    alone = [Said(said.id, "A", said.text) for said in FOOD]

    assert complements(alone) == ()


def test_two_teams_at_the_same_step_say_the_same_thing() -> None:
    same = [Said("a1", "A", "Monter une légumerie"), Said("b1", "B", "Une légumerie dans le bourg")]

    assert complements(same) == ()


def test_a_false_friend_fills_no_chain() -> None:
    texts = [
        Said("a1", "A", "Un poste de chauffeur de car pour les cours de musique"),
        Said("b1", "B", "Il voit la vie en vert et boit du petit lait"),
        Said("c1", "C", "Le conseil a voté le budget du comité des fêtes"),
    ]

    assert complements(texts) == ()


def test_the_order_of_ideas_changes_nothing() -> None:
    turned = [FOOD[2], FOOD[0], FOOD[3], FOOD[1]]

    assert complements(turned) == complements(FOOD)


def test_ties_join_two_teams_at_two_steps() -> None:
    (chain,) = complements(FOOD)

    team = {said.id: said.team for said in FOOD}
    assert all(team[tie.first] != team[tie.second] and tie.steps[0] != tie.steps[1] for tie in chain.ties)
    assert len(chain.ties) == 6


def test_english_ideas_stand_in_the_same_chain() -> None:
    mixed = [Said("a1", "A", "Monter une légumerie"), Said("b1", "B", "Serve school meals made of local vegetables", "en")]

    (chain,) = complements(mixed)

    assert [step.key for step in chain.steps] == ["process", "eat"]


def test_what_is_done_with_one_named_place_makes_a_chain() -> None:
    ideas = [
        Said("a1", "A", "Dépolluer par les plantes le terrain de la tannerie Mollard", named=("tannerie Mollard",)),
        Said("b1", "B", "Créer un marché couvert sur le terrain de la tannerie Mollard", named=("tannerie Mollard",)),
    ]

    (chain,) = complements(ideas)

    assert (chain.chain, chain.name) == ("named", "tannerie Mollard")
    assert [step.key for step in chain.steps] == ["clear", "make"]


def test_a_name_that_every_idea_holds_joins_nothing() -> None:
    ideas = [Said(str(rank), "AB"[rank % 2], f"{verb} à Étampes", named=("Étampes",)) for rank, verb in enumerate(["Créer", "Étudier"] * 6)]

    assert complements(ideas) == ()


def test_every_chain_is_named_in_both_languages() -> None:
    for name in ("chains", "acts", "disputes", "opposites"):
        french, english = chain_words("fr", name), chain_words("en", name)

        assert {key: [step.key for step in words.steps] for key, words in french.items()} == {
            key: [step.key for step in words.steps] for key, words in english.items()
        }
        assert all(words.title and all(step.says for step in words.steps) for words in [*french.values(), *english.values()])
