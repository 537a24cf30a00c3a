"""French spaces on every page; what is typed stays as it was typed."""

import html
from pathlib import Path

from babel.messages.pofile import read_po
from django.test import Client
from tests.web.scene import Scene

from semailles.engines.typesetting.typography import set_text
from semailles.web.layout.typography import set_page

CATALOGUE = Path(__file__).resolve().parents[2] / "src/semailles/locale/fr/LC_MESSAGES/django.po"


def test_french_spaces_come_between_tags_and_nowhere_else() -> None:
    page = '<p title="a : b">Qui porte : « nous » ?</p>\n<textarea>a : b</textarea><script>x ? 1 : 2</script> 12000 €'

    assert set_page(page, "fr") == (
        '<p title="a : b">Qui porte\u00a0: «\u202fnous\u202f»\u202f?</p>\n<textarea>a : b</textarea><script>x ? 1 : 2</script> 12\u202f000\u00a0€'
    )


def test_a_high_sign_after_a_tag_begins_no_line() -> None:
    page = '<p><b>Eau</b> : <a href="/">ici</a> ? <i>là</i> <i>puis</i> (ou non)</p>'

    assert set_page(page, "fr") == '<p><b>Eau</b>\u00a0: <a href="/">ici</a>\u202f? <i>là</i> <i>puis</i> (ou non)</p>'
    assert set_page(page, "en") == '<p><b>Eau</b>: <a href="/">ici</a>? <i>là</i> <i>puis</i> (ou non)</p>'


def test_what_was_escaped_stays_escaped() -> None:
    assert set_page("<p>&lt;script&gt; &amp; l&#x27;eau ;</p>", "fr") == "<p>&lt;script&gt; &amp; l’eau\u202f;</p>"


def test_the_length_that_is_said_is_the_length_that_is_sent(scene: Scene, client: Client) -> None:
    response = client.get("/")

    assert int(response["Content-Length"]) == len(response.content)


def test_what_is_passed_over_had_nothing_to_set() -> None:
    """Texts are looked at quickly before they are set: no sentence of ours is missed."""
    with CATALOGUE.open("rb") as stream:
        found = [message.string for message in read_po(stream, locale="fr") if message.id]
    sentences = [one.strip() for string in found for one in ((string,) if isinstance(string, str) else string)]
    sentences += [
        "p.12",
        "n° 4",
        "le 3 mai",
        "12000 €",
        "5%",
        "M. Roux",
        "art. 4",
        "14 h 30",
        "no 7",
        "Projet 4",
        "1 200 ha",
        "ligne 3",
        "A12",
        "3,5",
    ]

    for lang in ("fr", "en"):
        pages = [set_page(f"<b>{html.escape(one, quote=False)}</b>", lang) for one in sentences]
        assert pages == [f"<b>{_set(one, lang)}</b>" for one in sentences]


def _set(sentence: str, lang: str) -> str:
    """Whole, between its outer spaces."""
    bare = sentence.strip()
    return html.escape(sentence.replace(bare, set_text(bare, lang)), quote=False)


def test_a_document_stays_as_it_was_written() -> None:
    page = '<p>ici : oui</p><article class="sheet" data-exact lang="fr"><p>là : "non" ?</p></article><p>enfin : oui</p>'

    assert set_page(page, "fr") == page.replace("ici :", "ici\u00a0:").replace("enfin :", "enfin\u00a0:")


def test_an_extract_in_a_line_stays_as_it_was_written() -> None:
    page = '<p>"Ici" <span class="what" data-exact>l\'eau <mark>vive</mark> : oui</span> l\'eau</p>'

    assert '<span class="what" data-exact>l\'eau <mark>vive</mark> : oui</span> l’eau' in set_page(page, "fr")
