"""Places, commitments, remarks, language."""

from collections.abc import Callable

import pytest

from semailles.engines.blocks import Block, BlockKind, Locator
from semailles.engines.extracting import extract, national_gazetteer
from semailles.engines.extracting.findings import Commune, Heading, Level, PlaceKind

GAZETTEER = (Commune("Nice", "06088"), Commune("Arpajon", "91021"), Commune("Saint-Vrain", "91579"), Commune("La Chambre", "73067"))


def places(text: str) -> list[tuple[str, str]]:
    return [(place.name, place.insee) for place in extract([Block(text, BlockKind.PARAGRAPH, Locator())], gazetteer=GAZETTEER).places]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On habite à Arpajon et à Saint-Vrain.", [("Arpajon", "91021"), ("Saint-Vrain", "91579")]),
        ("La Chambre a voté.", []),
        ("Le train va à La Chambre.", [("La Chambre", "73067")]),
        ("C’est Nice de venir.", []),
        ("La commune de Nice est belle.", [("Nice", "06088")]),
        ("La rue de Saint-Vrain est longue.", [("Saint-Vrain", "91579")]),
        ("Le plateau de Brumeval est sec.", [("plateau de Brumeval", "")]),
    ],
)
def test_a_commune_is_told_from_a_common_word(text: str, found: list[tuple[str, str]]) -> None:
    assert places(text) == found


def nationwide(*texts: str) -> list[tuple[str, str, PlaceKind]]:
    blocks = [Block(text, BlockKind.PARAGRAPH, Locator()) for text in texts]
    return [(place.name, place.insee, place.kind) for place in extract(blocks, gazetteer=national_gazetteer()).places]


def test_a_commune_that_is_one_no_more_is_found_where_it_lies_today() -> None:
    assert nationwide("Hier à Courcouronnes.") == [("Courcouronnes", "91228", PlaceKind.COMMUNE)]


def test_of_communes_with_one_name_the_document_tells_which() -> None:
    assert nationwide("Hier à Évry.") == [("Évry", "", PlaceKind.COMMUNE)]
    assert nationwide("Hier à Évry.", "Puis à Lardy et à Itteville.")[0] == ("Évry", "91228", PlaceKind.COMMUNE)


def test_an_intercommunality_is_a_place_under_its_official_name() -> None:
    official = ("CC Entre Juine et Renarde", "", PlaceKind.INTERCOMMUNALITY)

    assert nationwide("La communauté de communes Entre Juine et Renarde a dit oui.") == [official]
    assert nationwide("À la CC Entre Juine et Renarde, on marche.") == [official]
    assert nationwide("On descend le Val d’Essonne.") == []


def test_the_national_gazetteer_holds_every_commune() -> None:
    gazetteer = national_gazetteer()

    assert len({commune.insee for commune in gazetteer}) == 34969
    assert Commune("Abriès", "05001") in gazetteer  # with Ristolas since 2019
    assert Commune("Arpajon", "91021") in gazetteer


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "La SNCF et Veolia ont décidé de financer la synthèse.",
            [("SNCF", Level.DECIDED, "finance"), ("Veolia", Level.DECIDED, "finance")],
        ),
        ("EPF (à confirmer) : 5 000 €", [("EPF", Level.TO_CONFIRM, "finance")]),
        ("Sont là le CAUE, la CCI (Ministère sollicité).", [("Ministère", Level.SOUGHT, "")]),
        ("La mairie de Vertpré a donné son accord pour héberger l’atelier.", [("mairie de Vertpré", Level.ORAL, "héberge")]),
        ("La Région pourrait financer le projet.", []),
        ("Le CAUE ne finance pas les murs.", []),
        (
            "Odette Kerguelen dit que la Fondation Grain de Sel (démo) a décidé de financer le four ; elle souhaite qu’on la remercie.",
            [("Fondation Grain de Sel (démo)", Level.DECIDED, "finance")],
        ),
        ("La Région se retire du projet, disent-ils.", [("Région", Level.WITHDRAWN, "")]),
        ("Le CAUE a refusé de participer, la Région ne financera pas.", [("CAUE", Level.WITHDRAWN, "finance")]),
        ("Si la Région se retire, nous cherchons ailleurs.", []),
        ("La Région pourrait renoncer au projet.", []),
        ("Vertpré compte 4 500 habitants (Insee, 2023) ; la salle en accueille trente.", []),
        ("La Région, avec le CAUE, finance la halle.", [("Région", Level.DECIDED, "finance")]),
    ],
)
def test_a_commitment_has_an_actor_a_level_and_a_role(text: str, found: list[tuple[str, Level, str]]) -> None:
    cues = extract([Block(text, BlockKind.PARAGRAPH, Locator())]).commitments

    assert [(cue.actor, cue.level, cue.role) for cue in cues] == found


def test_in_a_row_only_the_cell_that_says_it_or_the_actors_of_a_status_are_committed(row: Callable[[dict[str, str]], Block]) -> None:
    same_cell = row(
        {"Action": "Ouvrir un four", "Pour qui": "boulangers", "Partenaires": "CAUE", "Financement": "la Région est sollicitée"}
    )
    by_status = row({"Action": "Ouvrir un four", "Pour qui": "boulangers", "Partenaires": "CAUE", "Avancement": "à confirmer"})
    by_nobody = row({"Action": "Ouvrir un four", "Pour qui": "boulangers", "Partenaires": "CAUE", "Coût": "20 000 €, sollicité"})

    committed = [[cue.actor for cue in extract([block]).commitments] for block in (same_cell, by_status, by_nobody)]

    assert committed == [["Région"], ["CAUE"], []]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Le village a perdu 40 % de ses commerces en dix ans.", Heading.OBSERVATION),
        ("Le maire rappelle que la survie du bourg est le grand enjeu.", Heading.STAKES),
        ("Le service s’adresse à ceux qui vivent loin du bourg.", Heading.AUDIENCE),
        ("La première étape a commencé sur le parvis.", Heading.LAUNCH),
        ("D’autres vallées l’ont tenté avec bonheur.", Heading.EXAMPLES),
    ],
)
def test_what_is_no_idea_can_feed_a_heading_of_a_sheet(text: str, heading: Heading) -> None:
    blocks = [Block("Notes", BlockKind.HEADING, Locator()), Block(text, BlockKind.PARAGRAPH, Locator())]

    assert [remark.heading for remark in extract(blocks).remarks] == [heading]


def test_the_language_is_told_by_small_words() -> None:
    english = Block("We should open the gate of the park for the people who live there.", BlockKind.PARAGRAPH, Locator())
    french = Block("Il faut ouvrir la porte du parc pour ceux qui vivent là.", BlockKind.PARAGRAPH, Locator())

    assert [extract([block]).lang for block in (english, french)] == ["en", "fr"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("On habite à Arpajon.", PlaceKind.COMMUNE),
        ("Le plateau de Brumeval est sec.", PlaceKind.COUNTRY),
        ("Au quartier des Tilleuls.", PlaceKind.DISTRICT),
        ("Sur la friche de Brumeval.", PlaceKind.SITE),
        ("Au bord du canal de Brumeval.", PlaceKind.WATER),
    ],
)
def test_a_place_has_its_kind(text: str, kind: PlaceKind) -> None:
    assert [place.kind for place in extract([Block(text, BlockKind.PARAGRAPH, Locator())], gazetteer=GAZETTEER).places] == [kind]
