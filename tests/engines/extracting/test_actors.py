"""Who is named in a document, and under how many spellings."""

from collections.abc import Sequence

import pytest

from semailles.engines.blocks import Block, BlockKind, Cell, Locator
from semailles.engines.extracting import extract, find_known, reconcile
from semailles.engines.extracting.findings import Actor, ActorKind, ActorMention, KnownActor, Span

ORGANISATION, ROLE, PERSON = ActorKind.ORGANISATION, ActorKind.ROLE, ActorKind.PERSON


def named(text: str, kind: BlockKind = BlockKind.PARAGRAPH, path: tuple[str, ...] = ()) -> list[tuple[str, ActorKind]]:
    return [(mention.surface, mention.kind) for mention in extract([Block(text, kind, Locator(), path=path)]).actors]


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Hier la Communauté de communes du Val Fleuri a répondu.", "Communauté de communes du Val Fleuri"),
        ("Le syndicat mixte du bassin de la Loue a écrit.", "syndicat mixte du bassin de la Loue"),
        ("Nous avons vu l’association Les Semeurs ce matin.", "association Les Semeurs"),
        ("Le CAUE tient une permanence.", "CAUE"),
        ("La mairie de Boisfleury prête la salle.", "mairie de Boisfleury"),
        ("Le lycée agricole de Vertpré formera dix jeunes filles.", "lycée agricole de Vertpré"),
        ("Terroirs du Lac, la coopérative, a signé.", "Terroirs du Lac"),
        ("Le Parc naturel régional des Monts Bleus aide.", "Parc naturel régional des Monts Bleus"),
        ("L’association Brume et Rosée tient la buvette.", "association Brume et Rosée"),
        ("La CC Entre Loue et Lison vote ce soir.", "CC Entre Loue et Lison"),
        ("Hier Cœur de Brie Agglo a répondu.", "Cœur de Brie Agglo"),
        ("Le quai de Portilog (démo) est vide.", "Portilog (démo)"),
        ("On a vu Brume & Rosée au marché.", "Brume & Rosée"),
        ("La biscuiterie Morvan jette ses chutes.", "biscuiterie Morvan"),
        ("Le café associatif Le Grand Jules tient bon.", "café associatif Le Grand Jules"),
        ("Hier l’école Pasteur a fermé.", "école Pasteur"),
        ("Planche Neuve, à 25 km, achète la paille.", "Planche Neuve"),
        ("L’Ocrière (brasserie) lave ses bouteilles.", "L’Ocrière"),
        ("Une parcelle, la safer la publie.", "safer"),
        ("SNCF Gares & Connexions a pris des notes.", "SNCF Gares & Connexions"),
    ],
)
def test_bodies_are_found_with_their_whole_name(text: str, surface: str) -> None:
    assert named(text)[0] == (surface, ORGANISATION)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Odette Kerguelen (Les Prés Hauts) a parlé.", [("Odette Kerguelen", PERSON), ("Les Prés Hauts", ORGANISATION)]),
        ("Paillage Morvan (Mme Kerguelen) est prête.", [("Paillage Morvan", ORGANISATION), ("Mme Kerguelen", PERSON)]),
    ],
)
def test_a_body_is_told_by_the_person_beside_it(text: str, found: list[tuple[str, ActorKind]]) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("Le maire de Boisfleury a écrit.", "maire de Boisfleury"),
        ("La vice-présidente à l’eau a écrit.", "vice-présidente à l’eau"),
        ("On a vu l’adjointe aux écoles.", "adjointe aux écoles"),
        ("The deputy mayor of Boisfleury wrote.", "deputy mayor of Boisfleury"),
    ],
)
def test_elected_functions_are_roles_of_the_elected(text: str, surface: str) -> None:
    assert named(text) == [(surface, ROLE)]
    assert [actor.college for actor in gathered([(surface, ROLE)])] == ["élu"]


@pytest.mark.parametrize(
    "text",
    [
        "QUI PAIE ?",
        "PAPERBOARD 2",
        "TRI DES IDÉES de Lundi",
        "et la VOIE FERRÉE rouillée",
        "MANGER",
        "Voir l’art. 1530 du CGI.",
        "Faire une SCIC.",
    ],
)
def test_words_written_loud_and_legal_forms_are_no_actors(text: str) -> None:
    assert named(text) == []


def test_a_place_before_a_trade_is_no_body() -> None:
    assert named("À Boisfleury la boulangerie a fermé.") == [("boulangerie", ORGANISATION)]


def test_an_establishment_is_named_unless_it_is_a_landmark() -> None:
    assert named("Il faut en parler à l’hôpital et à la scierie.") == [("hôpital", ORGANISATION), ("scierie", ORGANISATION)]
    assert named("Le banc devant l’école et le mur de l’ancienne laiterie.") == []


def test_a_community_is_told_by_the_end_of_its_name_and_by_its_kind() -> None:
    assert named("Hier les éclusiers et les pompiers volontaires ont dit oui.") == [("éclusiers", ROLE), ("pompiers volontaires", ROLE)]
    assert named("Les moteurs et les sentiers sont à refaire.") == []


@pytest.mark.parametrize(
    "text",
    ["Le CO2 baisse.", "Le PLU et la ZAC sont votés.", "Une part du PIB.", "En juin, à Pâques.", "Le BOIS coûte cher, le bois aussi."],
)
def test_technical_capitals_are_no_actors(text: str) -> None:
    assert named(text) == []


def test_roles_are_found_with_their_accents() -> None:
    assert named("Les éleveurs et les maraîchères ont parlé des retraites.") == [("éleveurs", ROLE), ("maraîchères", ROLE)]


def test_a_mere_public_counts_only_when_it_acts() -> None:
    assert named("Le bus transporte des voyageurs.") == []
    assert named("Hier les voyageurs demandent un abri.") == [("voyageurs", ROLE)]


def test_persons_come_with_their_first_name_alone_afterwards() -> None:
    assert named("Odette Kerguelen a parlé. Puis Odette a ri avec M. Sand.") == [
        ("Odette Kerguelen", PERSON),
        ("Odette", PERSON),
        ("M. Sand", PERSON),
    ]


def test_a_first_name_that_is_also_a_word_names_nobody_alone() -> None:
    assert named("Puis Odette a ri.") == [("Odette", PERSON)]
    assert named("Puis Rose a ri.") == []


def test_the_source_of_a_figure_and_a_plan_are_no_actors() -> None:
    assert named("Le bourg a 400 maisons (Insee, 2023).") == []
    assert named("Le projet ORPHEE a visé cent maisons.") == []


def test_a_list_of_people_gives_unknown_first_names_and_bodies() -> None:
    assert named("Ysolde Marchetti, Vertige Bois", BlockKind.ITEM, ("Présents",)) == [
        ("Ysolde Marchetti", PERSON),
        ("Vertige Bois", ORGANISATION),
    ]


@pytest.mark.parametrize("text", ["La permanence France Rénov’ du mardi est pleine.", "Plan C. D’où vient l’eau, personne ne sait."])
def test_a_public_service_and_a_question_are_no_persons(text: str) -> None:
    assert [surface for surface, kind in named(text) if kind == PERSON] == []


def test_a_street_is_no_person() -> None:
    assert named("Le marché de la rue Victor Hugo est grand.") == []


def test_the_column_of_actors_names_bodies() -> None:
    text = "Ouvrir un fournil | Pains du Haut, Grain d’Or"
    block = Block(text, BlockKind.ROW, Locator(), cells=(Cell("Action", 0, 17), Cell("Avec qui", 20, len(text))))

    assert [mention.surface for mention in extract([block]).actors] == ["Pains du Haut", "Grain d’Or"]


def test_known_spellings_are_always_found() -> None:
    known = (KnownActor("La Grange aux Belles", ORGANISATION, "association", ("la grange",)),)

    found = extract([Block("On ira à la grange demain.", BlockKind.PARAGRAPH, Locator())], known=known).actors

    assert [(mention.surface, mention.kind) for mention in found] == [("la grange", ORGANISATION)]


@pytest.mark.parametrize("acronym", ["CA", "C.A."])
def test_an_acronym_is_found_with_its_capitals_and_accents_only(acronym: str) -> None:
    known = (KnownActor("Communauté de l'Orve", ORGANISATION, "", (acronym, "ÉPI")),)
    text = "Ça manque, dit la CA. Ca ira ; la C.A. paiera, groupes C, A et B. L'épi, l'EPI et l'ÉPI."

    (found,) = find_known([text], known)

    assert [text[start:end] for start, end, _kind in found] == ["CA", "C.A", "ÉPI"]


def test_a_dotted_acronym_is_the_same_actor() -> None:
    assert [actor.mentions for actor in gathered([("C.A.U.E.", ORGANISATION), ("CAUE", ORGANISATION)])] == [(0, 1)]


@pytest.mark.parametrize("surface", ["Calorie Rose", "Calorie-Rose", "Le Quai Nord", "Quai Nord"])
def test_a_known_kind_wins_over_what_a_name_looks_like(surface: str) -> None:
    known = (KnownActor("Calorie Rose", ORGANISATION), KnownActor("Le Quai Nord", ORGANISATION))

    found = extract([Block(f"On a vu {surface} hier.", BlockKind.PARAGRAPH, Locator())], known=known).actors

    assert [(mention.surface.removeprefix("Le "), mention.kind) for mention in found] == [(surface.removeprefix("Le "), ORGANISATION)]
    assert [actor.kind for actor in gathered([(surface, PERSON)], known)] == [ORGANISATION]


def gathered(surfaces: Sequence[tuple[str, ActorKind]], known: Sequence[KnownActor] = ()) -> tuple[Actor, ...]:
    return reconcile([ActorMention(Span(0, 0, len(name)), name, kind) for name, kind in surfaces], known=known)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Communauté de communes du Val Fleuri", "CC du Val Fleuri"),
        ("Communauté de Communes Haut Jardin", "CCHJ"),
        ("Parc national", "Parc national des Monts Bleus"),
        ("EPF-IDF", "EPFIDF"),
        ("EPF-IDF", "EPD Île de France"),
        ("EPFIF", "EPF Île-de-France"),
        ("CAUE de l’Essonne", "CAUD de l'Essonne"),
        ("Chambre d’Agriculture", "chambre d'agriculture"),
        ("association Les Semeurs", "Les Semeurs"),
        ("Office du tourisme", "Office de tourisme"),
        ("Pla-Soubeyran Énergies", "Pla Soubeyran Énergies"),
        ("conseil général", "Conseil départemental"),
    ],
)
def test_two_spellings_are_one_body(first: str, second: str) -> None:
    actors = gathered([(first, ORGANISATION), (second, ORGANISATION)])

    assert [actor.mentions for actor in actors] == [(0, 1)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("mairie de Boisfleury", "mairie de Vertpré"),
        ("ARS Île-de-France", "ARB Île-de-France"),
        ("EPF Île-de-France", "EPA Île-de-France"),
        ("lycée Sand", "lycée Zola"),
        ("SCIC Bois 1 Nord", "SCIC Bois 2 Nord"),
        ("la mairie", "mairie de Boisfleury"),
    ],
)
def test_two_bodies_stay_two(first: str, second: str) -> None:
    assert len(gathered([(first, ORGANISATION), (second, ORGANISATION)])) == 2


def test_a_short_name_with_two_answers_stays_alone() -> None:
    actors = gathered([("mairie", ORGANISATION), ("mairie de Boisfleury", ORGANISATION), ("mairie de Vertpré", ORGANISATION)])

    assert [actor.mentions for actor in actors] == [(0,), (1,), (2,)]


def test_a_person_is_one_under_first_name_title_and_initial() -> None:
    actors = gathered(
        [("Odette Kerguelen", PERSON), ("Odette", PERSON), ("Mme Kerguelen", PERSON), ("O. Kerguelen", PERSON), ("Odette K.", PERSON)]
    )

    assert [(actor.name, actor.mentions) for actor in actors] == [("Odette Kerguelen", (0, 1, 2, 3, 4))]


def test_roles_are_one_in_both_numbers_and_genders() -> None:
    actors = gathered([("agriculteurs", ROLE), ("agricultrices", ROLE), ("agriculteur", ROLE)])

    assert [actor.mentions for actor in actors] == [(0, 1, 2)]


def test_the_known_name_wins() -> None:
    known = (KnownActor("Chambre d’agriculture de région", ORGANISATION, "chambre", ("Chambre d’agri",)),)

    actors = gathered([("chambre d'agri", ORGANISATION)], known)

    assert actors == (Actor("Chambre d’agriculture de région", ORGANISATION, "chambre", ("Chambre d’agri", "chambre d'agri"), (0,)),)


@pytest.mark.parametrize(
    ("name", "kind", "college"),
    [
        ("habitants", ROLE, "habitant"),
        ("agriculteurs", ROLE, "entreprise"),
        ("maires", ROLE, "élu"),
        ("mairie de Boisfleury", ORGANISATION, "institution"),
        ("Chambre d'agriculture", ORGANISATION, "chambre"),
        ("association Les Semeurs", ORGANISATION, "association"),
        ("Odette Kerguelen", PERSON, ""),
    ],
)
def test_the_college_is_guessed(name: str, kind: ActorKind, college: str) -> None:
    assert [actor.college for actor in gathered([(name, kind)])] == [college]


@pytest.mark.parametrize(
    ("names", "name"),
    [
        (("CAUD de l’Essonne", "CAUE de l’Essonne"), "CAUE de l’Essonne"),
        (("EPD Île de France", "EPFIDF", "EPF-IDF"), "EPF-IDF"),
        (("Rail et Rives-DRT", "Rail et Rives"), "Rail et Rives"),
        (("EPF", "EPF-IDF"), "EPF-IDF"),
    ],
)
def test_neither_a_slip_nor_a_service_gives_its_name_to_the_actor(names: tuple[str, ...], name: str) -> None:
    assert [actor.name for actor in gathered([(one, ORGANISATION) for one in names])] == [name]
