"""What OpenDocument styles say of a paragraph: title, heading, bold."""

import re

from lxml.etree import _Element

_SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "presentation": "urn:oasis:names:tc:opendocument:xmlns:presentation:1.0",
}
_TITLE = re.compile(r"(?:Title|Titre|Titre_20_principal)$")
_HEADING = re.compile(r"(?:Heading|Titre)(?:_20_|[ _-])?([1-9])$")
_BOLD = frozenset({"bold", "600", "700", "800", "900"})


def qualified(name: str) -> str:
    """« text:p » → the name lxml knows."""
    prefix, tag = name.split(":")
    return f"{{{_SPACES[prefix]}}}{tag}"


class WriterStyles:
    """The styles of one document, its own and the automatic ones."""

    def __init__(self, content: _Element, styles: _Element | None) -> None:
        roots = [root for root in (styles, content) if root is not None]
        self._styles = {style.get(qualified("style:name")): style for root in roots for style in root.iter(qualified("style:style"))}

    def is_title(self, paragraph: _Element) -> bool:
        return any(_TITLE.match(name) for name in self._names(paragraph))

    def heading_level(self, paragraph: _Element) -> int:
        """For a paragraph which is no text:h: the level its style's name gives, or 0."""
        matches = [match for match in (_HEADING.match(name) for name in self._names(paragraph)) if match]
        return int(matches[0].group(1)) if matches else 0

    def is_all_bold(self, paragraph: _Element) -> bool:
        """Bold by its style, or every worded part of it is in a bold span."""
        inherited = self._is_bold(paragraph)
        parts: list[bool] = [inherited] if (paragraph.text or "").strip() else []
        for child in paragraph:
            if child.tag == qualified("text:span") and any(str(text).strip() for text in child.itertext()):
                parts.append(self._is_bold(child, default=inherited))
            if (child.tail or "").strip():
                parts.append(inherited)
        return bool(parts) and all(parts)

    def _chain(self, element: _Element) -> list[_Element]:
        chain: list[_Element] = []
        name = element.get(qualified("text:style-name"))
        while name in self._styles and self._styles[name] not in chain:
            chain.append(self._styles[name])
            name = chain[-1].get(qualified("style:parent-style-name"))
        return chain

    def _names(self, element: _Element) -> list[str]:
        own = element.get(qualified("text:style-name")) or ""
        return [own, *(link.get(qualified("style:parent-style-name")) or "" for link in self._chain(element))]

    def _is_bold(self, element: _Element, *, default: bool = False) -> bool:
        for link in self._chain(element):
            for properties in link.iter(qualified("style:text-properties")):
                weight = properties.get(qualified("fo:font-weight"))
                if weight is not None:
                    return weight in _BOLD
        return default
