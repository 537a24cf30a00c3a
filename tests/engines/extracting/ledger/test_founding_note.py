"""A note laid out with tabs, read whole."""

from decimal import Decimal

import pytest
from tests.founding_note import NOTE

from semailles.engines.extracting import extract, reconcile
from semailles.engines.extracting.findings import Extraction, Part, Side
from semailles.engines.reading import read


@pytest.fixture(scope="module")
def found() -> Extraction:
    return extract(read("note.txt", NOTE.encode()).blocks)


def test_each_line_has_its_side_its_sum_and_its_status(found: Extraction) -> None:
    lines = [(line.side, line.label, line.amount, line.status, line.nature) for line in found.ledger.lines if line.part is Part.LINE]

    assert lines == [
        (Side.FUNDING, "EPD Île de France", 6000, "à confirmer", "subvention"),
        (Side.FUNDING, "Rail et Rives-DRT", 4000, "décidé", "subvention"),
        (Side.FUNDING, "Eaux Claires", 1500, "décidé", "subvention"),
        (Side.FUNDING, "CAUE", None, "décidé", "en nature valorisé"),
        (Side.COST, "Assistance groupe de travail", None, "", "en nature valorisé"),
        (Side.COST, "Mise en forme projets", 9000, "", ""),
        (Side.COST, "Publications et documents", 2500, "", ""),
    ]


def test_what_is_given_and_how_a_sum_is_made_is_told_beside_it(found: Extraction) -> None:
    told = {line.label: (line.actor, line.detail) for line in found.ledger.lines if line.detail}

    assert told == {
        "CAUE": ("CAUE", "rémunération stagiaire"),
        "Total": ("", "+ stagiaire"),
        "Assistance groupe de travail": ("CAUE", "stagiaire CAUE"),
        "Mise en forme projets": ("", "3 étudiants à 3000 € ; Déplacements et fournitures inclus"),
    }


def test_the_total_and_what_is_left_out_are_no_lines(found: Extraction) -> None:
    others = [(line.part, line.amount, line.quote) for line in found.ledger.lines if line.part is not Part.LINE]

    assert others == [
        (Part.TOTAL, Decimal(11500), "Total 11 500€ + stagiaire"),
        (Part.APART, None, "Ce budget ne comprend pas le temps passé par les bénévoles et les salariés des structures."),
    ]


def test_the_sentence_that_decides_is_told_with_the_status_it_gives(found: Extraction) -> None:
    sure = {line.label: line.sure[0] for line in found.ledger.lines if line.side is Side.FUNDING and line.part is Part.LINE}

    assert sure == {"EPD Île de France": "said", "Rail et Rives-DRT": "decided", "Eaux Claires": "decided", "CAUE": "decided"}
    assert {line.sure[1] for line in found.ledger.lines if line.sure[0] == "decided"} == {
        "Pour prolonger ces journées, l’EPB-IDF, Rail et Rives et Eaux Claires ont décidé de financer cette démarche, qui consiste à écrire ensemble un récit."
    }


def test_one_institution_spelt_three_ways_is_one_actor(found: Extraction) -> None:
    actors = {actor.name: actor.aliases for actor in reconcile(found.actors)}

    assert actors["EPB-IDF"] == ("EPBIDF", "EPD Île de France")


def test_what_each_team_brings_is_a_vision_or_a_proposal(found: Extraction) -> None:
    brought = {idea.quote: idea.kind.value for idea in found.ideas if idea.span.block in range(8, 12)}

    assert brought == {
        "Le pas du promeneur pour relier les hameaux qui s’ignorent": "proposition",
        "Une lecture des sols vivants qui redonne envie": "vision",
        "Des chantiers d’habitants pour commencer samedi prochain avec les écoles et les conseils de quartier": "proposition",
        "Un pacte et une mesure commune, pour tenir dans la durée : conseil des porteurs/ élus-habitants": "proposition",
    }


def test_bullets_typed_with_dots_and_odd_spaces_are_entries(found: Extraction) -> None:
    proposed = [idea.quote for idea in found.ideas if idea.span.block in range(15, 19)]

    assert proposed == [
        "Un calendrier sur 5 mois : 4 de travail, un d’écriture",
        "Un comité de pilotage réuni deux fois",
        "Des groupes de travail avec le CAUE et la Chambre de métiers",
        "des étudiants embauchés pour mettre en forme les projets",
    ]


def test_no_nonsense_is_named(found: Extraction) -> None:
    assert [actor.name for actor in reconcile(found.actors)] == [
        "bénévoles",
        "CAUE",
        "Chambre de métiers",
        "Eaux Claires",
        "écoles",
        "EPB-IDF",
        "étudiants",
        "habitants",
        "Marthe Solignac",
        "Ministère",
        "Rail et Rives",
        "salariés des structures",
    ]
