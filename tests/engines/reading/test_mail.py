"""Mails: what is new first, what is quoted and signed once and apart, and nothing lost."""

from collections.abc import Callable
from email.message import EmailMessage

from semailles.engines.reading import read

SeenIn = Callable[[str, bytes], list[tuple[str, int, str]]]
_HEAD = b"From: Zoe <zoe@exemple.fr>\r\nSubject: Suite\r\nMIME-Version: 1.0\r\n"


def _told(content: bytes) -> list[tuple[str, str, tuple[str, ...]]]:
    """Without the title and who sent it."""
    return [(block.kind.value, block.text, block.path) for block in read("m.eml", content).blocks[2:]]


def _plain(body: str, charset: str = "utf-8") -> bytes:
    return _HEAD + f"Content-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{body}".encode()


def test_quotes_and_signatures_come_after_what_is_new_and_once() -> None:
    body = (
        "Bonjour,\n\nOn pourrait ouvrir un café associatif.\n\n--\nZoé, mairie d’Étampes\n01 60 00 00 00\n\n"
        "Le lundi 3 mars 2025 à 10:12, Karim <karim@exemple.fr> a écrit :\n> Rebonjour,\n>\n> - planter une haie\n> - rouvrir la halte\n>> On pourrait ouvrir un café associatif.\n"
    )
    quoted, signed = ("Message cité",), ("Signature",)

    assert _told(_plain(body)) == [
        ("paragraph", "Bonjour,", ()),
        ("paragraph", "On pourrait ouvrir un café associatif.", ()),
        ("note", "Zoé, mairie d’Étampes", signed),
        ("note", "01 60 00 00 00", signed),
        ("note", "Le lundi 3 mars 2025 à 10:12, Karim <karim@exemple.fr> a écrit :", quoted),
        ("note", "Rebonjour,", quoted),
        ("item", "planter une haie", quoted),
        ("item", "rouvrir la halte", quoted),
    ]


def test_answers_between_the_lines_that_are_quoted_are_new() -> None:
    body = "On 3 March 2025 at 10:12, Karim\n<karim@exemple.fr> wrote:\n\n> Où planter la haie ?\n\nLe long du chemin de la gare.\n\n> Et le car ?\n\nLe soir aussi.\n"

    assert [(kind, text) for kind, text, _ in _told(_plain(body))] == [
        ("paragraph", "Le long du chemin de la gare."),
        ("paragraph", "Le soir aussi."),
        ("note", "On 3 March 2025 at 10:12, Karim"),
        ("note", "<karim@exemple.fr> wrote:"),
        ("note", "Où planter la haie ?"),
        ("note", "Et le car ?"),
    ]


def test_the_message_below_that_outlook_writes_whole_is_quoted() -> None:
    body = "D’accord.\n\n-----Message d'origine-----\nDe : Karim\nEnvoyé : lundi 3 mars 2025\nÀ : Zoé\nObjet : Haie\n\nPlantons une haie.\n"

    found = _told(_plain(body))

    assert found[0] == ("paragraph", "D’accord.", ())
    assert found[-1] == ("note", "Plantons une haie.", ("Message cité",))
    assert {path for _, _, path in found[1:]} == {("Message cité",)}


def test_a_mail_in_html_only_is_read_as_it_is_shown() -> None:
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "Zoe <zoe@exemple.fr>", "Suite"
    page = (
        '<p>Bonjour,</p><p>On pourrait <b>créer une régie</b>.</p><ul><li>à Évry</li></ul><div class="gmail_signature">Zoé, mairie</div>'
        '<div class="gmail_quote"><div class="gmail_attr">Le 3 mars 2025, Karim a écrit :</div><blockquote type="cite"><p>Plantons une haie.</p>'
        "<p>Bonjour,</p></blockquote></div>"
    )
    mail.set_content(page, subtype="html", cte="quoted-printable", charset="iso-8859-1")
    quoted = ("Message cité",)

    assert b"=E9" in mail.as_bytes()
    assert _told(mail.as_bytes()) == [
        ("paragraph", "Bonjour,", ()),
        ("paragraph", "On pourrait créer une régie.", ()),
        ("item", "à Évry", ()),
        ("note", "Le 3 mars 2025, Karim a écrit :", quoted),
        ("note", "Plantons une haie.", quoted),
        ("note", "Zoé, mairie", ("Signature",)),
    ]


def test_what_outlook_puts_below_the_headers_of_a_message_is_quoted() -> None:
    page = '<p>D’accord.</p><hr><div id="divRplyFwdMsg"><b>De :</b> Karim</div><div>Plantons une haie.</div><p>Merci.</p>'
    content = _HEAD + b"Content-Type: text/html; charset=utf-8\r\n\r\n" + page.encode()

    assert [(kind, text) for kind, text, _ in _told(content)] == [
        ("paragraph", "D’accord."),
        ("note", "De : Karim"),
        ("note", "Plantons une haie."),
        ("note", "Merci."),
    ]


def test_a_text_that_goes_on_after_a_picture_is_read_to_its_end(seen_in: SeenIn) -> None:
    mail = EmailMessage()
    mail["Subject"] = "Suite"
    mail.set_content("Voici la carte :")
    mail.make_mixed()
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="carte.png")
    further = EmailMessage()
    further.set_content("Et voici notre idée : un bac.")
    mail.attach(further)

    assert seen_in("m.eml", mail.as_bytes()) == [
        ("title", 0, "Suite"),
        ("paragraph", 0, "Voici la carte :"),
        ("paragraph", 0, "Et voici notre idée : un bac."),
    ]


def test_a_mail_that_names_no_encoding_or_a_wrong_one_keeps_its_accents() -> None:
    text = "Créer une régie à Évry, avec l’école."

    for charset, encoding in (("us-ascii", "utf-8"), ("us-ascii", "cp1252"), ("x-inconnu", "utf-8"), ("utf-8", "cp1252")):
        head = _HEAD + f"Content-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n".encode()
        assert _told(head + text.encode(encoding)) == [("paragraph", text, ())]
