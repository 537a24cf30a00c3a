"""The only place that sends mail. Nothing is sent by default but to the terminal; what is sent is what somebody pressed a button for, or asked to be told."""

import logging

from django.core.mail import EmailMessage

from semailles.core.models import Person

log = logging.getLogger(__name__)


def send(to: Person | str, subject: str, body: str, *, kind: str) -> bool:
    """`kind`: what sort of message, for filters of mail. False: this person has no address, or the mail did not leave."""
    address = to if isinstance(to, str) else to.is_active and to.email
    if not address:
        return False
    try:
        EmailMessage(" ".join(subject.split()), body, to=[address], headers={"X-Semailles": kind}).send()
    except OSError as error:  # what a mail server answers is one too
        log.error("A mail did not leave: %s", type(error).__name__)  # noqa: TRY400  # no trace: it would hold the address
        return False
    return True
