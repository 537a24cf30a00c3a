"""The command's own language, chosen before Django starts: the standard library's gettext on the same catalogue."""

import gettext
import os
from collections.abc import Sequence
from pathlib import Path

LANGUAGES = ("fr", "en")
LOCALE = Path(__file__).resolve().parent.parent / "locale"


def chosen_language(words: Sequence[str]) -> str:
    """What --lang says anywhere on the line; French otherwise. A wrong value is refused later, by the parser."""
    for rank, word in enumerate(words):
        value = (
            words[rank + 1]
            if word == "--lang" and rank + 1 < len(words)
            else word.removeprefix("--lang=")
            if word.startswith("--lang=")
            else ""
        )
        if value in LANGUAGES:
            return value
    return "fr"


def speak(lang: str) -> None:
    """From here on, `gettext.gettext` and argparse itself speak this language."""
    os.environ["LANGUAGE"] = lang
    gettext.bindtextdomain("django", str(LOCALE))
    gettext.textdomain("django")
