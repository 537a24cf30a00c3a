"""Numbers of lists and headings that an OpenDocument text counts by itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element

from semailles.engines.reading.counting import written
from semailles.engines.reading.writer_styles import qualified

_LIST, _ITEM, _HEADER = qualified("text:list"), qualified("text:list-item"), qualified("text:list-header")
_P, _H = qualified("text:p"), qualified("text:h")
_NAME, _LEVEL, _STYLE = qualified("style:name"), qualified("text:level"), qualified("text:style-name")
_FORM, _PREFIX, _SUFFIX = qualified("style:num-format"), qualified("style:num-prefix"), qualified("style:num-suffix")
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_OUTLINE = "outline"
_MOST_LEVELS = 10


@dataclass(frozen=True, slots=True)
class _Level:
    form: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int = 1
    shown: int = 1  # levels, the last included


Levels = Mapping[int, _Level]


@dataclass(slots=True)
class _Count:
    levels: Levels
    counts: dict[int, int] = field(default_factory=dict)

    def next(self, depth: int, start: str | None = None) -> str:
        level = self.levels.get(depth, _Level())
        self.counts[depth] = int(start) if start and start.isdigit() else self.counts.get(depth, level.start - 1) + 1
        for deeper in [each for each in self.counts if each > depth]:
            del self.counts[deeper]
        if not level.form:
            return ""
        shown = range(max(1, depth - level.shown + 1), depth + 1)
        forms = ((each, self.levels.get(each, _Level())) for each in shown)
        numbers = (written(self.counts.setdefault(each, above.start), above.form) for each, above in forms if above.form)
        return f"{level.prefix}{'.'.join(numbers)}{level.suffix}".strip()


class WriterNumbers:
    """The number shown before each paragraph that has one."""

    def __init__(self, content: _Element, styles: _Element | None) -> None:
        roots = [root for root in (styles, content) if root is not None]
        self._styles = {each.get(_NAME) or "": _levels(each) for root in roots for each in root.iter(qualified("text:list-style"))}
        outline = next((each for root in roots for each in root.iter(qualified("text:outline-style"))), None)
        self._outline = _Count(_levels(outline) if outline is not None else {})
        self._last: dict[str, _Count] = {}
        self._shown: dict[_Element, str] = {}
        if any(level.form for levels in (*self._styles.values(), self._outline.levels) for level in levels.values()):
            for body in content.iter(qualified("office:text")):
                self._read(body)

    def before(self, paragraph: _Element) -> str:
        return self._shown.get(paragraph, "")

    def _read(self, body: _Element) -> None:
        for element in body.iter(_LIST, _H):
            if element.tag == _LIST:
                if next(element.iterancestors(_ITEM, _HEADER, qualified("office:text"))).tag not in (_ITEM, _HEADER):
                    self._list(element, self._count_of(element), 1)
            elif next(element.iterancestors(_LIST), None) is None:
                self._keep(element, self._outline.next(_outline_level(element)))

    def _count_of(self, element: _Element) -> _Count:
        """A new count, unless the list says that it goes on another."""
        name = element.get(_STYLE) or ""
        goes_on = element.get(qualified("text:continue-list")) or (
            name if element.get(qualified("text:continue-numbering")) == "true" else ""
        )
        count = self._last.get(goes_on) or _Count(self._styles.get(name, {}))
        self._last[name] = self._last[element.get(_ID) or ""] = count
        return count

    def _list(self, element: _Element, count: _Count, depth: int) -> None:
        if depth > _MOST_LEVELS:
            return
        for item in element.iterchildren(_ITEM):
            inner = list(item.iterchildren(_P, _H, _LIST))
            if inner and inner[0].tag != _LIST:
                self._keep(inner[0], count.next(depth, item.get(qualified("text:start-value"))))
            for nested in item.iterchildren(_LIST):
                self._list(nested, count, depth + 1)

    def _keep(self, paragraph: _Element, shown: str) -> None:
        if shown:
            self._shown[paragraph] = shown


def _levels(style: _Element) -> dict[int, _Level]:
    return dict(_each_level(style))


def _each_level(style: _Element) -> Iterator[tuple[int, _Level]]:
    for level in style.iterchildren(qualified("text:list-level-style-number"), qualified("text:outline-level-style")):
        rank, start, shown = (level.get(qualified(name)) or "1" for name in ("text:level", "text:start-value", "text:display-levels"))
        if rank.isdigit() and start.isdigit() and shown.isdigit():
            yield int(rank), _Level(level.get(_FORM) or "", level.get(_PREFIX) or "", level.get(_SUFFIX) or "", int(start), int(shown))


def _outline_level(heading: _Element) -> int:
    level = heading.get(qualified("text:outline-level")) or "1"
    return int(level) if level.isdigit() else 1
