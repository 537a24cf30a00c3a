"""Figures raised above the line: the call of a note, which nobody says, or the power of a unit, which everybody does."""

import re

POWERS = {"2": "²", "3": "³"}
_CALL = re.compile(r"[(\[]?\d{1,3}[)\]]?$")
_UNIT = re.compile(r"(?:^|[\s\d(/])[kcdhm]?m$")


def ends_with_unit(text: str) -> bool:
    return _UNIT.search(text) is not None


def raised(text: str, before: str) -> str:
    """What a raised text adds to the words before it: « m2 » is « m² », the number of a note is nothing, « 1er » stays."""
    if not _CALL.match(text.strip()) or not before[-1:].strip() or before[-1].isdigit():
        return text
    return POWERS.get(text.strip(), "") if ends_with_unit(before) else ""
