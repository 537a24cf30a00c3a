"""Formats of before 2007 (.doc, .ppt, .xls, .rtf): turned into today's by LibreOffice, when this machine has it."""

import shutil
import tempfile
from pathlib import Path

from semailles.engines.reading.document import Reason, UnreadableError
from semailles.engines.reading.guard import run_tool

SECONDS, MEGABYTES = 50, 4000  # it maps much more than it uses
_WORDS = {"docx": "docx", "xlsx": "xlsx", "pptx": "pptx"}


def converted(content: bytes, ending: str, wanted: str) -> bytes | None:
    """The same document as `wanted` (docx, xlsx, pptx); None when there is no LibreOffice here. Its own profile, nothing kept, no macro run."""
    office = shutil.which("soffice")
    if office is None or wanted not in _WORDS:
        return None
    with tempfile.TemporaryDirectory(prefix="semailles-office-") as place:
        folder = Path(place)
        given = folder / f"document{ending}"
        given.write_bytes(content)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [
            office,
            profile,
            "--headless",
            "--norestore",
            "--nologo",
            "--convert-to",
            wanted,
            "--outdir",
            str(folder / "out"),
            str(given),
        ]
        run_tool(command, seconds=SECONDS, megabytes=MEGABYTES, folder=folder)
        made = folder / "out" / f"document.{wanted}"
        if not made.is_file():
            raise UnreadableError(Reason.DAMAGED, {"error": "soffice"})
        return made.read_bytes()
