"""Every sentence of the code has its French one."""

import io
import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract, extract_from_dir
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

KEYWORDS = {
    **dict.fromkeys(("_", "gettext", "gettext_lazy", "gettext_noop"), None),
    **dict.fromkeys(("ngettext", "ngettext_lazy"), (1, 2)),
    **dict.fromkeys(("pgettext", "pgettext_lazy"), ((1, "c"), 2)),
}
VALUE = re.compile(r"%\(\w+\)")
FRENCH_COLON = re.compile(r"[\s\xa0\u202f]:[\s<{]")  # not « :page= », which a component is given
HEAD = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n"Plural-Forms: nplurals=2; plural=(n > 1);\\n"\n\n'


def said(folder: Path) -> list[str]:
    """Every sentence that the code marks for translation; of a plural, its singular."""
    found = [message for _, _, message, _, _ in extract_from_dir(folder, [("**.py", "python")], keywords=KEYWORDS)]
    for page in sorted(folder.rglob("*.html")):
        found += [message for _, message, _, _ in extract("python", io.BytesIO(templatize(page.read_text()).encode()), keywords=KEYWORDS)]
    return [message if isinstance(message, str) else message[0] for message in found]


def bare_words(page: str) -> list[str]:
    """Words of a template that a reader sees and nobody translates; the product's own name is the same everywhere."""
    text = re.sub(
        r"\{%\s*(?:comment|blocktranslate).*?%\}.*?\{%\s*end(?:comment|blocktranslate)\s*%\}|\{[{%#].*?[}%#]\}", "", page, flags=re.DOTALL
    )
    text = re.sub(
        r"<(script|style|svg|title|kbd)\b.*?</\1>|<(\w+)[^>]*\blang=\"(?:fr|en)\"[^>]*>.*?</\2>", "", text, flags=re.DOTALL
    )  # a language is named in itself
    said = [*re.findall(r'\b(?:aria-label|title|alt|placeholder)="([^"{}<]+)"', text), *re.split(r"<[^>]*>", text)]
    return [words.strip() for words in said if re.search(r"[^\W\d_]{2,}", words.replace("Semailles", ""))]


def untranslated(sentences: Iterable[str], catalogue: Catalog) -> list[str]:
    known = {message.id if isinstance(message.id, str) else message.id[0] for message in catalogue if message.id}
    return sorted(set(sentences) - known)


def unfinished(catalogue: Catalog) -> list[str]:
    """Entries that are empty, doubtful, or do not name the same values as their sentence."""
    entries = [message for message in catalogue if message.id]
    return [
        _forms(message.id)[0]
        for message in entries
        if message.fuzzy or not all(_forms(message.string)) or _values(message.id) != _values(message.string)
    ]


def _values(text: str | tuple[str, ...]) -> set[str]:
    return {value for form in _forms(text) for value in VALUE.findall(form)}


def _forms(string: str | tuple[str, ...]) -> tuple[str, ...]:
    return (string,) if isinstance(string, str) else string


def catalogue_at(path: Path) -> Catalog:
    with path.open("rb") as stream:
        return read_po(stream, locale="fr")


@pytest.fixture(scope="module")
def french() -> Catalog:
    return catalogue_at(Path(__file__).resolve().parents[2] / "src/semailles/locale/fr/LC_MESSAGES/django.po")


def test_every_sentence_of_the_code_is_in_the_french_catalogue(root: Path, french: Catalog) -> None:
    assert untranslated(said(root / "src"), french) == []


def test_a_sentence_without_french_is_found(tmp_path: Path) -> None:
    (tmp_path / "page.py").write_text('a = _("Sown")\nb = ngettext("%(n)d seed", "%(n)d seeds", n)\nc = translation.gettext("Reaped")\n')
    (tmp_path / "fr.po").write_text(HEAD + 'msgid "Sown"\nmsgstr "Semé"\n')

    assert untranslated(said(tmp_path), catalogue_at(tmp_path / "fr.po")) == ["%(n)d seed", "Reaped"]


def test_a_sentence_of_a_page_without_french_is_found(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(
        '<c-head title="{% translate "Sown" %}" />{% blocktranslate count n=2 %}{{ n }} seed{% plural %}{{ n }} seeds{% endblocktranslate %}'
    )
    (tmp_path / "fr.po").write_text(HEAD + 'msgid "Sown"\nmsgstr "Semé"\n')

    assert untranslated(said(tmp_path), catalogue_at(tmp_path / "fr.po")) == ["%(n)s seed"]


def test_no_page_says_words_that_nobody_translates(root: Path) -> None:
    pages = sorted((root / "src/semailles/web").rglob("*.html"))

    assert pages != []
    assert {str(page): found for page in pages if (found := bare_words(page.read_text()))} == {}


def test_a_page_with_bare_words_is_found() -> None:
    page = '<p title="Champ">{% translate "Sown" %} <b lang="{{ lang }}">Semailles</b> récolte</p><style>a</style>{{ word }} · 12'

    assert bare_words(page) == ["Champ", "récolte"]


def test_no_french_sentence_is_empty_doubtful_or_lacks_a_value(french: Catalog) -> None:
    assert unfinished(french) == []


def test_an_unfinished_french_sentence_is_found(tmp_path: Path) -> None:
    lacking = '#, python-format\nmsgid "%(n)d seeds"\nmsgstr "graines"\n'
    entries = ('msgid "Empty"\nmsgstr ""\n', '#, fuzzy\nmsgid "Doubtful"\nmsgstr "Sûr"\n', lacking, 'msgid "Sown"\nmsgstr "Semé"\n')
    (tmp_path / "fr.po").write_text(HEAD + "\n".join(entries))

    assert unfinished(catalogue_at(tmp_path / "fr.po")) == ["Empty", "Doubtful", "%(n)d seeds"]


def test_no_page_sets_a_french_space_before_a_colon_in_every_language(root: Path) -> None:
    """« {% colon %} » sets it in French only, in what only a screen reader says too."""
    pages = sorted((root / "src/semailles/web").rglob("*.html"))

    assert [(page.name, found) for page in pages for found in FRENCH_COLON.findall(page.read_text())] == []
    assert FRENCH_COLON.findall('<span class="hidden"> : {{ one }}</span> {{ a }} :<b> 12:30 <c-pager :page="page" />') == [" : ", " :<"]


def test_no_sentence_of_the_code_sets_a_french_space_before_a_colon(root: Path) -> None:
    """In English there is none: the catalogue sets it."""
    assert [sentence for sentence in said(root / "src") if FRENCH_COLON.search(sentence)] == []
