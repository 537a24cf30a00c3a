"""What may clash: known disputes, opposite wishes about one thing, two figures of one thing."""

import pytest

from semailles.engines.relating import Kind, Said, tensions

FILLERS = [Said(f"x{rank}", "X", text) for rank, text in enumerate(["Un bal masqué en avril", "Repeindre les bancs", "Une chorale"] * 7)]


def found(*ideas: Said) -> list[tuple[str, str, str, str]]:
    return [(one.kind.value, one.axis, one.first, one.second) for one in tensions([*ideas, *FILLERS])]


def test_two_sides_of_a_known_dispute_are_set_side_by_side() -> None:
    keeps = Said("a1", "A", "Équiper le seuil du moulin d'une microcentrale")
    removes = Said("b1", "B", "Araser le seuil du moulin pour la truite")

    assert found(keeps, removes) == [("dispute", "weir", "a1", "b1")]


def test_opposite_wishes_about_one_thing_are_found() -> None:
    forbids = Said("a1", "A", "Interdire les trottinettes sur le parvis de la médiathèque")
    allows = Said("b1", "B", "Autoriser les trottinettes sur le parvis de la médiathèque")

    assert found(forbids, allows) == [("opposite", "allow", "b1", "a1")]


def test_a_negation_turns_a_wish_round() -> None:
    first = Said("a1", "A", "Ne pas interdire les trottinettes sur le parvis de la médiathèque")
    second = Said("b1", "B", "Autoriser les trottinettes sur le parvis de la médiathèque")

    assert found(first, second) == []


def test_opposite_wishes_about_two_things_do_not_clash() -> None:
    assert found(Said("a1", "A", "Interdire les trottinettes"), Said("b1", "B", "Autoriser les barbecues")) == []


def test_two_figures_of_one_thing_clash() -> None:
    first = Said("a1", "A", "Servir 60 % de produits de la vallée dans les cantines")
    second = Said("b1", "B", "Approvisionner les cantines auprès des fermes, à hauteur de 30 %")

    assert found(first, second) == [("figure", "%", "b1", "a1")]


def test_the_same_figure_twice_is_no_tension() -> None:
    first = Said("a1", "A", "Servir 60 % de produits de la vallée dans les cantines")
    second = Said("b1", "B", "Soixante pour cent, soit 60 % de produits dans les cantines")

    assert found(first, second) == []


def test_figures_of_two_things_do_not_clash() -> None:
    assert found(Said("a1", "A", "Planter 12 km de haies"), Said("b1", "B", "Tracer 3 km de piste cyclable")) == []


def test_a_year_is_no_figure() -> None:
    assert found(Said("a1", "A", "Zéro fioul dans la vallée en 2040"), Said("b1", "B", "Plus de fioul dans la vallée en 2035")) == []


def test_the_words_that_seem_to_clash_are_quoted_as_written() -> None:
    keeps = Said("a1", "A", "On voudrait équiper le seuil du moulin d'une microcentrale, vite.")
    removes = Said("b1", "B", "Araser le seuil du moulin pour la truite")

    (one,) = tensions([keeps, removes])

    assert [stretch.text for stretch in one.said] == ["seuil du moulin d'une microcentrale", "Araser le seuil du moulin pour la truite"]
    assert keeps.text[one.said[0].start : one.said[0].end] == one.said[0].text


def test_the_order_of_ideas_changes_nothing() -> None:
    ideas = [Said("a1", "A", "Installer trois éoliennes citoyennes"), Said("b1", "B", "Interdire toute éolienne sur les crêtes"), *FILLERS]

    assert tensions(ideas[::-1]) == tensions(ideas)
    assert [one.kind for one in tensions(ideas)] == [Kind.DISPUTE]


@pytest.mark.parametrize("text", ["", "🌱", "éolienne", "12", "   "])
def test_a_text_that_says_nothing_clashes_with_nothing(text: str) -> None:
    assert tensions([Said("a1", "A", text), Said("b1", "B", text)]) == ()


def test_no_flood() -> None:
    plus = [Said(f"p{rank}", f"A{rank}", f"Installer des éoliennes au lieu-dit numéro {rank}") for rank in range(30)]
    minus = [Said(f"m{rank}", f"B{rank}", f"Refuser les éoliennes au lieu-dit numéro {rank}") for rank in range(30)]

    assert len(tensions([*plus, *minus])) == 40
