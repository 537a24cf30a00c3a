"""Why a file could not be read, and the way out, in one sentence."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from semailles.engines.reading import Reason


def unreadable_words(reason: str, detail: Mapping[str, str]) -> str:
    said = {"found": "?", "save_as": "?", **detail}
    sentences = {
        Reason.EMPTY: _("The file is empty: look for another copy."),
        Reason.NO_TEXT: _(
            "The file opens but holds no text (a scan or pictures, probably): export it as text, or type the essential in a .txt file."
        ),
        Reason.UNKNOWN_FORMAT: _("This kind of file is not read: save it as docx, odt, pdf, xlsx or txt."),
        Reason.WRONG_EXTENSION: _("The content is not what the name says (found: %(found)s): rename the file, or save it again."),
        Reason.DAMAGED: _("The file is damaged: open it in its program and save it again, or look for another copy."),
        Reason.ENCRYPTED: _("The file is protected by a password: save a copy without it."),
        Reason.OLD_FORMAT: _("This is an old format: open the file and save it as %(save_as)s."),
        Reason.TOO_BIG: _("The file is too big: split it, or take its heavy pictures out."),
    }
    return sentences[Reason(reason)] % said
