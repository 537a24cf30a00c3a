"""The key that signs sessions and links of an instance: made once, readable by its owner only."""

import os
import secrets
from gettext import gettext as _
from pathlib import Path

from semailles.core.errors import Refusal

KEY_FILE = "secret.key"
SHORTEST = 40


class NoKey(Refusal):
    """An instance does not start on a key that anybody could guess."""


def kept_key(folder: Path) -> str:
    file = folder / KEY_FILE
    key = file.read_text(encoding="utf-8").strip() if file.is_file() else ""
    if len(key) < SHORTEST:
        raise NoKey(
            _("%(file)s holds no key of at least %(shortest)d signs: take it back from a backup, or set SEMAILLES_SECRET_KEY.")
            % {"file": file, "shortest": SHORTEST}
        )
    return key


def make_key(folder: Path) -> None:
    """Leaves alone the one that is there."""
    try:
        descriptor = os.open(folder / KEY_FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(secrets.token_urlsafe(48) + "\n")
