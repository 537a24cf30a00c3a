"""The only place that sends mail. Nothing is sent by default but to the terminal; what is sent is what somebody pressed a button for."""

from django.core.mail import EmailMessage

from semailles.core.models import Person


def send(to: Person | str, subject: str, body: str, *, kind: str) -> bool:
    """`kind`: what sort of message, for filters of mail. False: this person has no address."""
    address = to if isinstance(to, str) else getattr(to, "email", "")
    if not address:
        return False
    EmailMessage(" ".join(subject.split()), body, to=[address], headers={"X-Semailles": kind}).send()
    return True
