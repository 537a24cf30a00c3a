"""What a reader gives: a document read into blocks, or the reason why it could not be."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from semailles.engines.blocks import Block

EDITION = 1  # of all readers together: raise it when files are read otherwise, and what was read before can be read again


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A file read. `kind` is its real format (docx, odt, pptx, pdf, xlsx, csv, md, txt, html…); `pages` counts pages or slides or sheets, 0 when the format has none. `platform`: whose export this is, known by its columns (`platforms.Platform`); "" for all others."""

    kind: str
    blocks: tuple[Block, ...]
    pages: int = 0
    title: str = ""
    platform: str = ""


class Reason(StrEnum):
    """Why a file could not be read. Sentences, in the person's language, belong to the caller."""

    EMPTY = "empty"  # zero bytes
    NO_TEXT = "no_text"  # opens, holds no text
    NO_OCR = "no_ocr"  # a scan or a photograph, and nothing on this machine reads pictures
    UNKNOWN_FORMAT = "unknown_format"  # an extension and content that no reader knows
    WRONG_EXTENSION = "wrong_extension"  # content is of another family than the name says; detail: found
    DAMAGED = "damaged"
    ENCRYPTED = "encrypted"
    OLD_FORMAT = "old_format"  # .doc, .ppt, .xls, .rtf: to be saved in a current format; detail: save_as
    TOO_BIG = "too_big"  # detail: limit
    TOO_HEAVY = "too_heavy"  # to be read it would take more memory than one file may
    TOO_LONG = "too_long"  # more time than one file may; detail: seconds
    BOMB = "bomb"  # an archive whose files grow beyond measure
    NESTED = "nested"  # an archive inside an archive
    UNSAFE_NAME = "unsafe_name"  # a name that leads out of the archive, or a link
    KILLS_READER = "kills_reader"  # the program that reads ends on it


@dataclass(slots=True, eq=False)  # not frozen: Python itself writes an exception's traceback and notes
class UnreadableError(Exception):
    """The file gives nothing; the reading of the others goes on."""

    reason: Reason
    detail: Mapping[str, str] = field(default_factory=dict)
