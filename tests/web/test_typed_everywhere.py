"""Whatever people typed, wherever it is kept, is words on every page and in every file that shows it: never a tag, a script or a formula."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db.models import CharField, F, Field, Model, TextField, Value
from django.db.models.functions import Concat
from django.test import Client
from tests.web.scene import Scene
from tests.web.test_access import MATRIX, address

TAG = " <img src=x onerror=alert(1)><script>alert(1)</script>\"'><svg/onload=alert(1)> [lien](javascript:alert(1)) {{ 7 }}"
ALIVE = re.compile(r"<img src=x|<script>alert|<svg/onload|href=[\"']?\s*javascript:", re.IGNORECASE)
FORMULA = '=HYPERLINK("https://evil.example","x") '
RUN = re.compile(r"^\s*[=+\-@]")
NUMBER = re.compile(r"^[+-]?\d+(?:[.,]\d+)?$")
SHORTEST = 100  # below, a column holds a word of ours
OURS = frozenset({"slug", "time_zone", "frame_key", "content", "key", "subject_kind", "owner_kind", "query", "proof_sha256", "password"})
FROM_THE_TEXT = frozenset({"quote", "surface", "text", "body"})  # told by their places in a text
READ = sorted(route for route, row in MATRIX.items() if row.get("post") is None and row.get("local", 200) == 200)
ON_PAPER = (".pdf", ".docx", ".zip")  # set by writers that have their own tests
TABLES = ("map-workbook", "map-table", "projects-export", "actors-export")


def words_kept() -> list[tuple[type[Model], str]]:
    """Every column that holds what people typed or what a document said."""
    ours = [model for model in apps.get_models() if model.__module__.startswith("semailles.")]
    return [(model, one.name) for model in ours for one in model._meta.get_fields() if isinstance(one, Field) and _is_typed(one)]


def _is_typed(field: "Field[Any, Any]") -> bool:
    holds_words = isinstance(field, TextField) or (isinstance(field, CharField) and (field.max_length or SHORTEST) >= SHORTEST)
    return holds_words and not field.choices and not field.unique and field.name not in OURS


def type_after(words: str) -> None:
    for model, name in words_kept():
        model._default_manager.exclude(**{name: ""}).update(**{name: Concat(F(name), Value(words))})


def type_before(words: str) -> None:
    for model, name in words_kept():
        if name not in FROM_THE_TEXT:
            model._default_manager.exclude(**{name: ""}).update(**{name: Concat(Value(words), F(name))})


def answers(browser: Client, asked: dict[str, str]) -> Iterator[tuple[str, str, bytes]]:
    for route, url in asked.items():
        answer = browser.get(url)
        assert (route, answer.status_code) == (route, 200)
        yield route, answer["Content-Type"], b"".join(answer.streaming_content) if answer.streaming else answer.content
        answer.close()


def cells_of(content: bytes) -> list[str]:
    return [cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig")), delimiter=";") for cell in row]


def computed(content: bytes) -> list[str]:
    """The sheets of a workbook that hold a formula."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return [name for name in book.namelist() if b"<f>" in book.read(name)]


def test_no_page_lets_what_was_typed_act(scene: Scene, browser: Client) -> None:
    asked = {route: url for route in READ if not (url := address(route, scene)).endswith(ON_PAPER)}
    type_after(TAG)

    pages = {route: content.decode() for route, kind, content in answers(browser, asked) if "html" in kind or "svg" in kind}

    assert {route: found[0] for route, page in pages.items() if (found := ALIVE.search(page))} == {}
    assert sum("&lt;script&gt;alert(1)" in page for page in pages.values()) > 60


def test_no_table_lets_a_spreadsheet_compute_what_was_typed(scene: Scene, browser: Client) -> None:
    asked = {route: address(route, scene) for route in TABLES} | {"portfolio": "/porter/portefeuille.xlsx"}
    type_before(FORMULA)

    files = [(kind, content) for _, kind, content in answers(browser, asked)]
    files.append(("csv", browser.post(address("contacts-export", scene)).content))
    cells = [cell for kind, content in files if "csv" in kind for cell in cells_of(content)]

    assert [cell for cell in cells if RUN.match(cell) and not NUMBER.match(cell)] == []
    assert [name for kind, content in files if "csv" not in kind for name in computed(content)] == []
    assert len([cell for cell in cells if cell.startswith("'=HYPERLINK")]) > 20
