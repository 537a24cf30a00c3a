"""The colours and the logo that a host, or an initiative of an instance, dresses the screens with.

A host's own files are the host's affair. An initiative's came with a workspace from somewhere else: of its sheet only colours are taken, and its logo is
shown as a picture, which can do nothing.
"""

import re
from pathlib import Path

from django.conf import settings

from semailles.workshop.folders import folder_of
from semailles.workshop.models import Initiative

SHEET = "theme.css"
LOGOS = {"logo.svg": "image/svg+xml", "logo.png": "image/png"}
MOST_READ = 64 * 1024  # bytes of a sheet
_NAMES = r"paper|paper-deep|paper-bright|ink|ink-soft|rule|rule-firm|green|green-deep|green-wash|on-green|earth|earth-deep|earth-wash|straw|team-[a-h]"
_ONE = r"#[0-9a-fA-F]{3,8}|(?:rgb|hsl|oklch|oklab|lab|lch)\([0-9., %/]{1,60}\)"
_COLOUR = re.compile(rf"--({_NAMES})\s*:\s*((?:{_ONE})|light-dark\(\s*(?:{_ONE})\s*,\s*(?:{_ONE})\s*\))\s*(?:;|\Z)")
_ROOT = re.compile(r":root\s*\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def own_folder(initiative: Initiative | None) -> Path | None:
    """Where an initiative of an instance keeps its dress; on one's own machine the workspace is the host's."""
    return folder_of(initiative) if settings.INSTANCE and initiative is not None else None


def has_sheet(folder: Path | None) -> bool:
    return folder is not None and (folder / SHEET).is_file()


def logo_in(folder: Path | None) -> str:
    return next((name for name in LOGOS if folder is not None and (folder / name).is_file()), "")


def colours_of(sheet: str) -> str:
    """A sheet of ours with its colours, and nothing else of it."""
    root = _ROOT.search(_COMMENT.sub("", sheet))
    found = _COLOUR.findall(root[1]) if root else []
    return ":root {\n" + "".join(f"  --{name}: {' '.join(value.split())};\n" for name, value in found) + "}\n"


def colours_in(folder: Path) -> str:
    return colours_of((folder / SHEET).read_bytes()[:MOST_READ].decode("utf-8", "replace"))
