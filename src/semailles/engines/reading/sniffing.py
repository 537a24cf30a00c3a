"""What a content really is, whatever its name says."""

import lzma
import re
import zipfile
import zlib
from io import BytesIO

from semailles.engines.reading.decoding import decode
from semailles.engines.reading.document import Reason, UnreadableError

TEXTUAL = frozenset({"txt", "md", "csv", "tsv", "html", "eml"})
BINARY = frozenset({"docx", "odt", "pptx", "odp", "pdf", "xlsx", "ods", "png", "jpeg", "tiff", "heic", "webp"})
BAD_ZIP = (
    zipfile.BadZipFile,
    OSError,
    ValueError,
    EOFError,
    RuntimeError,
    NotImplementedError,
    zlib.error,
    lzma.LZMAError,
)  # what zipfile raises
OLD_FORMATS = {".doc": "docx", ".dot": "docx", ".rtf": "docx", ".xls": "xlsx", ".ppt": "pptx", ".pps": "pptx"}

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_STREAMS = (("WordDocument", "docx"), ("PowerPoint Document", "pptx"), ("Workbook", "xlsx"), ("Book", "xlsx"))
_OFFICE_FOLDERS = (("word/", "docx"), ("ppt/", "pptx"), ("xl/", "xlsx"))
_MIMETYPES = (
    ("application/vnd.oasis.opendocument.text", "odt"),
    ("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    ("application/vnd.oasis.opendocument.presentation", "odp"),
)
_PICTURES = ((b"\x89PNG", "png"), (b"\xff\xd8\xff", "jpeg"), (b"GIF8", "gif"), (b"II*\x00", "tiff"), (b"MM\x00*", "tiff"))
_HEIC_BRANDS = (b"heic", b"heix", b"mif1", b"msf1", b"hevc", b"heim", b"heis")
_HTML = re.compile(r"(?:<\?xml[^>]*>|<!--.*?-->|\s)*(?:<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>])", re.IGNORECASE | re.DOTALL)
_STRAY = 2  # a control sign or two get pasted into real notes
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def refuse_old_container(content: bytes, extension: str) -> None:
    """Formats of before 2007, and today's office files when a password closes them (they then live in the same old container)."""
    if content.startswith(b"{\\rtf"):
        raise UnreadableError(Reason.OLD_FORMAT, {"save_as": "docx"})
    if not content.startswith(_OLE):
        return
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise UnreadableError(Reason.ENCRYPTED)
    named = [kind for stream, kind in _OLE_STREAMS if stream.encode("utf-16-le") in content]
    raise UnreadableError(Reason.OLD_FORMAT, {"save_as": named[0] if named else OLD_FORMATS.get(extension, "docx")})


def found_kind(content: bytes) -> str:
    """The kind a content shows: one of `BINARY`, "html", "txt", a picture's or archive's name, or "" for nothing known."""
    if content.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zip_kind(content)
    if b"%PDF-" in content[:1024]:
        return "pdf"
    pictures = [kind for start, kind in _PICTURES if content.startswith(start)]
    if content[4:8] == b"ftyp" and content[8:12] in _HEIC_BRANDS:
        pictures.append("heic")
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        pictures.append("webp")
    return pictures[0] if pictures else _text_kind(content)


def _zip_kind(content: bytes) -> str:
    """An unreadable archive has no kind: it is damaged, whatever it was."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
            mimetype = archive.read("mimetype")[:80].decode("latin-1") if "mimetype" in names else ""
    except BAD_ZIP:
        return ""
    by_mimetype = [kind for prefix, kind in _MIMETYPES if mimetype.startswith(prefix)]
    by_folder = [kind for folder, kind in _OFFICE_FOLDERS if any(name.startswith(folder) for name in names)]
    return next(iter(by_mimetype + by_folder), "zip")


def _text_kind(content: bytes) -> str:
    beginning = decode(content[:65536], partial=True)
    if len(_CONTROLS.findall(beginning)) > _STRAY + len(beginning) // 200:
        return ""
    return "html" if _HTML.match(beginning) else "txt"
