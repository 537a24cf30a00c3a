"""Why two names are one actor, what is only proposed, and what people decided before."""

from semailles.engines.extracting import reconciliation
from semailles.engines.extracting.findings import ActorKind, ActorMention, Merge, MergeReason, Span

ORGANISATION, PERSON = ActorKind.ORGANISATION, ActorKind.PERSON


def mentions(kind: ActorKind, *names: str) -> list[ActorMention]:
    return [ActorMention(Span(0, 0, len(name)), name, kind) for name in names]


def test_each_merge_says_why() -> None:
    found = reconciliation(
        [
            *mentions(ORGANISATION, "Syndicat mixte des Oyats", "SMO", "Atelier du Rivage", "Atelier du Rivagi"),
            *mentions(PERSON, "Odette Kerguelen", "Odette"),
        ]
    )

    assert found.merges == (
        Merge("SMO", "Syndicat mixte des Oyats", MergeReason.ACRONYM, "SMO"),
        Merge("Odette", "Odette Kerguelen", MergeReason.PERSON, "odette"),
        Merge("Atelier du Rivagi", "Atelier du Rivage", MergeReason.SPELLING, "atelierrivage ≈ atelierrivagi"),
    )


def test_two_possible_persons_are_proposed_and_stay_two() -> None:
    found = reconciliation(mentions(PERSON, "Odette Kerguelen", "Simon Kerguelen", "M. Kerguelen"))

    assert [actor.name for actor in found.actors] == ["M. Kerguelen", "Odette Kerguelen", "Simon Kerguelen"]
    assert found.proposals == (
        Merge("M. Kerguelen", "Odette Kerguelen", MergeReason.FAMILY_NAME, "kerguelen"),
        Merge("M. Kerguelen", "Simon Kerguelen", MergeReason.FAMILY_NAME, "kerguelen"),
    )


def test_a_name_inside_another_is_proposed() -> None:
    found = reconciliation(mentions(ORGANISATION, "Collège Vauquelin", "Collège Marthe-Vauquelin"))

    assert found.proposals == (Merge("Collège Vauquelin", "Collège Marthe-Vauquelin", MergeReason.PART, "college vauquelin"),)


def test_first_names_that_differ_never_merge() -> None:
    found = reconciliation(mentions(PERSON, "Michel Kerguelen", "Michèle Kerguelen"))

    assert (len(found.actors), found.merges, found.proposals) == (2, (), ())


def test_the_same_institution_of_two_communes_stays_two() -> None:
    found = reconciliation(mentions(ORGANISATION, "Lycée agricole de Montbrun", "Lycée agricole de Montbron"))

    assert (len(found.actors), found.proposals) == (2, ())


def test_a_person_is_not_the_firm_of_the_same_name() -> None:
    found = reconciliation([*mentions(ORGANISATION, "Tuilerie Maubert", "Maubert"), *mentions(PERSON, "Mme Maubert")])

    assert [actor.name for actor in found.actors] == ["Mme Maubert", "Tuilerie Maubert"]


def test_what_people_kept_apart_stays_apart() -> None:
    found = reconciliation(mentions(ORGANISATION, "Syndicat mixte des Oyats", "SMO"), kept_apart=[("smo", "Syndicat mixte des Oyats")])

    assert ([actor.name for actor in found.actors], found.merges, found.proposals) == (["SMO", "Syndicat mixte des Oyats"], (), ())


def test_what_people_brought_together_is_one_under_the_first_name() -> None:
    found = reconciliation(mentions(ORGANISATION, "Les Semeurs", "Jardin des Prés"), together=[("Jardin des Prés", "Les Semeurs")])

    assert found.merges == (Merge("Les Semeurs", "Jardin des Prés", MergeReason.PEOPLE, ""),)
    assert [actor.mentions for actor in found.actors] == [(0, 1)]
