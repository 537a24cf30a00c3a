"""What people type in Markdown is shown, and nothing that they type acts."""

import re

from hypothesis import given
from hypothesis import strategies as st

from semailles.web.layout.templatetags.prose import prose

TAGS = {"p", "br", "em", "strong", "s", "a", "ul", "ol", "li", "h3", "blockquote", "pre", "code", "hr"}
TAGS |= {"table", "thead", "tbody", "tr", "th", "td"}


def test_emphasis_lists_and_links_are_shown() -> None:
    shown = prose("**Demain** :\n\n- un\n- [deux](https://exemple.fr)")

    assert shown == (
        "<p><strong>Demain</strong> :</p>\n<ul>\n<li>un</li>\n"
        '<li><a href="https://exemple.fr" rel="nofollow noopener noreferrer">deux</a></li>\n</ul>\n'
    )


def test_a_line_stays_a_line() -> None:
    assert prose("Un.\nDeux.") == "<p>Un.<br />\nDeux.</p>\n"


def test_a_title_never_competes_with_those_of_the_page() -> None:
    assert prose("# Grand") == "<h3>Grand</h3>\n"


def test_tags_scripts_and_pictures_are_only_words() -> None:
    shown = prose("<script>alert(1)</script> <img src=x onerror=a()> ![x](https://exemple.fr/x.png)")

    assert re.findall(r"<(\w+)", shown) == ["p", "a"]


def test_no_link_leads_to_a_script_nor_to_a_file() -> None:
    for url in ("javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "file:///etc/passwd", "vbscript:x", "//exemple.fr"):
        assert "<a" not in prose(f"[mot]({url}) <{url}>")


@given(st.text(alphabet="<>&\"'()[]!*_`#-|:/ \n\tabjscript=onerror", max_size=200))
def test_whatever_is_typed_only_our_tags_come_out(text: str) -> None:
    assert set(re.findall(r"</?([a-z0-9]+)", prose(text))) <= TAGS
