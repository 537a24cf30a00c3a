"""The door of the engine: refuses what cannot be read, finds the reader, and holds the one wall against foreign errors."""

from dataclasses import replace
from importlib import import_module
from pathlib import PurePath
from typing import cast

from semailles.engines.reading.document import ReadDocument, Reason, UnreadableError
from semailles.engines.reading.reader import Reader
from semailles.engines.reading.sniffing import BINARY, OLD_FORMATS, TEXTUAL, found_kind, refuse_old_container

SIZE_LIMIT = 50 * 1024 * 1024

_KINDS = {
    ".docx": "docx",
    ".odt": "odt",
    ".pptx": "pptx",
    ".odp": "odp",
    ".pdf": "pdf",
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".ods": "ods",
    ".csv": "csv",
    ".tsv": "tsv",
    ".md": "md",
    ".markdown": "md",
    ".txt": "txt",
    ".html": "html",
    ".htm": "html",
    ".eml": "eml",
    ".png": "png",
    ".jpg": "jpeg",
    ".jpeg": "jpeg",
    ".tif": "tiff",
    ".tiff": "tiff",
    ".heic": "heic",
    ".heif": "heic",
    ".webp": "webp",
}
_READERS = {
    "docx": ("word", "read_docx"),
    "odt": ("writer", "read_odt"),
    "odp": ("writer_slides", "read_odp"),
    "pptx": ("slides", "read_pptx"),
    "pdf": ("pdf", "read_pdf"),
    "xlsx": ("workbook", "read_xlsx"),
    "ods": ("workbook", "read_ods"),
    "csv": ("separated", "read_csv"),
    "tsv": ("separated", "read_tsv"),
    "md": ("markdown", "read_markdown"),
    "txt": ("plain", "read_text"),
    "html": ("web", "read_html"),
    "eml": ("mail", "read_mail"),
    **dict.fromkeys(("png", "jpeg", "tiff", "heic", "webp"), ("photographs", "read_photograph")),
}
_OLD_KINDS = {".dot": "doc", ".pps": "ppt"}
SUPPORTED = frozenset(_KINDS)


def read(name: str, content: bytes) -> ReadDocument:
    """Read one file into located blocks. `name` is only looked at for its extension. Raises `UnreadableError`, and nothing else."""
    ending = PurePath(name).suffix.lower()
    try:
        kind = _kind_to_read(ending, content)
    except UnreadableError as refused:
        if refused.reason is not Reason.OLD_FORMAT:
            raise
        return _read_converted(ending, content, refused)
    document = _read_behind_the_wall(_reader(kind), content)
    if not document.blocks:
        raise UnreadableError(Reason.NO_TEXT)
    return document


def _read_converted(ending: str, content: bytes, refused: UnreadableError) -> ReadDocument:
    """By today's format, under its own name. Without the program that converts, or when it cannot, the refusal stands: a person may do better."""
    from semailles.engines.reading.office import converted  # only an old format needs it

    wanted = refused.detail["save_as"]
    try:
        modern = converted(content, ending, wanted)
    except UnreadableError as failed:
        raise refused from failed
    if modern is None:
        raise refused
    document = read(f"document.{wanted}", modern)
    return replace(document, kind=_OLD_KINDS.get(ending, ending.removeprefix(".")[:10]))


def _kind_to_read(extension: str, content: bytes) -> str:
    if not content:
        raise UnreadableError(Reason.EMPTY)
    if len(content) > SIZE_LIMIT:
        raise UnreadableError(Reason.TOO_BIG, {"limit": str(SIZE_LIMIT)})
    refuse_old_container(content, extension)
    expected, found = _KINDS.get(extension, ""), found_kind(content)
    if not expected:
        raise _unexpected(found, extension)
    if expected == found or (expected in TEXTUAL and found == "txt"):
        return expected
    if not found:
        raise UnreadableError(Reason.DAMAGED)
    raise UnreadableError(Reason.WRONG_EXTENSION, {"found": found})


def _unexpected(found: str, extension: str) -> UnreadableError:
    """An extension nobody reads: what the content is known to be is worth saying, save plain text, which is anything."""
    if extension in OLD_FORMATS and found == "txt":
        return UnreadableError(Reason.WRONG_EXTENSION, {"found": found})
    if found in BINARY or found == "html":
        return UnreadableError(Reason.WRONG_EXTENSION, {"found": found})
    return UnreadableError(Reason.DAMAGED if extension in OLD_FORMATS else Reason.UNKNOWN_FORMAT)


def _reader(kind: str) -> Reader:
    module, function = _READERS[kind]
    return cast("Reader", getattr(import_module(f"semailles.engines.reading.{module}"), function))


def _read_behind_the_wall(reader: Reader, content: bytes) -> ReadDocument:
    try:
        return reader(content)
    except UnreadableError:
        raise
    except (KeyboardInterrupt, SystemExit):
        raise
    except MemoryError as error:
        raise UnreadableError(Reason.TOO_HEAVY) from error
    except BaseException as error:  # on hostile input parsers raise anything: KeyError, struct.error, RecursionError, Rust's PanicException, which is no Exception
        raise UnreadableError(Reason.DAMAGED, {"error": type(error).__name__}) from error
