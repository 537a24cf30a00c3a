"""Where sentences end."""

import pytest

from semailles.engines.blocks import Block, BlockKind, Locator
from semailles.engines.extracting import extract
from semailles.engines.extracting.sentences import clauses, sentences
from semailles.engines.extracting.speech import breaths, is_speech


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Le maire, M. Vidal, est venu. Il a ri.", ["Le maire, M. Vidal, est venu.", "Il a ri."]),
        ("J.-M. Roux tient la ferme. Elle est belle.", ["J.-M. Roux tient la ferme.", "Elle est belle."]),
        ("Voir p. 12 et art. 3 du règlement. Fin.", ["Voir p. 12 et art. 3 du règlement.", "Fin."]),
        ("« On y va ? » Tout le monde se lève.", ["« On y va ? »", "Tout le monde se lève."]),
        ("Elle demande pourquoi… puis se tait.", ["Elle demande pourquoi… puis se tait."]),
        ("Le coût est de 3.5 millions.", ["Le coût est de 3.5 millions."]),
    ],
)
def test_abbreviations_and_quotations_do_not_end_a_sentence(text: str, parts: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == parts


def test_what_follows_a_semicolon_can_be_an_idea_by_itself() -> None:
    text = "La gare est fermée depuis trente ans ; on pourrait en faire un atelier partagé."

    assert [text[start:end] for start, end in clauses(text, 0, len(text))] == [
        "La gare est fermée depuis trente ans ;",
        "on pourrait en faire un atelier partagé.",
    ]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("L’atelier » habiter la vallée. Le cas de la Braye » a réuni trente élus. Il pleuvait.", 2),
        ("L’atelier » habiter la vallée ; le cas de la Braye, d’amont en aval » a réuni trente élus de la région.", 1),
        ("Le conseil en parle » depuis longtemps. Il a raison. « Oui. » Il part.", 4),
        ("Ils aiment la mer », dit-elle. Puis rien. C’est beau », dit-il.", 3),
        ("Le titre » dans le parc. » Tout est dit.", 2),
    ],
)
def test_a_quotation_opened_by_a_closing_mark_is_read_whole(text: str, parts: int) -> None:
    spans = [clause for start, end in sentences(text) for clause in clauses(text, start, end)]

    assert len(spans) == parts


SPOKEN = (
    "alors moi ce que je voulais dire c'est que la place elle est vide depuis des années et puis il y a des bancs cassés partout "
    "donc on pourrait remettre des arbres devant la poste et aussi il faudrait une fontaine pour les enfants parce que l'été c'est "
    "intenable enfin bon voilà après je sais pas qui peut payer ça"
)


def test_speech_without_stops_is_cut_where_the_speaker_breathes() -> None:
    assert is_speech(SPOKEN)
    parts = [SPOKEN[start:end] for start, end in breaths(SPOKEN, 0, len(SPOKEN))]
    assert "donc on pourrait remettre des arbres devant la poste" in parts
    assert " ".join(parts) == SPOKEN
    assert [idea.quote for idea in extract([Block(SPOKEN, BlockKind.PARAGRAPH, Locator())]).ideas] == [
        "donc on pourrait remettre des arbres devant la poste",
        "et aussi il faudrait une fontaine pour les enfants",
    ]


def test_a_long_sentence_that_somebody_wrote_is_no_speech() -> None:
    assert not is_speech("Nous sommes montés, un lundi de brume, avec l’idée, un peu naïve, de ne rien proposer ; " * 4)
