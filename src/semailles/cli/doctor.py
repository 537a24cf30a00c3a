"""`semailles doctor`: what this machine has, what it lacks, and the remedy."""

import argparse
import importlib.metadata
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from semailles.cli import opening
from semailles.cli.finding import Finding
from semailles.cli.opening import set_up
from semailles.cli.terminal import announced, say, say_json
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


def doctor(arguments: argparse.Namespace, lang: str) -> int:
    """0: all that is needed is there · 1: something is missing, and what to do is said."""
    if arguments.out is not None:
        _stand_in(arguments)
    set_up(lang)
    findings = [*_findings(), *_examined(arguments)]
    for finding in findings:
        say(announced(f"{finding.mark} {finding.name}", finding.said))
        if finding.remedy and not finding.is_fine:
            say(f"    → {finding.remedy}")
    is_fine = all(finding.is_fine for finding in findings if finding.is_needed)
    if arguments.json:
        say_json({"ok": is_fine, "findings": [_told(finding) for finding in findings]})
    return 0 if is_fine else 1


def _stand_in(arguments: argparse.Namespace) -> None:
    """Nothing is brought up to date: a doctor looks."""
    out = arguments.out.resolve()
    opening.refuse_no_workspace(out, arguments.out)
    opening.stand_in(out)


def _examined(arguments: argparse.Namespace) -> Iterator[Finding]:
    if arguments.out is not None:
        from semailles.cli.examining import examine

        yield from examine(arguments.out.resolve(), mail_to=arguments.mail)


def _told(finding: Finding) -> dict[str, object]:
    told = asdict(finding)
    return told if finding.remedy and not finding.is_fine else {name: value for name, value in told.items() if name != "remedy"}


def _findings() -> Iterator[Finding]:
    from django.utils.translation import gettext as _

    python, sqlite = sys.version_info[:3], sqlite3.sqlite_version_info
    newer = _("install Python 3.11 or newer")
    yield Finding("Python", python >= OLDEST_PYTHON, ".".join(map(str, python)), newer)
    yield Finding("SQLite", sqlite >= OLDEST_SQLITE, sqlite3.sqlite_version, newer)
    yield from _libraries()
    yield _print()
    compiled = (LOCALE / "fr" / "LC_MESSAGES" / "django.mo").is_file()
    yield Finding(_("French words"), compiled, _("ready") if compiled else _("not compiled"), _("run script/setup"))
    free = shutil.disk_usage(tempfile.gettempdir()).free
    said = _("%(free)d MB free") % {"free": free // 2**20}
    yield Finding(_("Disk"), free >= LEAST_ROOM, said, _("make some room: at least 500 MB are needed to read and to print"))
    yield from _readers()


def _readers() -> Iterator[Finding]:
    """Programs of the machine that read what we do not: without them, some files are said to be unreadable, and why."""
    from django.utils.translation import gettext as _

    for name, (package, reads) in {
        "soffice": (
            "libreoffice-writer-nogui libreoffice-impress-nogui libreoffice-calc-nogui",
            _("old formats (doc, ppt, xls) are not read"),
        ),
        "tesseract": ("tesseract-ocr tesseract-ocr-fra", _("scans and photographs are not read")),
    }.items():
        is_there = shutil.which(name) is not None
        yield Finding(name, is_there, _("present") if is_there else reads, f"apt install {package}", is_needed=False)
    if shutil.which("tesseract") is not None:
        reads_french = "fra" in _languages()
        said = _("French") if reads_french else _("French scans are read badly")
        yield Finding(_("Languages of Tesseract"), reads_french, said, "apt install tesseract-ocr-fra", is_needed=False)


def _languages() -> list[str]:
    tool = shutil.which("tesseract") or ""
    return subprocess.run([tool, "--list-langs"], capture_output=True, text=True, check=False).stdout.split()  # noqa: S603  # a tool of the system


def _libraries() -> Iterator[Finding]:
    from django.utils.translation import gettext as _

    for name in LIBRARIES:
        try:
            yield Finding(name, is_fine=True, said=importlib.metadata.version(name))
        except importlib.metadata.PackageNotFoundError:
            yield Finding(name, is_fine=False, said=_("absent"), remedy=_("install Semailles again"))


def _print() -> Finding:
    """Fonts and typesetting, tried for real on one line."""
    import font_lato
    from django.utils.translation import gettext as _

    from semailles.engines import typesetting
    from semailles.engines.typesetting import tree

    if not any(Path(font_lato.__file__).parent.rglob("*.ttf")):
        return Finding(_("Typesetting"), is_fine=False, said=_("the typefaces are missing"), remedy=_("install Semailles again"))
    section = tree.ReportSection("…", "…", (), "…")
    printed = typesetting.report_pdf(tree.Report("fr", "Semailles", "…", "…", "…", (section,)))
    return Finding(_("Typesetting"), printed.pages == 1, _("ready"))
