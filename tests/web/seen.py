"""What a reader gets from a page."""

import re
from html import unescape


def text(page: bytes) -> str:
    """Its words, tags out; spaces and apostrophes plain."""
    bare = unescape(re.sub(r"<[^>]+>", " ", page.decode()))
    return re.sub(r"\s+", " ", bare).replace("’", "'")


def links(page: bytes) -> list[str]:
    return [unescape(found) for found in re.findall(r'href="([^"]+)"', page.decode())]
