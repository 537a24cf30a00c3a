"""What is said of a reminder on screen, and the message ready to be sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from urllib.parse import quote

from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from semailles.engines.typesetting.typography import set_text
from semailles.projects.reminders import Cause, Reminder
from semailles.workshop.calendar_words import day_words

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Sentence


@dataclass(frozen=True, slots=True)
class Message:
    """`address` may be empty: the program of the person who writes then asks for it."""

    subject: str
    text: str
    address: str = ""

    @property
    def mailto(self) -> str:
        return f"mailto:{quote(self.address, safe='@,')}?subject={quote(self.subject)}&body={quote(self.text)}"


@dataclass(frozen=True, slots=True)
class _Voice:
    """`why`: in one line beside a name; `told` and `asked`: the two paragraphs of the message."""

    why: "Sentence"
    told: "Sentence"
    asked: "Sentence"


_BLOCKED = _Voice(
    _("%(level)s: %(what)s. News was due on %(since)s."),
    _("The project « %(title)s » (sheet %(number)s) is noted as: %(level)s. What stops it: %(what)s."),
    _("What would free it: %(beside)s. Where does it stand today?"),
)
_EXPIRED = _Voice(
    _("%(beside)s, %(level)s: the commitment expired on %(until)s."),
    _("Your commitment to the project « %(title)s » (sheet %(number)s) held until %(until)s."),
    _("Shall we renew it? A few signed lines are enough."),
)
_PLANNED = _Voice(
    _("« %(what)s » was for %(since)s."),
    _("For the project « %(title)s » (sheet %(number)s), « %(what)s » was to be done for %(since)s."),
    _("Is it done? If not, which day may we write?"),
)
_HELD = (
    _("%(beside)s, %(level)s. News was due on %(since)s."),
    _("For the project « %(title)s » (sheet %(number)s), here is what we noted of you: %(beside)s, %(level)s."),
)
_VOICES = {
    Cause.STATUS: _Voice(
        _("News was due on %(since)s."),
        _("We were to speak again of the project « %(title)s » (sheet %(number)s) on %(since)s."),
        _("Where does it stand today?"),
    ),
    Cause.HOLDER: _Voice(*_HELD, _("Is it still so? And what would let you go one step further: a signed letter, a day, a name?")),
    Cause.SIGNED: _Voice(*_HELD, _("Is it still so? What have you begun, and what do you need for what comes next?")),
    Cause.EXPIRY: _Voice(
        _("%(beside)s, %(level)s: the commitment expires on %(until)s."),
        _("Your commitment to the project « %(title)s » (sheet %(number)s) holds until %(until)s."),
        _("Shall we renew it? A few signed lines are enough."),
    ),
    Cause.QUESTION: _Voice(
        _("A question of %(since)s without an answer: « %(what)s »"),
        _("On %(since)s we asked you, about the project « %(title)s » (sheet %(number)s): « %(what)s »"),
        _("What would you answer? A few lines are enough."),
    ),
    Cause.NEED: _Voice(
        _("Offers: %(beside)s. The project needs: %(what)s."),
        _("The project « %(title)s » (sheet %(number)s) needs help: %(what)s. You offered: %(beside)s."),
        _("Could you help? An hour on the telephone would count already."),
    ),
}


def why(reminder: Reminder, *, on: date) -> str:
    """In one line, beside a name."""
    return " ".join([str(_voice(reminder, on).why) % _said(reminder), *_waiting(reminder)])


def message(reminder: Reminder, *, on: date, signed: str, address: str = "", lacking: Sequence[str] = ()) -> Message:
    """`lacking`: what the sheet lacks for its next step, told to those who see to it."""
    voice, said = _voice(reminder, on), _said(reminder)
    paragraphs = [gettext("Hello,"), " ".join([str(voice.told) % said, *_waiting(reminder)]), str(voice.asked) % said]
    if lacking and reminder.cause is Cause.STATUS:
        paragraphs.insert(2, gettext("For its next step it still lacks: %(things)s.") % {"things": ", ".join(lacking)})
    paragraphs.append(gettext("Thank you,") + "\n" + signed)
    subject = gettext("« %(title)s » (sheet %(number)s): where do we stand?") % said
    lang = get_language() or "fr"
    return Message(set_text(subject, lang), "\n\n".join(set_text(one, lang) for one in paragraphs), address)


def _voice(reminder: Reminder, on: date) -> _Voice:
    if reminder.cause is Cause.STATUS and reminder.what and reminder.beside:
        return _BLOCKED
    if reminder.until and reminder.until < on:
        return _EXPIRED
    return _VOICES.get(reminder.cause, _PLANNED)


def _waiting(reminder: Reminder) -> list[str]:
    if not reminder.others:
        return []
    said = {"others": ", ".join(f"« {one} »" for one in reminder.others)}
    return [ngettext("%(others)s waits for it.", "%(others)s wait for it.", len(reminder.others)) % said]


def _said(reminder: Reminder) -> dict[str, str | int]:
    return {
        "title": reminder.project.title,
        "number": reminder.project.number,
        "what": reminder.what.strip().rstrip("."),
        "beside": reminder.beside.strip().rstrip("."),
        "level": reminder.level,
        "since": day_words(reminder.since) if reminder.since else "",
        "until": day_words(reminder.until) if reminder.until else "",
    }
