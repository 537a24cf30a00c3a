"""EML by the standard library: sender, date and subject, then the body, plain text before HTML. Attachments are other documents.

What the sender quotes and how they sign come after what they write, as notes and lists under « Message cité » and « Signature »: read once, and not as new.
"""

from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage, MIMEPart
from email.policy import default

from semailles.engines.blocks import BlockKind
from semailles.engines.reading.decoding import decode
from semailles.engines.reading.document import ReadDocument
from semailles.engines.reading.mail_parts import Part, plain_parts
from semailles.engines.reading.outline import Outline
from semailles.engines.reading.plain import write_lines
from semailles.engines.reading.plain_lines import numbered_lines, wrap_width
from semailles.engines.reading.prose import clean

_SHOWN = (("From", "De"), ("To", "À"), ("Cc", "Cc"), ("Date", "Date"))
_ABOVE = {Part.QUOTED: "Message cité", Part.SIGNATURE: "Signature"}


def read_mail(content: bytes) -> ReadDocument:
    message = message_from_bytes(content, _class=EmailMessage, policy=default)
    subject = clean(str(message.get("Subject", "")))
    outline = Outline()
    outline.title(subject)
    for name, shown in _SHOWN:
        value = clean(str(message.get(name, "")))
        if value:
            outline.paragraph(f"{shown} : {value}")
    beside: list[tuple[Part, Outline]] = []
    for body in _bodies(message):
        beside.extend(_written(outline, body))
    _write_beside(outline, beside)
    return ReadDocument("eml", outline.blocks, title=subject)


def _bodies(message: EmailMessage) -> Iterator[MIMEPart]:
    """The body, and the texts that some programs send after a picture in the middle of it."""
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        return
    yield body
    if message.is_multipart():
        further = (part for part in message.iter_attachments() if part.get_content_type() in ("text/plain", "text/html"))
        yield from (part for part in further if not part.get_filename() and not part.is_attachment())


def _written(outline: Outline, body: MIMEPart) -> Iterator[tuple[Part, Outline]]:
    """Write what is new; give the rest, each part read apart."""
    text = _text(body)
    if body.get_content_subtype() == "html":
        from semailles.engines.reading.mail_pages import write_mail_page  # only an HTML mail needs the HTML library

        yield from write_mail_page(outline, text)
        return
    width = wrap_width(numbered_lines(text))
    for part, lines in plain_parts(text):
        read = outline if part is Part.NEW else Outline()
        write_lines(read, lines, width=width)
        if part is not Part.NEW:
            yield part, read


def _text(body: MIMEPart) -> str:
    """In the encoding that the mail declares, when its bytes are of it; else in the one that they show."""
    payload = body.get_payload(decode=True)
    content = payload if isinstance(payload, bytes) else b""
    try:
        return content.decode(str(body.get_content_charset("us-ascii")))
    except (LookupError, UnicodeDecodeError):
        return decode(content)


def _write_beside(outline: Outline, beside: list[tuple[Part, Outline]]) -> None:
    said = {block.text for block in outline.blocks}
    for part, read in beside:
        outline.reopen(((1, _ABOVE[part]),))
        for block in read.blocks:
            if block.text in said:
                continue
            said.add(block.text)
            if part is Part.QUOTED and block.kind is BlockKind.ITEM:
                outline.item(block.text, block.level)
            else:
                outline.note(block.text)
