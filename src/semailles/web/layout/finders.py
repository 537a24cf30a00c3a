"""Where sheets and scripts come from: the folder of each page, and installed packages. Nothing of theirs is copied into ours."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, ClassVar

import allauth
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
    """Scripts of the packages that ship them, by the address that pages know them under: htmx, and those of passkeys."""

    folders: ClassVar[dict[str, Path]] = {
        "packaged": Path(django_htmx.__file__).parent / "static" / "django_htmx",
        "mfa": Path(allauth.__file__).parent / "mfa" / "static" / "mfa",
        "account": Path(allauth.__file__).parent / "account" / "static" / "account",
    }
    scripts = (
        "packaged/htmx-2.min.js",
        "mfa/js/webauthn-json.js",
        "mfa/js/webauthn.js",
        "mfa/js/recovery_codes.js",
        "account/js/onload.js",
    )

    def find(self, path: str, find_all: bool = False, **_: Any) -> Any:
        prefix, _slash, name = path.partition("/")
        found = [str(self.folders[prefix] / name)] if path in self.scripts else []
        return found if find_all else next(iter(found), None)

    def list(self, ignore_patterns: Iterable[str] | None) -> Found:
        for script in self.scripts:
            prefix, _slash, name = script.partition("/")
            storage = FileSystemStorage(location=self.folders[prefix])
            storage.prefix = prefix  # type: ignore[attr-defined]  # read by collectstatic
            yield name, storage
