"""Who bears a duty, who speaks, who signs."""

import pytest

from semailles.engines.blocks import Block, BlockKind, Locator
from semailles.engines.extracting import extract
from semailles.engines.extracting.findings import ActorKind

ORGANISATION, ROLE, PERSON = ActorKind.ORGANISATION, ActorKind.ROLE, ActorKind.PERSON


def named(text: str) -> list[tuple[str, ActorKind]]:
    return [(mention.surface, mention.kind) for mention in extract([Block(text, BlockKind.PARAGRAPH, Locator())]).actors]


@pytest.mark.parametrize(
    ("text", "duty"),
    [
        ("Hier la chargée de mission eau a relu la carte.", "chargée de mission eau"),
        ("On en parle à la diététicienne de l’hôpital demain.", "diététicienne de l’hôpital"),
        ("Il faudra deux agents des espaces verts au printemps.", "agents des espaces verts"),
        ("Un agronome du lycée agricole insiste sur les sols.", "agronome du lycée agricole"),
        ("Le conseiller France Rénov’ viendra au marché.", "conseiller France Rénov’"),
        ("Une élue à la jeunesse prend des notes.", "élue à la jeunesse"),
        ("Voir l’animatrice petite enfance et la cantine.", "animatrice petite enfance"),
        ("Le directeur explique le plan.", "directeur"),
    ],
)
def test_a_duty_comes_with_what_it_serves(text: str, duty: str) -> None:
    assert (duty, ROLE) in named(text)


def test_a_duty_does_not_hide_the_body_that_it_serves() -> None:
    assert named("Un technicien de l’ONF était là.") == [("technicien de l’ONF", ROLE), ("ONF", ORGANISATION)]


def test_the_secretary_of_a_meeting_and_a_main_reason_bear_no_duty() -> None:
    assert named("Le principal frein reste le prix, dit le secrétaire de séance.") == []


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("[18:42] Ouardia : et si on ouvrait la cour le samedi ?", "Ouardia"),
        ("12/03/2026, 18:05 - Tifenn B. : une navette le dimanche", "Tifenn B."),
        ("Karim (jardins) : il manque une haie.", "Karim"),
        ("Mme Orvault : la cour est trop chaude.", "Mme Orvault"),
        ("Nadia", "Nadia"),
        ("Penser à voir avec Karim pour la salle.", "Karim"),
        ("Puis Nadia propose un banc.", "Nadia"),
    ],
)
def test_who_speaks_signs_or_is_called_is_a_person(text: str, person: str) -> None:
    assert (person, PERSON) in named(text)


@pytest.mark.parametrize(
    "text", ["14h30 Pause : café au fond.", "Constat : la cour est trop chaude.", "On habite rue Karim depuis dix ans."]
)
def test_a_schedule_a_label_and_a_street_name_nobody(text: str) -> None:
    assert [kind for _, kind in named(text) if kind is PERSON] == []
