"""French spaces on every page; what is typed stays as it was typed."""

from django.test import Client
from tests.web.scene import Scene

from semailles.web.layout.typography import set_page


def test_french_spaces_come_between_tags_and_nowhere_else() -> None:
    page = '<p title="a : b">Qui porte : « nous » ?</p>\n<textarea>a : b</textarea><script>x ? 1 : 2</script> 12000 €'

    assert set_page(page, "fr") == (
        '<p title="a : b">Qui porte\u00a0: «\u202fnous\u202f»\u202f?</p>\n<textarea>a : b</textarea><script>x ? 1 : 2</script> 12\u202f000\u00a0€'
    )


def test_what_was_escaped_stays_escaped() -> None:
    assert set_page("<p>&lt;script&gt; &amp; l&#x27;eau ;</p>", "fr") == "<p>&lt;script&gt; &amp; l’eau\u202f;</p>"


def test_the_length_that_is_said_is_the_length_that_is_sent(scene: Scene, client: Client) -> None:
    response = client.get("/")

    assert int(response["Content-Length"]) == len(response.content)
