"""French spaces and signs: one pass over plain strings, for every output. Running it twice changes nothing.

Rules of the Lexique des règles typographiques en usage à l'Imprimerie nationale: narrow no-break space before ; ! ? and inside « »,
no-break space before : % and €, groups of three digits, numbers glued to their unit. Addresses, file names and times stay as they are.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from decimal import Decimal
from enum import Enum
from typing import TypeVar, cast

THIN, HARD = "\u202f", "\u00a0"
_SPACE = f"[ {HARD}{THIN}]"
_UNITS = (
    "€|%|‰|km²|km/h|km|m²|m³|mm|cm|m|ha|MWh|GWh|TWh|kWh|MW|kW|tCO₂e?|tCO2e?|kgCO₂e?|kg|ETP|h|t|k€|M€|ans?|mois|jours?|semaines?|heures?|minutes?|"
    "euros?|hectares?|kilomètres?|mètres?|tonnes?|millions?|milliards?"
)
_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|janv|févr|juil|sept|oct|nov|déc"
_FILE = r"pdf|docx?|odt|pptx?|odp|xlsx?|ods|csv|md|txt|html?|eml|json|toml|zip|png|jpe?g|svg|geojson|rtf"
_HELD = "\ue000"
_LEFT_ALONE = re.compile(
    rf"{_HELD}|\b(?:https?|ftp|mailto):\S+|\bwww\.\S+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|[\w][\w./\\()'-]*\.(?:{_FILE})\b|\b\d{{1,2}}:\d{{2}}(?::\d{{2}})?\b"
)

_AFTER = rf"(?<=[\w{_HELD})\]»”’…€%‰°²³₂.])"

_New = str | Callable[[re.Match[str]], str]
# What a text must hold for a rule to be tried: one of these signs, a figure (« 0 »), or nothing.
_FRENCH: tuple[tuple[str, str, _New], ...] = (
    ("'", r"(?<=\w)'(?=\w)", "’"),
    (".", r"(?<!\.)\.\.\.(?!\.)", "…"),
    ("0", rf"\b(pp?\.){_SPACE}?(?=\d)", rf"\1{HARD}"),
    ("0", rf"§{_SPACE}?(?=\d)", f"§{HARD}"),
    ("0", rf"\b[nN][o°]{_SPACE}?(?=\d)", f"n°{HARD}"),
    ("«", rf"«{_SPACE}*(?=\S)", f"«{THIN}"),
    ("»", rf"(?<=[^\s«]){_SPACE}*»", f"{THIN}»"),
    (":", rf"{_AFTER}{_SPACE}*:(?=\s|$)", f"{HARD}:"),
    (";!?", rf"{_AFTER}{_SPACE}*([;!?]+)(?=[\s»).,…\]’”]|$)", rf"{THIN}\1"),
    ("0", rf"(?<![\w.,/-])[1-9]\d{{3,8}}(?={_SPACE}*(?:€|euros?\b))", lambda found: grouped(int(found[0]), "fr")),
    ("0", rf"(?<!\d)(?<!\d{_SPACE})\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)", lambda found: THIN.join(found[0].split())),
    ("0", rf"(?<=\d){_SPACE}*(?=[€%‰](?!\w))", HARD),
    ("0", rf"(?<=\d){_SPACE}(?=(?:{_UNITS})(?!\w))", HARD),
    ("0", rf"(?<=\d{HARD}h){_SPACE}(?=\d{{2}}\b)", HARD),
    ("0", rf"\b(\d{{1,2}}|1er){_SPACE}(?=(?:{_MONTHS})\b)", rf"\1{HARD}"),
    ("0", rf"\b((?:{_MONTHS})\.?){_SPACE}(?=\d{{4}}\b)", rf"\1{HARD}"),
    ("", rf"\b(M\.|Mme|Dr|art\.|chap\.|fig\.|diapo|ligne|[Pp]rojet|[Ff]iche){_SPACE}(?=\d|[A-ZÉ])", rf"\1{HARD}"),
)
_ENGLISH: tuple[tuple[str, str, _New], ...] = (
    ("'", r"(?<=\w)'(?=\w)", "’"),
    (".", r"(?<!\.)\.\.\.(?!\.)", "…"),
    ("«", rf"«{_SPACE}*", "“"),
    ("»", rf"{_SPACE}*»", "”"),
    ("0", rf"\b(pp?\.){_SPACE}?(?=\d)", rf"\1{HARD}"),
    ("0", rf"§{_SPACE}?(?=\d)", f"§{HARD}"),
)
_Rules = tuple[tuple[frozenset[str], re.Pattern[str], _New], ...]


def _compiled(rules: tuple[tuple[str, str, _New], ...]) -> _Rules:
    return tuple((frozenset(needs), re.compile(pattern), new) for needs, pattern, new in rules)


_FRENCH_RULES, _ENGLISH_RULES = _compiled(_FRENCH), _compiled(_ENGLISH)
_PAIR = re.compile(r'(?<![\w"])"(?=[^\s"”»])([^"]*[^\s"])"(?![\w"])')
_FIGURE = re.compile(r"\d")
_MAY_STAY = re.compile(rf"{_HELD}|://|mailto:|www\.|@|\w\.\w|\d:\d")
_DOCUMENT = re.compile(rf"^(.*\.(?:{_FILE}))\b(.*)$", re.DOTALL)

T = TypeVar("T")


def french(text: str) -> str:
    """`text` with the spaces and signs of French typography; its words are untouched."""
    return _ruled(text, _FRENCH_RULES, "fr")


def english(text: str) -> str:
    """The light pass: apostrophes, quotation marks, ellipses."""
    return _ruled(text, _ENGLISH_RULES, "en")


def set_text(text: str, lang: str) -> str:
    return french(text) if lang == "fr" else english(text)


def set_source(source: str, lang: str) -> str:
    """« Compte rendu : fin.docx, p. 12 »: the file's name as it is, the place set."""
    found = _DOCUMENT.match(source)
    return found[1] + set_text(found[2], lang) if found else set_text(source, lang)


def typeset(tree: T, lang: str) -> T:
    """A tree of frozen dataclasses, tuples and mappings, each of its strings set in `lang`; names of source files stay as they are."""
    return cast(T, _over(tree, lang))


def guillemets(lang: str) -> tuple[str, str]:
    """What opens and closes a quotation."""
    return (f"«{THIN}", f"{THIN}»") if lang == "fr" else ("“", "”")


def joint(before: str, text: str, lang: str) -> str:
    """What stands between two statements that follow each other: a comma takes no space, high signs take theirs."""
    if not before or before[-1] in "([" or not text or text[0] in ",.)]”":
        return ""
    if text[0] in ";!?:»":
        return "" if lang != "fr" else HARD if text[0] == ":" else THIN
    return " "


def grouped(number: int, lang: str) -> str:
    """12000 → « 12 000 » or "12,000"."""
    return f"{number:,}".replace(",", THIN) if lang == "fr" else f"{number:,}"


def euros(amount: int | Decimal, lang: str) -> str:
    """As each language writes them; cents only where there are some."""
    whole, cents = divmod(abs(Decimal(amount)), 1)
    sign = "−" if amount < 0 else ""
    spelled = f"{cents:.2f}"[2:] if cents else ""
    if lang == "fr":
        return f"{sign}{grouped(int(whole), lang)}{f',{spelled}' if spelled else ''}{HARD}€"
    return f"{sign}€{grouped(int(whole), lang)}{f'.{spelled}' if spelled else ''}"


def _ruled(text: str, rules: _Rules, lang: str) -> str:
    if not _MAY_STAY.search(text):
        return _passed(_paired(text, lang), rules)
    held = _LEFT_ALONE.findall(text)
    pieces = _passed(_paired(_LEFT_ALONE.sub(_HELD, text), lang), rules).split(_HELD)
    return "".join(piece + kept for piece, kept in zip(pieces, [*held, ""], strict=True))


def _paired(text: str, lang: str) -> str:
    """Straight double quotes turned in pairs, inner pairs first; one that stands alone stays."""
    opening, closing = guillemets(lang)
    found = 1 if '"' in text else 0
    while found:
        text, found = _PAIR.subn(rf"{opening}\1{closing}", text)
    return text


def _passed(text: str, rules: _Rules) -> str:
    signs = set(text)
    if _FIGURE.search(text):
        signs.add("0")
    for needs, pattern, new in rules:
        if not needs or not needs.isdisjoint(signs):
            text = pattern.sub(new, text)
    return text


def _over(value: object, lang: str) -> object:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return set_text(value, lang)
    if isinstance(value, tuple):
        return tuple(_over(item, lang) for item in value)
    if isinstance(value, Mapping):
        return {name: _over(item, lang) for name, item in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _field(f.name, getattr(value, f.name), lang) for f in fields(value)})
    return value


def _field(name: str, value: object, lang: str) -> object:
    return set_source(value, lang) if name == "source" and isinstance(value, str) else _over(value, lang)
