from semailles.core.identifiers import actor_id, document_id, idea_id, named


def test_an_idea_keeps_its_id_when_only_spaces_accents_or_case_change() -> None:
    document = document_id("equipe-1/rapport.docx")

    assert idea_id(document, "Créer une  légumerie.", 0) == idea_id(document, "creer une légumerie", 0)


def test_equal_quotes_of_one_document_have_each_their_id() -> None:
    document = document_id("a.txt")

    assert idea_id(document, "Planter des haies", 0) != idea_id(document, "Planter des haies", 1)


def test_parts_never_run_into_each_other() -> None:
    assert named("x", "a|b", "c") != named("x", "a", "b|c")


def test_an_actor_is_the_same_under_two_cases() -> None:
    assert actor_id("CAUE") == actor_id("caue")
