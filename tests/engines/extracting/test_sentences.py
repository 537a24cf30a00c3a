"""Where sentences end."""

import pytest

from semailles.engines.extracting.sentences import clauses, sentences


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
