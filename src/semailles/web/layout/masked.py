"""A page as somebody outside the facilitator's circle gets it: every text and every attribute that is read out goes through a mask, quotes are cut short."""

import re
from collections.abc import Callable
from functools import lru_cache
from html import escape, unescape

from semailles.publication.audiences import LONGEST_QUOTE, shortened

Mask = Callable[[str], str]
_PIECES = re.compile(
    r"<(?P<kept>script|style)\b.*?</(?P=kept)>|(?P<field><textarea\b[^>]*>.*?</textarea>)|(?P<tag><[^>]*>)|(?P<text>[^<]*[^<\s][^<]*)",
    re.DOTALL,
)
_READ_OUT = re.compile(
    r"\b(?P<name>title|alt|aria-[\w-]+|placeholder|content|label|summary|data-[\w-]+|value)=(?P<sign>[\"'])(?P<said>.*?)(?P=sign)",
    re.DOTALL,
)
_REACHING = re.compile(r"\shref=([\"'])\s*(?:mailto:(?!\?)|tel:).*?\1", re.DOTALL | re.IGNORECASE)
_QUOTING, _QUOTED = ("<blockquote", "<q>", "<q "), ("</blockquote>", "</q>")
PIECES_KEPT = 1 << 14  # tags and labels come back on every page


def masked(page: str, mask: Mask, *, are_fields_kept: bool = False) -> str:
    """`are_fields_kept`: what stands in a field is what its reader writes, and would be written back masked. One mask, one object: what it gave is remembered."""
    quoting = 0

    def piece(found: "re.Match[str]") -> str:
        nonlocal quoting
        whole, kind = found[0], found.lastgroup
        if kind == "tag":
            quoting += whole.startswith(_QUOTING) - whole.startswith(_QUOTED)
            return _tag(mask, whole, are_fields_kept) if "=" in whole else whole
        if kind == "text":
            return _text(mask, whole, quoting > 0)
        if kind == "field":
            return whole if are_fields_kept else _field(mask, whole)
        return mask(whole)

    return _PIECES.sub(piece, page)


@lru_cache(maxsize=PIECES_KEPT)
def _text(mask: Mask, text: str, is_quoted: bool) -> str:  # a key of what is remembered
    """Between two tags. Untouched when there is nothing to take out: signs stay written as they were."""
    bare = unescape(text)
    told = mask(bare)
    told = shortened(told) if is_quoted and len(told.strip()) > LONGEST_QUOTE else told
    return text if told == bare else escape(told, quote=False)


def _field(mask: Mask, field: str) -> str:
    opening, _, rest = field.partition(">")
    text = rest.removesuffix("</textarea>")
    return f"{_tag(mask, opening, False)}>{_text(mask, text, False)}</textarea>"  # as above


@lru_cache(maxsize=PIECES_KEPT)
def _tag(mask: Mask, tag: str, are_fields_kept: bool) -> str:  # a key of what is remembered
    def attribute(found: "re.Match[str]") -> str:
        if found["name"] == "value" and are_fields_kept:
            return found[0]
        bare = unescape(found["said"])
        told = mask(bare)
        return found[0] if told == bare else f'{found["name"]}="{escape(told)}"'

    return _READ_OUT.sub(attribute, _REACHING.sub("", tag))
