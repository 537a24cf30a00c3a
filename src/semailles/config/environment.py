"""What a host sets, read to the letter: a setting that is mistyped is said, with the way to write it, and nothing starts on a guess."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from gettext import gettext as _
from urllib.parse import SplitResult, urlsplit

from semailles.core.errors import Refusal

WEB, MAIL = ("http", "https"), ("smtp", "smtps")
MAIL_PORTS = {"smtp": 587, "smtps": 465}
_MAILBOX = re.compile(r"[^\s@<>,;\"]+@[^\s@<>,;\"]+|[^@<>,;\r\n]*<[^\s@<>,;\"]+@[^\s@<>,;\"]+>")
_NAME = re.compile(r"[\w.:-]+", re.ASCII)  # of a machine, as addresses carry it; « xn--… » when it has accents
SHORTEST_METRICS_KEY = 20


class WrongSetting(Refusal):
    """What is written in the environment cannot be followed."""


def whole_number(name: str, said: str) -> int:
    if not (said or "0").isdecimal():
        raise WrongSetting(_("%(name)s is « %(said)s »: write a whole number, as in %(name)s=1.") % {"name": name, "said": said})
    return int(said or 0)


def one_of(name: str, said: str, known: Sequence[str]) -> str:
    """The first of them when nothing is said."""
    if (said or known[0]) not in known:
        raise WrongSetting(
            _("%(name)s is « %(said)s »: write one of these words: %(known)s.") % {"name": name, "said": said, "known": ", ".join(known)}
        )
    return said or known[0]


def day(name: str, said: str) -> date | None:
    try:
        return date.fromisoformat(said) if said else None
    except ValueError:
        raise WrongSetting(_("%(name)s is « %(said)s »: write a day as in 2027-04-12.") % {"name": name, "said": said}) from None


def web_address(name: str, said: str) -> SplitResult:
    """A scheme, a name, perhaps a port; pages make their own addresses from the root of that name."""
    address = _split(said)
    if (
        address is None
        or address.scheme not in WEB
        or address.path.strip("/")
        or address.query
        or address.fragment
        or "@" in address.netloc
    ):
        raise WrongSetting(
            _(
                "%(name)s is « %(said)s »: write what people type in their browser, and nothing after the name, as in https://semailles.example.org."
            )
            % {"name": name, "said": said}
        )
    return address


def identity_server(name: str, said: str) -> str:
    """Where it describes itself; it may stand under a name."""
    address = _split(said) if said else None
    if said and (address is None or address.scheme not in WEB or address.query or address.fragment):
        raise WrongSetting(
            _("%(name)s is « %(said)s »: write the address of the identity server, as in https://id.example.org.")
            % {"name": name, "said": said}
        )
    return said


def mailbox(name: str, said: str) -> str:
    """One address, alone or after whose it is."""
    if said and not _MAILBOX.fullmatch(said):
        raise WrongSetting(
            _("%(name)s is « %(said)s »: write one e-mail address, as in semailles@example.org.") % {"name": name, "said": said}
        )
    return said


def mail_server(name: str, said: str) -> SplitResult:
    """Nothing said: mails stay on the terminal. What cannot be read is not repeated: it may hold a password."""
    address = _split(said) if said else urlsplit("")
    if address is None or (said and address.scheme not in MAIL):
        raise WrongSetting(
            _(
                "%(name)s cannot be read: write it as in smtps://name:password@host:465; in the password, @, / and # are written %%40, %%2F and %%23."
            )
            % {"name": name}
        )
    return address


def long_enough(name: str, said: str, shortest: int) -> str:
    """A key that nobody guesses, or none. It is not repeated."""
    if said and len(said) < shortest:
        raise WrongSetting(
            _("%(name)s is too short to be a key: write at least %(shortest)d signs drawn at random, as « openssl rand -hex 32 » gives.")
            % {"name": name, "shortest": shortest}
        )
    return said


def all_or_none(said: Mapping[str, str]) -> None:
    """Settings that serve together only."""
    lacking = [name for name, value in said.items() if not value]
    if 0 < len(lacking) < len(said):
        raise WrongSetting(
            _("%(names)s say nothing without %(lacking)s: write them too, or none of them.")
            % {"names": ", ".join(name for name in said if name not in lacking), "lacking": ", ".join(lacking)}
        )


def _split(said: str) -> SplitResult | None:
    """None when it names no machine, or a port that is none."""
    try:
        address = urlsplit(said)
        names_one = bool(_NAME.fullmatch(address.hostname or "")) and address.port != 0
    except ValueError:
        return None
    return address if names_one else None
