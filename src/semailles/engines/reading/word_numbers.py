"""Numbers that Word counts by itself, as it shows them: « 2.1 », « a) », « Article III ». Bullets show none."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from docx.document import Document
from lxml.etree import _Element

from semailles.engines.reading.counting import written
from semailles.engines.reading.word_styles import qualified

_NUM_PR = f"{qualified('w:pPr')}/{qualified('w:numPr')}"
_STYLE = f"{qualified('w:pPr')}/{qualified('w:pStyle')}"
_DELETED = f"{qualified('w:pPr')}/{qualified('w:rPr')}/{qualified('w:del')}"
_P, _COPY = qualified("w:p"), qualified("mc:Fallback")
_FORMS = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
_LEVELS, _LONGEST_CHAIN = 9, 20


@dataclass(frozen=True, slots=True)
class _Level:
    form: str = "decimal"
    text: str = ""
    start: int = 1


@dataclass(slots=True)
class _List:
    """One abstract list, and how far each of its levels was counted."""

    levels: dict[int, _Level]
    counts: dict[int, int] = field(default_factory=dict)

    def next(self, level: int) -> str:
        self.counts[level] = self.counts.get(level, self._at(level).start - 1) + 1
        for deeper in [each for each in self.counts if each > level]:
            del self.counts[deeper]
        shown = self._at(level)
        if shown.form in ("bullet", "none"):
            return ""
        text = shown.text
        for above in range(level + 1):
            count = self.counts.setdefault(above, self._at(above).start)
            text = text.replace(f"%{above + 1}", written(count, _FORMS.get(self._at(above).form, "1")))
        return text.strip()

    def _at(self, level: int) -> _Level:
        return self.levels.get(level, _Level())


class WordNumbers:
    """The shown number of each paragraph that has one. Those of tables and boxes are counted where they stand."""

    def __init__(self, document: Document) -> None:
        self._of_styles: dict[str, tuple[str, int]] = {}
        self._shown: dict[_Element, str] = {}
        root = _numbering_root(document)
        if root is None:
            return
        self._lists = _lists(root)
        if not any(level.form not in ("bullet", "none") for each in self._lists.values() for level in each.levels.values()):
            return
        self._styles = {style.get(qualified("w:styleId")) or "": style for style in document.styles.element.iter(qualified("w:style"))}
        copies = {copy for fallback in document.element.body.iter(_COPY) for copy in fallback.iter(_P)}
        for paragraph in document.element.body.iter(_P):
            shown = "" if paragraph in copies else self._next(paragraph)
            if shown:
                self._shown[paragraph] = shown

    def before(self, paragraph: _Element) -> str:
        return self._shown.get(paragraph, "")

    def _next(self, paragraph: _Element) -> str:
        if paragraph.find(_DELETED) is not None:
            return ""
        number, level = self._place(paragraph)
        found = self._lists.get(number)
        return found.next(level) if found is not None else ""

    def _place(self, paragraph: _Element) -> tuple[str, int]:
        """The list and the level: the paragraph's own, else its style's."""
        own = paragraph.find(_NUM_PR)
        style = paragraph.find(_STYLE)
        number, level = self._of_style((style.get(qualified("w:val")) or "") if style is not None else "")
        if own is None:
            return number, level
        return _value(own, "w:numId") or number, _level(own, level)

    def _of_style(self, name: str) -> tuple[str, int]:
        if name not in self._of_styles:
            self._of_styles[name] = self._sought(name)
        return self._of_styles[name]

    def _sought(self, name: str) -> tuple[str, int]:
        wanted, number, level = name, "", -1
        for _ in range(_LONGEST_CHAIN):
            style = self._styles.get(name)
            if style is None:
                break
            numbering = style.find(_NUM_PR)
            if numbering is not None:
                number = number or _value(numbering, "w:numId")
                level = _level(numbering, level) if level < 0 else level
            based_on = style.find(qualified("w:basedOn"))
            name = (based_on.get(qualified("w:val")) or "") if based_on is not None and not number else ""
        return number, max(level, 0) if wanted else 0


def _numbering_root(document: Document) -> _Element | None:
    for relation in document.part.rels.values():
        if relation.reltype.endswith("/numbering") and not relation.is_external:
            return getattr(relation.target_part, "element", None)
    return None


def _lists(root: _Element) -> dict[str, _List]:
    """By number of list; those of one abstract list go on counting together, unless one says where it starts."""
    abstract = {each.get(qualified("w:abstractNumId")): _List(dict(_levels(each))) for each in root.iter(qualified("w:abstractNum"))}
    lists: dict[str, _List] = {}
    for instance in root.iter(qualified("w:num")):
        shared = abstract.get(_value(instance, "w:abstractNumId"))
        if shared is None:
            continue
        overrides = dict(_overrides(instance, shared.levels))
        lists[instance.get(qualified("w:numId")) or ""] = _List({**shared.levels, **overrides}) if overrides else shared
    return lists


def _levels(parent: _Element) -> Iterator[tuple[int, _Level]]:
    for level in parent.iter(qualified("w:lvl")):
        start = _value(level, "w:start")
        shown = _Level(_value(level, "w:numFmt") or "decimal", _value(level, "w:lvlText"), int(start) if start.isdigit() else 1)
        yield min(int(level.get(qualified("w:ilvl")) or 0), _LEVELS), shown


def _overrides(instance: _Element, levels: Mapping[int, _Level]) -> Iterator[tuple[int, _Level]]:
    for override in instance.iter(qualified("w:lvlOverride")):
        rank = int(override.get(qualified("w:ilvl")) or 0)
        known = dict(_levels(override)).get(rank, levels.get(rank, _Level()))
        start = _value(override, "w:startOverride")
        yield rank, _Level(known.form, known.text, int(start) if start.isdigit() else known.start)


def _level(numbering: _Element, inherited: int) -> int:
    value = _value(numbering, "w:ilvl")
    return int(value) if value.isdigit() else max(inherited, 0)


def _value(parent: _Element, name: str) -> str:
    child = parent.find(qualified(name))
    return (child.get(qualified("w:val")) or "") if child is not None else ""
