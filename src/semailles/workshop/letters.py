"""The day's mail: one letter a person, whatever the number of initiatives; each thing is mailed once."""

from collections.abc import Callable, Iterable

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles.core.alone import alone
from semailles.core.enums import MailedHow
from semailles.core.mailing import send
from semailles.core.models import Notice, Person
from semailles.workshop.models import Initiative
from semailles.workshop.notice_words import notice_words
from semailles.workshop.queries.notices import Letter, letters

Narrowed = Callable[[Person, Initiative, str], str]  # what a reader may read of a sentence about an initiative


def as_it_is(_person: Person, _initiative: Initiative, text: str) -> str:
    return text


def mail_letters(how: MailedHow, *, narrowed: Narrowed = as_it_is) -> int:
    """How many left. A letter that does not leave is tried again at the next call; a call during another one leaves the letters to it."""
    with alone("letters") as is_alone:
        return _mail(letters(how), narrowed) if is_alone else 0


def _mail(waiting: Iterable[Letter], narrowed: Narrowed) -> int:
    sent = 0
    for letter in waiting:
        with translation.override(letter.person.lang or letter.parts[0][0].lang):
            left = send(letter.person, _subject(letter), _body(letter, narrowed), kind="notices")
        if left:
            Notice.objects.filter(pk__in=[notice.pk for notice in letter.notices]).update(mailed_at=timezone.now())
            sent += 1
    return sent


def _subject(letter: Letter) -> str:
    count = len(letter.notices)
    return ngettext("%(count)d thing waits for you: %(name)s", "%(count)d things wait for you: %(name)s", count) % {
        "count": count,
        "name": ", ".join(initiative.name for initiative, _some in letter.parts),
    }


def _body(letter: Letter, narrowed: Narrowed) -> str:
    parts = [_("Hello %(person)s,") % {"person": letter.person.name}]
    for initiative, some in letter.parts:
        lines = [initiative.name, *(f"- {_line(notice, initiative, narrowed)}" for notice in some), _address(initiative)]
        parts.append("\n".join(lines))
    parts.append(_("You choose what is mailed to you, or that nothing is, at the foot of that page."))
    return "\n\n".join(parts) + "\n"


def _line(notice: Notice, initiative: Initiative, narrowed: Narrowed) -> str:
    """On one line, whatever a title holds."""
    return " ".join(narrowed(notice.person, initiative, notice_words(notice)).split())


def _address(initiative: Initiative) -> str:
    return f"{settings.ADDRESS.geturl().rstrip('/')}/d/{initiative.slug}{reverse('notices', urlconf=settings.ROOT_URLCONF)}"
