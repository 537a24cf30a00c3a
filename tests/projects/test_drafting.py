from semailles.projects.drafting import MOST, Candidate, Draft, Standing, assign, widened

FAR = Standing(9, 50, ())
CANTEENS = Draft(1, "Une légumerie partagée pour les cantines des écoles", (Standing(1, 4, ("Cantines",)),))
HEMP = Draft(2, "Une filière chanvre pour isoler les maisons", (Standing(2, 7, ()),))


def candidate(key: int, text: str, standing: Standing = FAR, section: str = "constat") -> Candidate:
    return Candidate(key, section, text, standing, 0.5)


def test_a_sentence_feeds_the_draft_it_speaks_of() -> None:
    chosen = assign(
        [CANTEENS, HEMP], [candidate(10, "Les cantines des écoles servent 1 700 repas"), candidate(11, "Le chanvre pousse sur 1 200 ha")]
    )

    assert chosen == {1: {"constat": [10]}, 2: {"constat": [11]}}


def test_a_sentence_about_something_else_feeds_nothing() -> None:
    assert assign([CANTEENS, HEMP], [candidate(10, "La piscine municipale ferme le lundi")]) == {}


def test_standing_under_the_same_heading_beside_the_idea_is_enough() -> None:
    beside = Standing(1, 5, ("Cantines",))

    assert assign([CANTEENS], [candidate(10, "Elle coûte trop cher aujourd'hui", beside)]) == {1: {"constat": [10]}}


def test_a_heading_takes_only_a_few_sentences() -> None:
    many = [candidate(key, f"Les cantines des écoles en {2000 + key}") for key in range(MOST + 4)]

    assert len(assign([CANTEENS, HEMP], many)[1]["constat"]) == MOST


def test_who_withdraws_is_told_on_the_sheet_of_the_same_place() -> None:
    mill = Draft(3, "Faire trois petites unités de gaz plutôt qu'une grande", (Standing(3, 2, ()),), frozenset({7}))
    said = Candidate(10, "constat", "Le gaz vert : la coopérative se retire, le prix de rachat a baissé.", FAR, 0.9, frozenset({7}))
    elsewhere = Candidate(11, "constat", "Le gaz vert : la coopérative se retire, le prix de rachat a baissé.", FAR, 0.9, frozenset({8}))

    assert assign([CANTEENS, mill], [said, elsewhere]) == {3: {"constat": [10]}}


def test_a_quote_takes_the_sentences_around_it_and_not_the_letter_typed_before() -> None:
    text = "a. Le proviseur a une classe volontaire. Ses élèves tiendraient les comptes."

    start, end = widened(text, 41, 74)

    assert text[start:end] == "Le proviseur a une classe volontaire. Ses élèves tiendraient les comptes."
