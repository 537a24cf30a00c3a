"""Why a file, or a row of one, could not be read, and the way out, in one sentence."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from semailles.engines.exchange import RowTrouble
from semailles.engines.reading import Reason


def unreadable_words(reason: str, detail: Mapping[str, str]) -> str:
    said = {"found": "?", "save_as": "?", "seconds": "?", **detail}
    sentences = {
        Reason.EMPTY: _("The file is empty: look for another copy."),
        Reason.NO_TEXT: _(
            "The file opens but holds no text (a scan or pictures, probably): export it as text, or type the essential in a .txt file."
        ),
        Reason.NO_OCR: _(
            "This is a scan or a photograph, and nothing on this machine reads letters in pictures: install Tesseract (apt install tesseract-ocr tesseract-ocr-fra), then have the file read again."
        ),
        Reason.UNKNOWN_FORMAT: _("This kind of file is not read: save it as docx, odt, pdf, xlsx or txt."),
        Reason.WRONG_EXTENSION: _("The content is not what the name says (found: %(found)s): rename the file, or save it again."),
        Reason.DAMAGED: _("The file is damaged: open it in its program and save it again, or look for another copy."),
        Reason.ENCRYPTED: _("The file is protected by a password: save a copy without it."),
        Reason.OLD_FORMAT: _("This is an old format: open the file and save it as %(save_as)s."),
        Reason.BOMB: _("This archive grows beyond measure when it is opened: it was left closed. Give the files themselves."),
        Reason.NESTED: _("An archive inside an archive is not opened: take it out, and give it by itself."),
        Reason.UNSAFE_NAME: _("The name of this file leads out of its archive: give the file by itself."),
        Reason.TOO_HEAVY: _("Reading the file takes too much memory: split it, or save it again without its pictures."),
        Reason.TOO_LONG: _("Reading the file takes more than %(seconds)s seconds: split it, or save it again in another format."),
        Reason.KILLS_READER: _("The file makes the program that reads it fail: save it again in another format, or look for another copy."),
        Reason.TOO_BIG: _("The file is too big: split it, or take its heavy pictures out."),
    }
    return sentences[Reason(reason)] % said


def row_words(row: int, trouble: str, words: str) -> str:
    sentences = {
        RowTrouble.NO_TEXT: _("Row %(row)d has neither title nor text: nothing was taken from it."),
        RowTrouble.BROKEN: _(
            "Row %(row)d does not hold as many cells as the header (« %(words)s »): a separator stands in a text without quotation marks. Nothing was taken from it; write the idea by hand from its passage."
        ),
        RowTrouble.UNCLOSED: _(
            "Row %(row)d has swallowed one or several of those below (« %(words)s »): a quotation mark is not closed there. Nothing was taken from them; close it in the file, and give the file again."
        ),
        RowTrouble.SAME_ID: _("Row %(row)d bears the number %(words)s, as a row above does: only the first was taken."),
        RowTrouble.BARE_WORD: _("Row %(row)d says « %(words)s »: a theme rather than an idea. If it is one, write it from its passage."),
        RowTrouble.NO_POINT: _("Row %(row)d has coordinates that are no place on Earth (%(words)s): its idea was taken without them."),
    }
    return sentences[RowTrouble(trouble)] % {"row": row, "words": words}
