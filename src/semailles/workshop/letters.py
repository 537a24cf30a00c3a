"""The day's mail: one letter a person, whatever the number of initiatives; each thing is mailed once."""

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from semailles.core.enums import MailedHow
from semailles.core.mailing import send
from semailles.core.models import Notice
from semailles.workshop.models import Initiative
from semailles.workshop.notice_words import notice_words
from semailles.workshop.queries.notices import Letter, letters


def mail_letters(how: MailedHow) -> int:
    """How many left. A letter that does not leave is tried again at the next call."""
    sent = 0
    for letter in letters(how):
        with translation.override(letter.person.lang or letter.parts[0][0].lang):
            left = send(letter.person, _subject(letter), _body(letter), kind="notices")
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


def _body(letter: Letter) -> str:
    parts = [_("Hello %(person)s,") % {"person": letter.person.name}]
    for initiative, some in letter.parts:
        lines = [initiative.name, *(f"- {notice_words(notice)}" for notice in some), _address(initiative)]
        parts.append("\n".join(lines))
    parts.append(_("You choose what is mailed to you, or that nothing is, at the foot of that page."))
    return "\n\n".join(parts) + "\n"


def _address(initiative: Initiative) -> str:
    return f"{settings.ADDRESS.geturl().rstrip('/')}/d/{initiative.slug}{reverse('notices', urlconf=settings.ROOT_URLCONF)}"
