"""The file of proposals that Decidim imports."""

import csv
import io

from semailles.engines.exchange import decidim, read_export
from semailles.engines.exchange.decidim import Proposal
from semailles.engines.reading import read

ID = "0f2c8a34-1111-5222-8333-444455556666"
SHUTTLE = Proposal(
    "Une navette le dimanche",
    "Relier la gare au marché.",
    f"A12 · {ID}",
    external_id="12",
    component="participer.exemple.fr/7",
    url="https://participer.exemple.fr/p/12",
    author="Collectif des berges",
    address="Place du Marché",
    point=(48.6, 2.4),
)


def _rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_the_columns_are_those_that_decidim_reads_and_ours_which_it_leaves_alone() -> None:
    (row,) = _rows(decidim.write([SHUTTLE]))

    assert row == {
        "id": "12",
        "title/fr": "Une navette le dimanche",
        "body/fr": f"Relier la gare au marché.\n\n— Semailles A12 · {ID}",
        "address": "Place du Marché",
        "latitude": "48.6",
        "longitude": "2.4",
        "author/name": "Collectif des berges",
        "component/id": "7",
        "url": "https://participer.exemple.fr/p/12",
    }


def test_an_idea_in_english_has_its_own_columns() -> None:
    french, english = _rows(decidim.write([SHUTTLE, Proposal("Reopen the brook", "Under the car park.", ID, "en")]))

    assert (french["title/fr"], french["title/en"]) == ("Une navette le dimanche", "")
    assert (english["title/fr"], english["title/en"]) == ("", "Reopen the brook")


def test_no_cell_is_run_by_a_spreadsheet() -> None:
    (row,) = _rows(decidim.write([Proposal("=HYPERLINK(A1)", "@SUM(A1)", ID, author="+33", address="-1+2")]))

    assert [row[name][:2] for name in ("title/fr", "body/fr", "address")] == ["'=", "'@", "'-"]


def test_what_is_written_is_read_back() -> None:
    document = read("decidim.csv", decidim.write([SHUTTLE, Proposal("=Zone 30", "Partout.", ID, "en")]))

    first, second = read_export(document.platform, document.blocks).ideas

    assert (first.title, first.text, first.author, first.place) == (SHUTTLE.title, SHUTTLE.body, SHUTTLE.author, SHUTTLE.address)
    assert (first.external_id, first.component, first.url, first.point) == ("12", SHUTTLE.component, SHUTTLE.url, SHUTTLE.point)
    assert (second.title, second.text, second.lang, second.signature) == ("=Zone 30", "Partout.", "en", ID)
