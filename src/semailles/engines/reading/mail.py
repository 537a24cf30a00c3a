"""EML by the standard library: sender, date and subject, then the body, plain text before HTML. Attachments are other documents."""

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from semailles.engines.reading.document import ReadDocument
from semailles.engines.reading.outline import Outline
from semailles.engines.reading.plain import write_lines
from semailles.engines.reading.prose import clean

_SHOWN = (("From", "De"), ("To", "À"), ("Cc", "Cc"), ("Date", "Date"))


def read_mail(content: bytes) -> ReadDocument:
    message = message_from_bytes(content, _class=EmailMessage, policy=default)
    subject = clean(str(message.get("Subject", "")))
    outline = Outline()
    outline.title(subject)
    for name, shown in _SHOWN:
        value = clean(str(message.get(name, "")))
        if value:
            outline.paragraph(f"{shown} : {value}")
    _write_body(outline, message)
    return ReadDocument("eml", outline.blocks, title=subject)


def _write_body(outline: Outline, message: EmailMessage) -> None:
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        return
    text = body.get_content()
    if body.get_content_subtype() != "html":
        write_lines(outline, text)
        return
    from semailles.engines.reading.web import write_page  # only an HTML mail needs the HTML library

    write_page(outline, text)
