"""Bytes → text, for the files of people who never chose an encoding."""

import codecs
import re

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_FRENCH_SIGNS = frozenset("éèêëàâçùûîïôœÉÈÀÇ’«»–€")
_MISPLACED = re.compile(
    r"[a-zà-ÿœ][À-ÖØ-ÞŒŸ]|[^\W\d_][^\w\s!-~’‘–—\u00a0·°²³€»«“”…][^\W\d_]|[Çç](?![aouâôûAOUÂÔÛ])|[\x80-\x9f\ufffd¤½¼¾¸´¨¦‚„ƒ]"
    r"|[a-z]–[a-z]|\b[A-Z][À-ÖØ-Þ][a-zà-ÿ]|[A-Z][à-ÿ][A-ZÀ-Þ]|à[a-z]|\b(?:ê(?!t[er])|ë)|[ou]â|(?<=[^\W\d_ljçLJÇ])à|(?<!\w)[ÈùÑ](?!\w)|[¡¿]|[ýþðØ˜×ò◊˝](?!\s)"
)  # « dŽpart », « d,part », « c½ur », « m–res », « BÉtir », « RêNOVATION », « màme », « êvry », « Noâl »
_LEGACY = ("cp1252", "iso-8859-15", "mac_roman", "cp850")


def decode(content: bytes, *, partial: bool = False) -> str:
    """UTF-8 or UTF-16 when the bytes allow it, else the legacy encoding that reads most like French. `partial`: the end may be cut."""
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return content.decode(encoding, errors="replace")
    silent = _utf16_without_mark(content)
    if silent:
        return content.decode(silent, errors="replace")
    try:
        return codecs.getincrementaldecoder("utf-8")().decode(content, final=not partial)
    except UnicodeDecodeError:
        return _decode_damaged(content)


def _utf16_without_mark(content: bytes) -> str:
    sample = content[:4000]
    if len(sample) < 4:  # noqa: PLR2004 - two characters at least
        return ""
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = sample[offset::2]
        if half.count(0) > len(half) * 0.7 and sample[1 - offset :: 2].count(0) < len(half) * 0.1:
            return encoding
    return ""


def _decode_damaged(content: bytes) -> str:
    """A few broken bytes in UTF-8 stay UTF-8; many mean another encoding."""
    tolerant = content.decode("utf-8", errors="replace")
    broken = tolerant.count("\ufffd")
    beyond_ascii = sum(1 for sign in tolerant if sign > "\x7f")
    if broken * 10 <= beyond_ascii:
        return tolerant
    candidates = [content.decode(encoding, errors="replace") for encoding in _LEGACY]
    return max(candidates, key=_likeness)


def _likeness(text: str) -> int:
    """To French: its signs, less what stands where no French sign would."""
    return sum(1 for sign in text if sign in _FRENCH_SIGNS) - 2 * sum(1 for _ in _MISPLACED.finditer(text))
