"""What a saved page holds beside its matter: menus, banners about cookies, words for machines."""

import re

from selectolax.lexbor import LexborNode

NOISE = frozenset(
    "script style nav aside footer noscript template svg iframe object canvas video audio button select option textarea head map math".split()
)
_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "menubar", "toolbar", "complementary"}
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_NAMES = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|rgpd|tarteaucitron\w*|didomi|onetrust|axeptio\w*|breadcrumbs?|ariane|navbar|navigation|menu|skip-?links?"
    r"|sr-only|visually-?hidden|screen-reader-text)(?:$|[\s_-])",
    re.IGNORECASE,
)
_NEVER = frozenset({"html", "body", "main", "article", "h1", "h2", "h3", "table", "p"})
_LONGEST = 1500  # signs: a longer one is no banner, whatever its name


def is_furniture(node: LexborNode) -> bool:
    """By its tag, its role, its style or, when it holds no heading and little text, its name."""
    tag = node.tag or ""
    if tag in NOISE or tag.startswith(("-", "!")):
        return True
    attributes = node.attributes
    if not attributes:
        return False
    if "hidden" in attributes or _HIDDEN_STYLE.search(attributes.get("style") or ""):
        return True
    if (attributes.get("role") or "") in _ROLES:
        return node.css_first("h1, main, article") is None
    named = f"{attributes.get('id') or ''} {attributes.get('class') or ''}"
    if not named.strip() or not _NAMES.search(named) or (tag in _NEVER and "sr-only" not in named):
        return False
    return node.css_first("h1, main, article, table") is None and len(node.text(deep=True)) <= _LONGEST
