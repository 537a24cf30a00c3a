"""Proposals of Decidim, three generations of its export."""

import pytest
from tests.engines.exchange.exports import DECIDIM_2019, DECIDIM_MIDDLE, DECIDIM_NEW, as_csv, exported

from semailles.engines.exchange import RowTrouble, Told, read_export
from semailles.engines.reading import read

OLD = {
    "id": 12,
    "category/name/fr": "Mobilité",
    "category/name/en": "Mobility",
    "scope/name/fr": "Vallée",
    "title": "Une navette le dimanche",
    "body": "<p>Une navette électrique relierait la gare au marché.</p>",
    "votes": 41,
    "comments": 3,
    "created_at": "2019-01-24 22:29:15 +0100",
    "url": "https://participer.exemple.fr/proposals/12?a=1&copy=2",
    "component/id": 7,
}
NEW = {
    "id": 31,
    "author/name": "Collectif des berges",
    "taxonomies/name/fr": "Nature",
    "component/id": 9,
    "title/fr": "Rouvrir le ru",
    "title/en": "Reopen the brook",
    "body/fr": "Rouvrir le ru du moulin sur deux cents mètres.",
    "body/en": "Reopen the brook of the mill.",
    "address": "Rue du Moulin",
    "latitude": "48.63",
    "longitude": "2.43",
    "state": "accepted",
    "likes/total_count": 5,
    "follows_count": 8,
    "published_at": "2024-05-02T10:00:00Z",
    "url": "https://participer.exemple.fr/proposals/31",
}


def test_a_proposal_of_2019_is_read_whole_without_the_tags_of_its_text() -> None:
    (one,) = exported("export.csv", as_csv(DECIDIM_2019, OLD)).ideas

    assert (one.title, one.text) == ("Une navette le dimanche", "Une navette électrique relierait la gare au marché.")
    assert (one.external_id, one.component, one.theme, one.place) == ("12", "participer.exemple.fr/7", "Mobilité", "Vallée")
    assert one.url == "https://participer.exemple.fr/proposals/12?a=1&copy=2"
    assert one.counters == (("supports", 41), ("comments", 3))
    assert one.written_at == "2019-01-24 22:29:15 +0100"


def test_a_quote_holds_no_tag() -> None:
    rich = "<p>Une <strong>navette</strong>, le dimanche&nbsp;:</p><ul><li>de la gare</li><li>au marché</li></ul>"
    document = read("export.csv", as_csv(DECIDIM_2019, {**OLD, "body": rich}))

    (one,) = read_export(document.platform, document.blocks).ideas

    said = "Une navette, le dimanche : de la gare au marché"
    assert (document.blocks[one.block].text[slice(*one.quote)], one.text) == (said, said)


def test_the_quote_is_the_exact_text_of_its_row() -> None:
    document = read("export.csv", as_csv(DECIDIM_2019, OLD))

    (one,) = exported("export.csv", as_csv(DECIDIM_2019, OLD)).ideas

    start, end = one.quote
    assert document.blocks[one.block].text[start:end] == "Une navette électrique relierait la gare au marché."
    assert document.blocks[one.block].locator.row == 2


def test_a_proposal_of_the_middle_generation_keeps_its_state_and_its_counters() -> None:
    row = {
        "id": 4,
        "component/id": 2,
        "title": "Verger",
        "body": "Planter un verger partagé.",
        "state": "evaluating",
        "supports": 6,
        "endorsements/total_count": 2,
        "endorsements/user_endorsements": "Quelqu’un",
        "followers": 1,
    }

    (one,) = exported("export.csv", as_csv(DECIDIM_MIDDLE, row, separator=",")).ideas

    assert (one.title, one.state, one.author) == ("Verger", "evaluating", "")
    assert one.counters == (("supports", 6), ("endorsements", 2), ("followers", 1))


def test_a_new_proposal_has_its_author_its_point_and_its_language() -> None:
    (one,) = exported("export.csv", as_csv(DECIDIM_NEW, NEW)).ideas

    assert (one.title, one.lang, one.author) == ("Rouvrir le ru", "fr", "Collectif des berges")
    assert (one.place, one.point, one.theme) == ("Rue du Moulin", (48.63, 2.43), "Nature")
    assert one.counters == (("endorsements", 5), ("followers", 8))


def test_a_proposal_that_its_author_withdrew_says_so() -> None:
    rows = ({**NEW, "withdrawn": "true"}, {**NEW, "id": 32, "withdrawn": "false"})

    assert [one.state for one in exported("export.csv", as_csv(DECIDIM_NEW, *rows)).ideas] == ["withdrawn", "accepted"]


def test_a_proposal_in_english_only_is_read_in_english() -> None:
    (one,) = exported("export.csv", as_csv(DECIDIM_NEW, {**NEW, "title/fr": "", "body/fr": ""})).ideas

    assert (one.title, one.lang) == ("Reopen the brook", "en")


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_neither_separator_nor_encoding_matters(separator: str, encoding: str) -> None:
    content = as_csv(DECIDIM_2019, OLD, {**OLD, "id": 13, "title": "Été, hiver ; et entre"}, separator=separator, encoding=encoding)

    assert [one.title for one in exported("export.csv", content).ideas] == ["Une navette le dimanche", "Été, hiver ; et entre"]


def test_the_sign_that_guards_spreadsheets_goes() -> None:
    (one,) = exported("export.csv", as_csv(DECIDIM_2019, {**OLD, "title": "'=Zone 30", "body": "'+ de bancs"})).ideas

    assert (one.title, one.text) == ("=Zone 30", "+ de bancs")


def test_a_row_that_cannot_be_read_is_told_and_the_others_go_on() -> None:
    rows = ({**OLD, "title": "", "body": ""}, OLD, OLD, {**NEW, "id": 32, "title": "Ru", "body": "Ru"})

    table = exported("export.csv", as_csv((*DECIDIM_2019, "latitude", "longitude"), *rows[:3], {**rows[3], "latitude": "95"}))

    assert [one.external_id for one in table.ideas] == ["12", "32"]
    assert table.told == (Told(2, RowTrouble.NO_TEXT), Told(4, RowTrouble.SAME_ID, "12"), Told(5, RowTrouble.NO_POINT, "95 ; 2.43"))


def test_a_table_of_ones_own_is_no_export() -> None:
    assert read("actions.csv", b"id;title;description\n1;Verger;Planter un verger\n2;Navette;Le dimanche\n").platform == ""


@pytest.mark.parametrize(("separator", "column"), [(";", "title/fr"), (";", "body/fr"), (",", "body/fr"), (";", "url")])
def test_a_quotation_mark_that_is_not_closed_is_told(separator: str, column: str) -> None:
    rows = [{**NEW, "id": rank, "title/fr": f"Ru {rank}", "body/fr": f"Rouvrir, dit-on, le ru {rank}."} for rank in (31, 32, 33, 34)]
    sound = as_csv(DECIDIM_NEW, *rows, separator=separator).decode().replace(f'"{rows[0][column]}"', str(rows[0][column]), 1)
    opened = sound.replace(str(rows[0][column]), f'"{rows[0][column]}', 1)

    table = exported("export.csv", opened.encode())

    assert [one.trouble for one in table.told] == [RowTrouble.UNCLOSED]
    assert table.told[0].row == 2


def test_a_list_of_numbers_is_no_swallowed_row() -> None:
    body = "Relier 12 communes ; 13,5 km, 4,2 km, 3,1 km, 2,5 km ; 7 arrêts ; 8 bancs ; puis 2,5 km, 6,1 km."

    (one,) = exported("export.csv", as_csv(DECIDIM_NEW, {**NEW, "body/fr": body})).ideas

    assert one.text == body
