"""Characters that our typefaces hold. The archive standard (PDF/A) refuses a page with a character that no embedded font draws."""

import re
import unicodedata

# Libertinus Serif, Lato and the other faces inside Typst, measured character by character; scripts beyond are not set.
_HELD = (
    "\\n\u0020-\u007e\u00a0-\u02ff\u0300-\u036f\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u0482\u048a-\u04ff"
    "\u1e00-\u1f15\u1f18-\u1f1d\u1f20-\u1f45\u1f48-\u1f4d\u1f50-\u1f57\u1f59\u1f5b\u1f5d\u1f5f-\u1f7d\u1f80-\u1fb4\u1fb6-\u1fc4"
    "\u2000-\u200a\u2010-\u2027\u202f-\u2040\u2044-\u2052\u2070\u2071\u2074-\u208e\u2090-\u209c\u20a0-\u20bf\u2100-\u211e\u2122\u2126-\u2151\u2153-\u2184"
    "\u2190-\u23ff\u2460-\u2606\u2609-\u262f\u2638-\u268b\u2690-\u269c\u26a0-\u26a7\u2701-\u2704\u2706-\u2709\u270c-\u2714\u2717-\u2726\u2761-\u277f\u2794\u2798-\u27af"
)
_FOREIGN = re.compile(f"[^{_HELD}]")
_LONG = re.compile(r"[^\s\u00a0\u202f\u200b]{25,}")
_JOINT = re.compile(r"(?<=[/._=?&#@:-])(?=\w)|(?<=\w{16})(?=\w{6})")
_SPACES = re.compile(r"[\t\r\n\v\f\x1c-\x1f\x85\u2028\u2029]+")
_SHORT = 25
_BREAK = "\u200b"  # zero-width space: a line may end there


def printable(text: str) -> str:
    """`text` with what our faces can draw: white space made plain, pictographs left out, letters of other scripts shown as ▯, endless words given joints."""
    if text.isascii() and len(text) < _SHORT and text.isprintable():
        return text
    plain = _SPACES.sub(" ", unicodedata.normalize("NFC", text))
    drawn = _FOREIGN.sub(_instead, plain)
    drawn = re.sub(r" {2,}", " ", drawn).strip(" ") if drawn != plain else drawn
    return _LONG.sub(lambda word: _JOINT.sub(_BREAK, word[0]), drawn)


def _instead(found: re.Match[str]) -> str:
    return "▯" if unicodedata.category(found[0])[0] in "LN" else ""
