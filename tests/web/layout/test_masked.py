"""What a page becomes for somebody outside the facilitator's circle."""

import pytest

from semailles.web.layout import masked as door
from semailles.web.layout.passable import without_dead_links
from semailles.workshop.rules import may_read, may_read_workspace


def _mask(text: str) -> str:
    return text.replace("Odette d'Orve", "[a person]")


def masked(page: str, *, are_fields_kept: bool = False) -> str:
    return door.masked(page, _mask, are_fields_kept=are_fields_kept)


@pytest.mark.parametrize(
    ("page", "told"),
    [
        ("<p>Odette d&#x27;Orve</p>", "<p>[a person]</p>"),
        ('<img alt="Odette d&#x27;Orve" src="/x">', '<img alt="[a person]" src="/x">'),
        ('<input value="Odette d&#x27;Orve">', '<input value="[a person]">'),
        ('<textarea name="t">Odette d\'Orve</textarea>', '<textarea name="t">[a person]</textarea>'),
        ('<a href="mailto:o@orve.example">écrire</a>', "<a>écrire</a>"),
        ("<p>L&#x27;Orve &amp; <b>rien</b></p>", "<p>L&#x27;Orve &amp; <b>rien</b></p>"),
        ('<script>a = "Odette d\'Orve"</script>', '<script>a = "[a person]"</script>'),
    ],
)
def test_whatever_is_read_is_masked_and_the_rest_is_untouched(page: str, told: str) -> None:
    assert masked(page) == told


@pytest.mark.parametrize("field", ['<textarea name="t">Odette d\'Orve</textarea>', '<input value="Odette d&#x27;Orve">'])
def test_what_stands_in_a_field_where_one_writes_is_never_changed(field: str) -> None:
    assert masked(field, are_fields_kept=True) == field


def test_a_quote_is_cut_short_and_other_words_are_not() -> None:
    words = "planter des haies " * 20

    page = masked(f"<blockquote><p>{words}</p></blockquote><p>{words}</p>")

    quoted, _, plain = page.partition("</p></blockquote><p>")
    assert (len(quoted.removeprefix("<blockquote><p>")) <= 300, quoted.endswith("…"), plain) == (True, True, f"{words}</p>")


@pytest.mark.django_db
def test_a_link_that_one_may_not_follow_leaves_its_words_and_a_button_leaves_nothing() -> None:
    page = (
        '<a href="/recueillir/">Documents</a><a class="button" href="/recueillir/">Voir</a>'
        '<a href="/recueillir/idees/?equipe=A">Idées</a><a href="https://orve.example/">Orve</a><a href="/acteurs/">[a person]</a>'
    )

    seen = without_dead_links(page, lambda asked: vars(asked.func)["rule"] is not may_read_workspace)

    assert seen == 'Documents<a href="/recueillir/idees/?equipe=A">Idées</a><a href="https://orve.example/">Orve</a>[a person]'
    assert without_dead_links(page, lambda asked: vars(asked.func)["rule"] in {may_read, may_read_workspace}) == page.replace(
        '<a href="/acteurs/">[a person]</a>', "[a person]"
    )
