"""Sentences that go on about the idea just said, and what is written beside the matter."""

from collections.abc import Callable, Sequence

import pytest

from semailles.engines.blocks import Block, BlockKind, Locator
from semailles.engines.extracting import extract
from semailles.engines.extracting.findings import Heading

Quotes = Callable[[Sequence[Block]], list[str]]
Build = Callable[[Sequence[tuple[BlockKind, str]]], list[Block]]
P, H, L = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ITEM

IDEA = "Nous proposons d'ouvrir une serre chauffée par le fournil du village."


@pytest.mark.parametrize(
    ("sentence", "heading"),
    [
        ("Elle serait tenue par les retraités du bourg le mercredi.", Heading.LAUNCH),
        ("Demain matin, il suffit de deux bâches et d'une brouette.", Heading.LAUNCH),
        ("Pour commencer, trois planches et un samedi.", Heading.LAUNCH),
        ("Premier pas : une visite du fournil avec le boulanger.", Heading.LAUNCH),
        ("On commencerait par les plants de tomates.", Heading.LAUNCH),
        ("Verre-Clair fournirait les vitres.", Heading.LAUNCH),
        ("Pour qui : les familles sans jardin du quartier haut.", Heading.AUDIENCE),
        ("C'est d'abord pour les écoliers de la classe unique.", Heading.AUDIENCE),
        ("Cela servirait d'abord les familles sans jardin.", Heading.AUDIENCE),
        ("Les riverains y gagneraient une odeur de pain chaud.", Heading.STAKES),
        ("Les jardiniers sauraient alors quoi semer en février.", Heading.STAKES),
    ],
)
def test_what_goes_on_about_an_idea_feeds_its_sheet(sentence: str, heading: Heading, document: Build, quotes: Quotes) -> None:
    blocks = document([(P, "Notes de la soirée."), (P, f"{IDEA} {sentence}")])

    assert quotes(blocks) == [IDEA.rstrip(".")]
    assert [(remark.quote, remark.heading) for remark in extract(blocks).remarks] == [(sentence, heading)]


def test_the_paragraph_after_an_idea_goes_on_too(document: Build, quotes: Quotes) -> None:
    blocks = document([(H, "Carnet"), (H, "Le fournil"), (P, IDEA), (P, "Elle accueillerait les semis de tout le canton.")])

    assert quotes(blocks) == [IDEA.rstrip(".")]


def test_a_person_who_wishes_says_an_idea_of_her_own(document: Build, quotes: Quotes) -> None:
    said = "La boulangère reçoit déjà dix apprentis. Elle louerait son arrière-cour aux potiers, un soir par semaine."

    assert quotes(document([(P, "Notes de la soirée."), (P, said)])) == ["Elle louerait son arrière-cour aux potiers, un soir par semaine"]


def test_another_call_after_an_idea_is_another_idea(document: Build, quotes: Quotes) -> None:
    said = f"{IDEA} Il faudrait aussi réparer le lavoir avec les scouts."

    assert quotes(document([(P, "Notes de la soirée."), (P, said)])) == [
        IDEA.rstrip("."),
        "Il faudrait aussi réparer le lavoir avec les scouts",
    ]


def test_a_question_of_the_sheet_is_answered_by_the_next_sentence(document: Build, quotes: Quotes) -> None:
    blocks = document([(P, "Notes de la soirée."), (P, f"{IDEA} Pour qui ? Les locataires de la tour et leurs enfants.")])

    assert quotes(blocks) == [IDEA.rstrip(".")]
    assert [(remark.quote, remark.heading) for remark in extract(blocks).remarks] == [
        ("Les locataires de la tour et leurs enfants.", Heading.AUDIENCE)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Document de travail, ne pas diffuser, projets et personnes inventés pour l'exercice.",
        "Version provisoire : il faudrait relire les titres avant de la publier.",
        "Toute ressemblance avec un village réel devrait être pardonnée.",
        "Rendre la clé de la salle polyvalente au gardien.",
        "Renvoyer le compte rendu aux absents avant dimanche.",
        "Retrouver l'écharpe verte oubliée sous le banc.",
        "À faire : remercier la chorale, appeler le traiteur.",
        "Penser à relire la lettre de la préfecture.",
        "Ce que trois nuits de garde nous apprennent de l'hôpital, et ce qu'il faudrait y soigner",
        "Une ligne par action, vingt lignes, pour que chacun puisse lire.",
        "Objectif affiché par la loi : 60 % de forêts gérées d'ici 2040.",
    ],
)
def test_what_is_beside_the_matter_is_no_idea(text: str, document: Build, quotes: Quotes) -> None:
    blocks = document([(H, "Notes"), (P, "La soirée fut longue."), (L, text), (P, "On a bien ri."), (P, "Fin."), (P, "Le feu est éteint.")])

    assert quotes(blocks) == []


def test_errands_before_the_next_meeting_are_no_ideas(document: Build, quotes: Quotes) -> None:
    blocks = document(
        [(H, "Notes"), (H, "À faire avant la prochaine séance"), (L, "Acheter deux thermos"), (L, "Trouver une nappe"), (P, "Bravo.")]
    )

    assert quotes(blocks) == []


def test_a_chapter_named_by_an_infinitive_is_no_idea_when_ideas_stand_below(document: Build, quotes: Quotes) -> None:
    below = [(L, "Créer une régie de quartier pour les petits travaux"), (L, "Ouvrir une laverie partagée au pied de la tour")]
    opening = [(H, "Rapport"), (P, "La tour est haute."), (P, "Le vent aussi.")]
    developed = document([*opening, (H, "Se déplacer à vélo partout"), *below])
    bare = document([*opening, (H, "Se déplacer à vélo partout"), (P, "La tour date de 1968.")])

    assert quotes(developed) == [text for _, text in below]
    assert quotes(bare) == ["Se déplacer à vélo partout"]


def test_the_same_sentence_at_two_places_is_said_twice() -> None:
    paragraph = Block("Il faut ouvrir un dispensaire au rez-de-chaussée.", BlockKind.PARAGRAPH, Locator())
    blocks = [
        Block("Notes", BlockKind.HEADING, Locator()),
        paragraph,
        Block("Le maire a souri.", BlockKind.PARAGRAPH, Locator()),
        paragraph,
    ]

    assert [idea.span.block for idea in extract(blocks).ideas] == [1, 3]
