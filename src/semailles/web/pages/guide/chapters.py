"""The guide as it is written in `docs`, one file a chapter and a language; the wheel holds the same files."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

from django.utils.text import slugify
from markdown_it import MarkdownIt
from markdown_it.token import Token

HERE = Path(__file__).parent
LANGUAGES = ("fr", "en")
CONTENTS = "sommaire"
# Each chapter by the end of its address: its file in French, and in English.
FILES = {
    CONTENTS: ("README.md", "README.md"),
    "installer": ("installer.md", "installing.md"),
    "recueillir": ("recueillir.md", "gathering.md"),
    "converger": ("converger.md", "converging.md"),
    "porter": ("porter.md", "carrying.md"),
    "demarche": ("demarche.md", "process.md"),
    "publier": ("publier.md", "publishing.md"),
    "heberger": ("heberger.md", "hosting.md"),
    "commandes": ("commandes.md", "commands.md"),
    "reglages": ("reglages.md", "settings.md"),
    "developper": ("developper.md", "developing.md"),
}
_NOT_OF_AN_ANCHOR = re.compile(r"[^\w\- ]")


@dataclass(frozen=True, slots=True)
class Section:
    """`anchor`: the same in both languages, drawn from the French title. `written`: as links of the file say it, where forges number titles alike."""

    title: str
    anchor: str
    written: str
    is_under: bool


@dataclass(frozen=True, slots=True)
class Chapter:
    name: str
    title: str
    sections: tuple[Section, ...]
    tokens: tuple[Token, ...]

    @property
    def main_sections(self) -> tuple[Section, ...]:
        return tuple(section for section in self.sections if not section.is_under)


@cache
def chapter(name: str, lang: str) -> Chapter:
    """Both languages have the same titles in the same order: a test sees to it."""
    tokens = _parsed(name, lang)
    (title, _level), *titles = _titles(tokens)
    anchors = [slugify(french) for french, _level in _titles(_parsed(name, "fr"))[1:]]
    sections = tuple(Section(said, anchor, written_anchor(said), level > 1) for (said, level), anchor in zip(titles, anchors, strict=True))
    return Chapter(name, title, sections, tuple(_body(tokens, anchors)))


def chapter_of(file: str) -> str:
    """Whose file it is; nothing for a file that is no chapter. No two chapters share a name, but the contents with themselves."""
    return next((name for name, files in FILES.items() if file in files), "")


def written_anchor(title: str) -> str:
    """How a forge names the place of a title: small letters, accents kept, hyphens for spaces."""
    return _NOT_OF_AN_ANCHOR.sub("", title.lower()).replace(" ", "-")


@cache
def reader() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table")


@cache
def _parsed(name: str, lang: str) -> tuple[Token, ...]:
    file = HERE / lang / FILES[name][LANGUAGES.index(lang)]
    return tuple(reader().parse(file.read_text(encoding="utf-8")))


def _titles(tokens: tuple[Token, ...]) -> list[tuple[str, int]]:
    """Each title and how deep it stands: 0 for the chapter's own."""
    return [(plain(words), int(token.tag[1]) - 1) for token, words in pairwise(tokens) if token.type == "heading_open"]


def plain(words: Token) -> str:
    return "".join(child.content for child in words.children or ())


def _body(tokens: tuple[Token, ...], anchors: list[str]) -> Iterator[Token]:
    """Without the chapter's title, which the page says, nor the line that leads to the other language, which the foot does."""
    left = iter(anchors)
    for token in tokens[6 if _starts_with_the_other_language(tokens) else 3 :]:
        if token.type == "heading_open":
            yield token.copy(attrs={"id": next(left)})
        else:
            yield token


def _starts_with_the_other_language(tokens: tuple[Token, ...]) -> bool:
    first = tokens[4].children or []
    return bool(first) and first[0].type == "em_open"
