"""What is known of communes beside their names, and distances."""

from semailles.engines.extracting.gazetteer import national_gazetteer
from semailles.engines.locating import code_today, intercommunalities, kilometres, middles


def test_evry_courcouronnes_follows_the_communes_it_was_made_of() -> None:
    assert [code_today(code) for code in ("91182", "78228", "91228", "75056")] == ["91228", "91228", "91228", "75056"]


def test_a_commune_that_was_shared_out_has_no_single_heir() -> None:
    assert code_today("55273") == "55273"


def test_whatever_is_known_is_known_of_a_commune_of_today() -> None:
    today = {commune.insee for commune in national_gazetteer()}

    assert [code for code in {**middles(), **intercommunalities()} if code not in today] == []
    assert [code for code in today if code_today(code) != code] == []


def test_each_commune_drawn_has_its_intercommunality() -> None:
    assert len(middles()) == 66
    assert {intercommunalities()[code] for code in ("91228", "77296")} == {"CA Grand Paris Sud Seine Essonne Sénart"}
    assert [code for code in middles() if code not in intercommunalities()] == []


def test_from_evry_to_melun_there_are_nineteen_kilometres() -> None:
    evry, melun = middles()["91228"], middles()["77288"]

    assert round(kilometres(evry, melun)) == 19
    assert kilometres(evry, evry) == 0
