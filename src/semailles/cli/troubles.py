"""What the machine refuses (no room left, no right, a damaged database): one sentence that names the thing and the way out."""

import errno
import sqlite3
from gettext import gettext as _

from semailles.core.postgresql.refusing import sentence_about as about_server
from semailles.core.troubles import Trouble, trouble_in

_NO_RIGHT = {errno.EACCES, errno.EPERM, errno.EROFS}


def sentence_about(error: BaseException | None) -> str:
    """ "" when the error, or what caused it, is none of the machine's: it is then the program's own."""
    while error is not None:
        said = _about_database(error) if isinstance(error, sqlite3.Error) else about_server(error) or _about_machine(error)
        if said:
            return said
        error = error.__cause__
    return ""


def _about_machine(error: BaseException) -> str:
    if isinstance(error, RuntimeError) and isinstance(error.__context__, OSError) and error.__context__.errno == errno.ELOOP:
        error = error.__context__  # what a path becomes that is followed, before Python 3.13
    if isinstance(error, MemoryError):
        return _("The machine's memory is full: close other programs, or give fewer documents at once, then run the same command again.")
    if not isinstance(error, OSError):
        return ""
    if trouble_in(error) is Trouble.NO_ROOM:
        return _no_room()
    sentences = {
        errno.ENAMETOOLONG: _("%(file)s: this name is too long. Choose a shorter one."),
        errno.ENOENT: _("%(file)s: there is no such file or folder. Make the folder, or choose another place."),
        errno.EEXIST: _("%(file)s: this name is taken already. Choose another one."),
        errno.EISDIR: _("%(file)s: this is a folder. Add the name of a file to it, or choose another place."),
        errno.EBUSY: _("%(file)s: another program holds this place, or it is a folder. Give the name of a file, or choose another place."),
        errno.ELOOP: _("%(file)s: this link leads back to itself. Remove it, or choose another place."),
        errno.ENOTDIR: _("%(file)s: a part of this path is a file, not a folder. Choose another one."),
        **dict.fromkeys(
            _NO_RIGHT,
            _("%(file)s: this machine does not let you read or write there. Choose another place, or ask for the right."),
        ),
    }
    sentence = sentences.get(error.errno or 0, _("%(file)s: %(error)s."))
    return sentence % {"file": error.filename or "–", "error": error.strerror or error}


def _about_database(error: sqlite3.Error) -> str:
    trouble = trouble_in(error)
    if trouble is Trouble.NO_ROOM:
        return _no_room()
    unwritable = _("The workspace's database cannot be written: check the rights on the folder given as --output.")
    sentences = {
        Trouble.DAMAGED: _(
            "The workspace's database is damaged: put this folder aside without changing anything there, and bring the last backup back "
            "with « semailles restore ». Without a backup, run again with another --output."
        ),
        Trouble.READ_ONLY: unwritable,
        Trouble.NO_RIGHT: unwritable,
        Trouble.BUSY: _("The workspace is being written by another program: wait until it ends, then run the same command again."),
    }
    return sentences.get(trouble, "") if trouble else ""


def _no_room() -> str:
    return _("There is no room left to write: make room on the disk, then run the same command again. Nothing of yours was lost.")
