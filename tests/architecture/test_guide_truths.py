"""What the guide gives to copy works, what it names exists, its links hold."""

import re
from pathlib import Path

import pytest
from tests.architecture.test_guide import PAIRS, read

from semailles.engines.blocks import BlockKind
from semailles.engines.reading.opening import _KINDS, _OLD_KINDS
from semailles.engines.reading.sniffing import OLD_FORMATS
from semailles.web.pages.guide.chapters import FILES, written_anchor

LINK = re.compile(r"(?<!!)\[[^\]]+\]\((?P<file>[^)#]*)#?(?P<anchor>[^)]*)\)")
TITLE = re.compile(r"^#+ (.+)$", re.MULTILINE)
EXAMPLE = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)
VARIABLE = re.compile(r"^\| `([A-Z][A-Z0-9_]+)` \|", re.MULTILINE)
KEY = re.compile(r"^\| `([a-z]+)` \| (.*?)\|", re.MULTILINE)
SCRIPT = re.compile(r"^(script/[a-z]+)", re.MULTILINE)


def lost(root: Path, page: Path) -> list[str]:
    """Links of a page to a file or a title that is not there."""
    found = []
    for link in LINK.finditer(page.read_text()):
        file = page.parent / link["file"] if link["file"] else page
        anchors = {written_anchor(title) for title in TITLE.findall(file.read_text())} if file.is_file() else set()
        if not file.exists() or (link["anchor"] and link["anchor"] not in anchors):
            found.append(link[0])
    return found


def test_every_link_of_the_guide_leads_to_a_page_and_a_title_that_exist(root: Path) -> None:
    pages = [root / "docs" / lang / pair[rank] for pair in PAIRS for rank, lang in enumerate(("fr", "en"))]

    assert {page.name: wrong for page in [*pages, root / "README.md"] if (wrong := lost(root, page))} == {}


def test_a_link_that_leads_nowhere_is_found(root: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# Une page\n\n## Où l’on va\n\n[ici](#où-lon-va) [là](#nulle-part) [ailleurs](absente.md)\n")

    assert lost(root, page) == ["[là](#nulle-part)", "[ailleurs](absente.md)"]


def test_the_product_shows_every_page_of_the_guide_and_no_other() -> None:
    assert sorted(FILES.values()) == sorted(PAIRS)


def test_both_languages_describe_the_same_settings(root: Path) -> None:
    """A new setting: a row in `docs/settings.md`, which is French, and the same one in `docs/en/settings.md`."""
    french, english = (root / "docs/settings.md").read_text(), (root / "docs/en/settings.md").read_text()

    assert VARIABLE.findall(french) == VARIABLE.findall(english)
    assert [key for key, _said in KEY.findall(french)] == [key for key, _said in KEY.findall(english)]


def test_scripts_that_the_guide_has_typed_can_be_run(root: Path) -> None:
    typed = {line for pair in PAIRS for text in read(root, pair) for line in SCRIPT.findall(text)}

    assert {name for name in typed if not (root / name).stat().st_mode & 0o100} == set()
    assert typed >= {"script/demo", "script/setup"}


@pytest.mark.parametrize("page", ["fr/developper.md", "en/developing.md"])
def test_the_reader_given_as_an_example_reads(root: Path, page: str) -> None:
    (example,) = EXAMPLE.findall((root / "docs" / page).read_text())
    names: dict[str, object] = {}
    exec(example, names)  # noqa: S102  # what the guide gives to copy, and nothing else
    reader = names["read_subtitles"]
    assert callable(reader)

    document = reader(
        "1\r\n00:00:01 --> 00:00:04\r\nIl faudrait une légumerie\r\npour les cantines.\r\n\r\n2\r\n00:00:05 --> 00:00:06\r\nOui.\r\n".encode()
    )

    assert [(block.text, block.kind, block.locator.paragraph) for block in document.blocks] == [
        ("Il faudrait une légumerie pour les cantines.", BlockKind.PARAGRAPH, 1),
        ("Oui.", BlockKind.PARAGRAPH, 2),
    ]


@pytest.mark.parametrize(("page", "title"), [("fr/recueillir.md", "Ce qui se lit"), ("en/gathering.md", "What can be read")])
def test_every_format_that_is_read_is_told(root: Path, page: str, title: str) -> None:
    told = set(re.findall(r"\b[a-z]{2,5}\b", (root / "docs" / page).read_text().partition(f"### {title}")[2].partition("\n\n## ")[0]))
    as_people_say = {"jpeg": "jpg"}

    assert {
        as_people_say.get(kind, kind)
        for kind in [*_KINDS.values(), *(one.removeprefix(".") for one in OLD_FORMATS if one not in _OLD_KINDS)]
    } - told == set()
