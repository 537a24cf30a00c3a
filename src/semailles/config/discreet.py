"""What is written where Semailles runs holds no address of a personal link, nor of a password to be chosen: whoever reads the terminal could open it."""

import logging
import re

_TOKEN = re.compile(r"(/|%2F)(l|lien|suivi|key)(/|%2F)[\w-]{8,}", re.IGNORECASE)  # also as what follows « ?next= »
HIDDEN = r"\1\2\3…"


class WithoutTokens(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        """The sentence is made here, so that no later formatter finds the address in its parts."""
        record.msg, record.args = _TOKEN.sub(HIDDEN, record.getMessage()), ()
        if record.exc_info and not record.exc_text:
            record.exc_text = _TOKEN.sub(HIDDEN, logging.Formatter().formatException(record.exc_info))
        return True
