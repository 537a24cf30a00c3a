"""Links to pages that a reader may not open are no links: their words stay, a button goes."""

import re
from collections.abc import Callable
from functools import lru_cache
from html import unescape

from django.http import Http404
from django.urls import Resolver404, ResolverMatch, get_script_prefix, resolve

from semailles.core.masking import masks
from semailles.core.models import Person
from semailles.web.layout.access import opens
from semailles.workshop.models import Initiative

Opens = Callable[[ResolverMatch], bool]
_LINK = re.compile(r"<a\b(?P<about>[^>]*)>(?P<words>.*?)</a>", re.DOTALL)
_HREF = re.compile(r"\shref=[\"'](?P<path>/[^\"'?#]*)")
_BUTTON = re.compile(r"\sclass=[\"'][^\"']*\bbutton\b")
_TAGS = re.compile(r"<[^>]*>")
ADDRESSES_KEPT = 1 << 12


def without_dead_links(page: str, opens_page: Opens) -> str:
    """`opens_page`: whether the reader gets through. A link whose only words are masked leads nowhere."""

    def told(link: "re.Match[str]") -> str:
        if not _is_dead(link, opens_page):
            return link[0]
        return "" if _BUTTON.search(link["about"]) else link["words"]

    return _LINK.sub(told, page)


def asked_once(person: Person, initiative: Initiative) -> Opens:
    """A page about one thing is asked of this thing, once for each; one whose thing is not there says so by itself."""
    answers: dict[tuple[object, ...], bool] = {}

    def asked(page: ResolverMatch) -> bool:
        rule, find = getattr(page.func, "rule", None), getattr(page.func, "of", None)
        key = (rule, find, *(sorted(page.kwargs.items()) if find else ()))
        if key not in answers:
            try:
                answers[key] = opens(page.func, person, initiative, page.kwargs)
            except Http404:
                answers[key] = True
        return answers[key]

    return asked


def _is_dead(link: "re.Match[str]", opens_page: Opens) -> bool:
    if "[" in link["words"] and masks().fullmatch(_TAGS.sub("", unescape(link["words"])).strip()):
        return True
    href = _HREF.search(link["about"])
    page = _page_at(unescape(href["path"]), get_script_prefix()) if href else None
    return page is not None and not opens_page(page)


@lru_cache(maxsize=ADDRESSES_KEPT)
def _page_at(path: str, prefix: str) -> ResolverMatch | None:
    """The page at this address, when it is one of the initiative's."""
    if not path.startswith(prefix):
        return None
    try:
        return resolve("/" + path.removeprefix(prefix))
    except Resolver404:
        return None
