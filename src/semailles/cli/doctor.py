"""`semailles doctor`: what this machine has, what it lacks, and the remedy."""

import argparse
import importlib.metadata
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from semailles.cli.opening import set_up
from semailles.cli.terminal import say, say_json
from semailles.cli.wording import LOCALE

OLDEST_PYTHON = (3, 11)
OLDEST_SQLITE = (3, 31)
LEAST_ROOM = 500 * 2**20
LIBRARIES = (
    "Django",
    "typst",
    "pypdfium2",
    "python-docx",
    "python-pptx",
    "python-calamine",
    "lxml",
    "selectolax",
    "markdown-it-py",
    "scipy",
    "PyStemmer",
    "granian",
    "whitenoise",
)
HELPERS = {"soffice": "libreoffice", "tesseract": "tesseract-ocr tesseract-ocr-fra"}


@dataclass(frozen=True, slots=True)
class Finding:
    """`is_needed`: without it the main job cannot be done."""

    name: str
    is_fine: bool
    said: str
    is_needed: bool = True


def doctor(arguments: argparse.Namespace, lang: str) -> int:
    set_up(lang)
    findings = list(_findings())
    for finding in findings:
        mark = "✓" if finding.is_fine else "✗" if finding.is_needed else "–"
        say(f"{mark} {finding.name} : {finding.said}")
    is_fine = all(finding.is_fine for finding in findings if finding.is_needed)
    if arguments.json:
        say_json({"ok": is_fine, "findings": [asdict(finding) for finding in findings]})
    return 0 if is_fine else 1


def _findings() -> Iterator[Finding]:
    from django.utils.translation import gettext as _

    upgrade = _("too old: %(needed)s or newer is needed")
    python = sys.version_info[:3]
    yield Finding(
        "Python", python >= OLDEST_PYTHON, ".".join(map(str, python)) if python >= OLDEST_PYTHON else upgrade % {"needed": "3.11"}
    )
    yield Finding("SQLite", sqlite3.sqlite_version_info >= OLDEST_SQLITE, sqlite3.sqlite_version)
    yield from _libraries()
    yield _print()
    compiled = (LOCALE / "fr" / "LC_MESSAGES" / "django.mo").is_file()
    yield Finding(_("French words"), compiled, _("ready") if compiled else _("not compiled: run script/setup"))
    free = shutil.disk_usage(tempfile.gettempdir()).free
    room = _("%(free)d MB free") % {"free": free // 2**20}
    yield Finding(
        _("Disk"),
        free >= LEAST_ROOM,
        room if free >= LEAST_ROOM else _("%(room)s: at least 500 MB are needed, make some room") % {"room": room},
    )
    for name, package in HELPERS.items():
        is_there = shutil.which(name) is not None
        remedy = _("absent: not used yet; a later version will read old formats and scans with it (apt install %(package)s)") % {
            "package": package
        }
        yield Finding(name, is_there, _("present") if is_there else remedy, is_needed=False)


def _libraries() -> Iterator[Finding]:
    from django.utils.translation import gettext as _

    for name in LIBRARIES:
        try:
            yield Finding(name, is_fine=True, said=importlib.metadata.version(name))
        except importlib.metadata.PackageNotFoundError:
            yield Finding(name, is_fine=False, said=_("absent: run script/setup again"))


def _print() -> Finding:
    """Fonts and typesetting, tried for real on one line."""
    import font_lato
    from django.utils.translation import gettext as _

    from semailles.engines import typesetting
    from semailles.engines.typesetting import tree

    if not any(Path(font_lato.__file__).parent.rglob("*.ttf")):
        return Finding(_("Typesetting"), is_fine=False, said=_("the typefaces are missing: run script/setup again"))
    section = tree.ReportSection("…", "…", (), "…")
    printed = typesetting.report_pdf(tree.Report("fr", "Semailles", "…", "…", "…", (section,)))
    return Finding(_("Typesetting"), printed.pages == 1, _("ready"))
