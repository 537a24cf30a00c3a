"""Archives and mails: each file they hold is a document; what is dangerous in them stays where it is, and says why."""

import struct
import zipfile
from email.message import EmailMessage
from io import BytesIO

import pytest

from semailles.engines.reading import Reason, UnreadableError
from semailles.engines.reading.containers import Member, members


def zipped(files: dict[str, bytes], **given: object) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def told(found: tuple[Member, ...]) -> list[tuple[str, bytes, Reason | None]]:
    return [(one.path, one.content, one.reason) for one in found]


def refused(name: str, content: bytes) -> Reason:
    with pytest.raises(UnreadableError) as caught:
        members(name, content)
    return caught.value.reason


def test_an_archive_gives_its_files_and_not_what_systems_leave_in_it() -> None:
    content = zipped(
        {
            "rives/notes.md": b"a",
            "__MACOSX/rives/._notes.md": b"x",
            "bourgs/.DS_Store": b"x",
            "bourgs/Thumbs.db": b"x",
            "bourgs/b.txt": b"b",
        }
    )

    assert told(members("atelier.zip", content)) == [("rives/notes.md", b"a", None), ("bourgs/b.txt", b"b", None)]


def test_the_one_folder_that_holds_all_says_nothing() -> None:
    content = zipped({"atelier/rives/notes.md": b"a", "atelier/bourgs/b.txt": b"b"})
    flat = zipped({"rives/a.md": b"a", "rives/b.md": b"b"})

    assert [one.path for one in members("atelier.zip", content)] == ["rives/notes.md", "bourgs/b.txt"]
    assert [one.path for one in members("rives.zip", flat)] == ["rives/a.md", "rives/b.md"]


def test_names_that_lead_out_and_archives_in_archives_stay_closed() -> None:
    link = zipfile.ZipInfo("lien.txt")
    link.external_attr = 0o120777 << 16
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in ("../../etc/passwd", "/etc/hosts", "c:/windows/x.txt", "a/../../b.txt", "bon.txt"):
            archive.writestr(name, b"x")
        archive.writestr(link, b"/etc/passwd")
        archive.writestr("autre.zip", b"PK")

    assert told(members("a.zip", out.getvalue())) == [
        ("passwd", b"", Reason.UNSAFE_NAME),
        ("hosts", b"", Reason.UNSAFE_NAME),
        ("x.txt", b"", Reason.UNSAFE_NAME),
        ("b.txt", b"", Reason.UNSAFE_NAME),
        ("bon.txt", b"x", None),
        ("lien.txt", b"", Reason.UNSAFE_NAME),
        ("autre.zip", b"", Reason.NESTED),
    ]


def test_a_bomb_is_left_closed() -> None:
    assert refused("bombe.zip", zipped({"a.txt": b"0" * (40 * 2**20)})) is Reason.BOMB


def test_a_bomb_that_lies_about_its_size_is_left_closed_too() -> None:
    content = bytearray(zipped({"a.txt": b"0" * (40 * 2**20)}))
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = content.index(mark) + offset
        content[at : at + 4] = struct.pack("<I", 10)

    found = _tried("bombe.zip", bytes(content))
    assert found in (Reason.BOMB, Reason.DAMAGED)


def _tried(name: str, content: bytes) -> Reason | None:
    try:
        return members(name, content)[0].reason
    except UnreadableError as caught:
        return caught.reason


def test_a_member_whose_bytes_were_damaged_says_so_and_the_others_come_out() -> None:
    content = bytearray(zipped({"abime.txt": bytes(range(256)) * 40, "bon.txt": b"x"}))
    start = content.index(b"abime.txt") + len("abime.txt")
    content[start : start + 40] = b"\xff" * 40

    assert told(members("a.zip", bytes(content))) == [("abime.txt", b"", Reason.DAMAGED), ("bon.txt", b"x", None)]


def test_an_archive_of_thousands_of_files_is_left_closed() -> None:
    assert refused("mille.zip", zipped({f"{rank}.txt": b"" for rank in range(2001)})) is Reason.TOO_BIG


def test_what_is_no_archive_says_so() -> None:
    assert [refused("a.zip", content) for content in (b"", b"PK\x03\x04tronque", b"du texte")] == [
        Reason.EMPTY,
        Reason.DAMAGED,
        Reason.DAMAGED,
    ]


def test_names_of_every_system_are_read_and_no_sign_breaks_a_line() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("equipe\\idées\n2.txt", b"a")
        archive.writestr("double.txt", b"1")
        archive.writestr("double.txt ", b"2")

    assert [one.path for one in members("a.zip", out.getvalue())] == ["equipe/idées 2.txt", "double.txt", "double.txt "]


def test_two_files_of_one_name_are_two() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("notes.txt", b"1")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("notes.txt", b"2")

    assert told(members("a.zip", out.getvalue())) == [("notes.txt", b"1", None), ("notes (2).txt", b"2", None)]


def test_a_mail_gives_its_attachments_and_not_the_pictures_of_its_signature() -> None:
    mail = EmailMessage()
    mail["Subject"] = "Suite de l’atelier"
    mail.set_content("Bonjour, voir les pièces jointes.")
    mail.add_attachment(b"- Planter une haie.", maintype="text", subtype="markdown", filename="../idées.md")
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="logo.png", cid="<logo>")
    mail.add_attachment(zipped({"a.txt": b"a"}), maintype="application", subtype="zip", filename="lot.zip")

    assert told(members("suite.eml", mail.as_bytes())) == [("idées.md", b"- Planter une haie.", None), ("lot.zip", b"", Reason.NESTED)]


@pytest.mark.parametrize(
    "disposition",
    [
        b"filename*=UTF-8''id%C3%A9es%20d%E2%80%99%C3%A9quipe.md",
        b'filename="=?utf-8?Q?id=C3=A9es_d=E2=80=99=C3=A9quipe=2Emd?="',
        b'filename="=?utf-8?B?aWTDqWVzIGTigJnDqXF1aXBlLm1k?="',
        b"filename*0*=UTF-8''id%C3%A9es%20d%E2%80%99;\r\n filename*1*=%C3%A9quipe.md",
        'filename="idées d’équipe.md"'.encode(),
        'filename="idées d’équipe.md"'.encode("cp1252"),
    ],
)
def test_names_of_attachments_are_read_in_every_writing(disposition: bytes) -> None:
    mail = (
        b"Subject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nBonjour\r\n"
        b"--b\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; "
        + disposition
        + b"\r\n\r\n- Un car.\r\n--b--\r\n"
    )

    assert told(members("m.eml", mail)) == [("idées d’équipe.md", b"- Un car.", None)]


def test_a_mail_forwarded_whole_is_a_file_of_the_mail() -> None:
    inner, mail = EmailMessage(), EmailMessage()
    inner["Subject"] = "Idées 1/2"
    inner.set_content("- Planter une haie.")
    mail["Subject"] = "Tr"
    mail.set_content("Voir plus bas.")
    mail.add_attachment(inner)

    ((path, content, reason),) = told(members("m.eml", mail.as_bytes()))

    assert (path, reason) == ("Idées 1 2.eml", None)
    assert b"- Planter une haie." in content


def test_a_plain_mail_holds_nothing() -> None:
    assert members("m.eml", b"Subject: x\n\nBonjour") == ()
