"""Where sheets and scripts come from: the folder of each page, and two installed packages. Nothing of theirs is copied into ours."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import django_htmx
from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.files.storage import FileSystemStorage

Found = Iterator[tuple[str, FileSystemStorage]]
SHEETS = (".css", ".js", ".svg")


class PageSheets(BaseFinder):
    """`pages/<page>/<name>.css` beside the page's views; its Python and HTML are never served."""

    def find(self, path: str, find_all: bool = False, **_: Any) -> Any:
        wanted = settings.PAGES / path.removeprefix("pages/")
        found = [str(wanted)] if path.startswith("pages/") and wanted.suffix in SHEETS and wanted.is_file() else []
        return found if find_all else next(iter(found), None)

    def list(self, ignore_patterns: Iterable[str] | None) -> Found:
        storage = FileSystemStorage(location=settings.PAGES)
        storage.prefix = "pages"  # type: ignore[attr-defined]  # read by collectstatic
        for sheet in sorted(settings.PAGES.rglob("*")):
            if sheet.suffix in SHEETS:
                yield str(sheet.relative_to(settings.PAGES)), storage


class PackagedScripts(BaseFinder):
    """htmx, from the package that ships it."""

    folder = Path(django_htmx.__file__).parent / "static" / "django_htmx"
    scripts = ("htmx-2.min.js",)

    def find(self, path: str, find_all: bool = False, **_: Any) -> Any:
        found = [str(self.folder / name) for name in self.scripts if path == f"packaged/{name}"]
        return found if find_all else next(iter(found), None)

    def list(self, ignore_patterns: Iterable[str] | None) -> Found:
        storage = FileSystemStorage(location=self.folder)
        storage.prefix = "packaged"  # type: ignore[attr-defined]  # read by collectstatic
        for name in self.scripts:
            yield name, storage
