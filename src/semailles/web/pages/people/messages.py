"""The message that goes with a link, ready to be copied or sent: whoever gives it may change every word."""

from dataclasses import dataclass
from urllib.parse import quote

from django.utils.translation import gettext as _

from semailles.core.enums import LinkPurpose
from semailles.core.models import PersonalLink
from semailles.workshop.calendar_words import day_words
from semailles.workshop.linked import last_day
from semailles.workshop.models import Initiative


@dataclass(frozen=True, slots=True)
class Message:
    to: str
    subject: str
    body: str

    @property
    def by_mail(self) -> str:
        """Opens the sender's own mail program."""
        return f"mailto:{quote(self.to)}?subject={quote(self.subject)}&body={quote(self.body)}"


def message_of(link: PersonalLink, initiative: Initiative, address: str) -> Message:
    about = link.detail.get("about", "")
    lines = [
        _("Hello,"),
        _("In the initiative « %(initiative)s », this page is for %(person)s, to %(what)s:")
        % {"initiative": initiative.name, "person": link.person or link.detail.get("name", ""), "what": link.get_purpose_display()},
        about,
        address,
        _manner(link) % {"day": day_words(last_day(link))},
        str(link.given_by),
    ]
    subject = _("%(label)s: %(said)s") % {"label": initiative.name, "said": about or link.get_purpose_display()}
    return Message(link.sent_to, subject, "\n\n".join(line for line in lines if line))


def _manner(link: PersonalLink) -> str:
    if link.purpose == LinkPurpose.INVITE:
        return _("It serves once, until %(day)s, with this e-mail address: thank you for not passing it on.")
    return _("No account and no password are needed. The link is personal, thank you for not passing it on; it opens until %(day)s.")
