"""A page as somebody outside the facilitator's circle gets it: every text and every attribute that is read out goes through a mask, quotes are cut short."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape, unescape

from semailles.publication.audiences import LONGEST_QUOTE, shortened

Mask = Callable[[str], str]
_PIECES = re.compile(
    r"<(?P<kept>script|style)\b.*?</(?P=kept)>|(?P<field><textarea\b[^>]*>.*?</textarea>)|(?P<tag><[^>]*>)|[^<]+", re.DOTALL
)
_READ_OUT = re.compile(
    r"\b(?P<name>title|alt|aria-[\w-]+|placeholder|content|label|summary|data-[\w-]+|value)=(?P<sign>[\"'])(?P<said>.*?)(?P=sign)",
    re.DOTALL,
)
_REACHING = re.compile(r"\shref=([\"'])\s*(?:mailto:(?!\?)|tel:).*?\1", re.DOTALL | re.IGNORECASE)
_QUOTING, _QUOTED = re.compile(r"<(?:blockquote|q)\b"), re.compile(r"</(?:blockquote|q)>")


@dataclass(frozen=True, slots=True)
class Masking:
    """`are_fields_kept`: what stands in a field is what its reader writes, and would be written back masked."""

    mask: Mask
    are_fields_kept: bool = False

    def page(self, page: str) -> str:
        parts, quoting = [], 0
        for piece in _PIECES.finditer(page):
            quoting = max(0, quoting + bool(_QUOTING.match(piece[0])) - bool(_QUOTED.match(piece[0])))
            parts.append(self._piece(piece, is_quoted=quoting > 0))
        return "".join(parts)

    def _piece(self, piece: "re.Match[str]", *, is_quoted: bool) -> str:
        if piece["tag"]:
            return self._tag(piece[0])
        if piece["field"] and self.are_fields_kept:
            return piece[0]
        if piece["field"]:
            opening, _, rest = piece[0].partition(">")
            text, _, _ = rest.rpartition("</textarea>")
            return f"{self._tag(opening)}>{self.text(text)}</textarea>"
        return piece[0] if piece["kept"] else self.text(piece[0], longest=LONGEST_QUOTE if is_quoted else None)

    def text(self, text: str, *, longest: int | None = None) -> str:
        """Between two tags. Untouched when there is nothing to take out: signs stay written as they were."""
        bare = unescape(text)
        told = self.mask(bare)
        told = shortened(told) if longest and len(told.strip()) > longest else told
        return text if told == bare else escape(told, quote=False)

    def _tag(self, tag: str) -> str:
        return _READ_OUT.sub(self._attribute, _REACHING.sub("", tag))

    def _attribute(self, found: "re.Match[str]") -> str:
        if found["name"] == "value" and self.are_fields_kept:
            return found[0]
        bare = unescape(found["said"])
        told = self.mask(bare)
        return found[0] if told == bare else f'{found["name"]}="{escape(told)}"'
