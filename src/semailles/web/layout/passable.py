"""Links to pages that a reader may not open are no links: their words stay, a button goes."""

import re
from collections.abc import Callable
from functools import lru_cache
from html import unescape

from django.urls import Resolver404, get_script_prefix, resolve

from semailles.core.masking import masks
from semailles.web.layout.access import Rule

Opens = Callable[[Rule], bool]
_LINK = re.compile(r"<a\b(?P<about>[^>]*)>(?P<words>.*?)</a>", re.DOTALL)
_HREF = re.compile(r"\shref=[\"'](?P<path>/[^\"'?#]*)")
_BUTTON = re.compile(r"\sclass=[\"'][^\"']*\bbutton\b")
_TAGS = re.compile(r"<[^>]*>")
ADDRESSES_KEPT = 1 << 12


def without_dead_links(page: str, opens: Opens) -> str:
    """`opens`: whether the reader gets through a rule. A page about one thing answers by itself; a link whose only words are masked leads nowhere."""

    def told(link: "re.Match[str]") -> str:
        if not _is_dead(link, opens):
            return link[0]
        return "" if _BUTTON.search(link["about"]) else link["words"]

    return _LINK.sub(told, page)


def _is_dead(link: "re.Match[str]", opens: Opens) -> bool:
    if "[" in link["words"] and masks().fullmatch(_TAGS.sub("", unescape(link["words"])).strip()):
        return True
    href = _HREF.search(link["about"])
    rule = _rule_at(unescape(href["path"]), get_script_prefix()) if href else None
    return rule is not None and not opens(rule)


@lru_cache(maxsize=ADDRESSES_KEPT)
def _rule_at(path: str, prefix: str) -> Rule | None:
    """The rule of the page at this address, when it is asked of the initiative as a whole."""
    if not path.startswith(prefix):
        return None
    try:
        view = resolve("/" + path.removeprefix(prefix)).func
    except Resolver404:
        return None
    rule: Rule | None = None if getattr(view, "of", None) else getattr(view, "rule", None)
    return rule
