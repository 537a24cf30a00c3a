"""What cannot be read says why, and nothing else ever comes out."""

import os
import random
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import docx
import pptx
import pypdfium2
import pytest
import typst
import xlsxwriter

from semailles.engines.reading import SIZE_LIMIT, SUPPORTED, Reason, UnreadableError, read

RefusalOf = Callable[[str, bytes], tuple[Reason, dict[str, str]]]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def _docx() -> bytes:
    document, buffer = docx.Document(), BytesIO()
    document.add_heading("Titre", 1)
    document.add_paragraph("Texte.")
    document.add_table(rows=2, cols=2).cell(0, 0).text = "Cellule"
    document.save(buffer)
    return buffer.getvalue()


def _pptx() -> bytes:
    deck, buffer = pptx.Presentation(), BytesIO()
    deck.slides.add_slide(deck.slide_layouts[1]).shapes.title.text = "Titre"
    deck.save(buffer)
    return buffer.getvalue()


def _xlsx() -> bytes:
    buffer = BytesIO()
    workbook = xlsxwriter.Workbook(buffer, {"in_memory": True})
    workbook.add_worksheet("F").write_row(0, 0, ["Quoi", "Qui"])
    workbook.close()
    return buffer.getvalue()


def _pdf(source: str = "Texte.") -> bytes:
    return typst.compile(source.encode())


def _zip(**parts: bytes) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _rezipped(content: bytes, name: str, part: bytes) -> bytes:
    """The same package with one part replaced."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return _zip(**{entry: part if entry == name else archive.read(entry) for entry in archive.namelist()})


def test_nothing_gives_nothing(refusal_of: RefusalOf) -> None:
    assert refusal_of("a.docx", b"") == (Reason.EMPTY, {})
    assert refusal_of("a.txt", b" \n\t\n--\n") == (Reason.NO_TEXT, {})
    assert refusal_of("a.pdf", _pdf("#rect()")) == (Reason.NO_TEXT, {})
    assert refusal_of("a.txt", b"a" * (SIZE_LIMIT + 1)) == (Reason.TOO_BIG, {"limit": "52428800"})


def test_a_wrong_extension_says_what_was_found(refusal_of: RefusalOf) -> None:
    for name, content, found in (
        ("a.docx", _pdf(), "pdf"),
        ("a.xls", b"<html><body><table><tr><td>1</td></tr></table></body></html>", "html"),
        ("a.pdf", b"Seulement du texte.", "txt"),
        ("a.xlsx", _docx(), "docx"),
        ("a.doc", _docx(), "docx"),
        ("a.txt", _xlsx(), "xlsx"),
        ("a.odt", b"\x89PNG\r\n\x1a\n" + bytes(20), "png"),
        ("a.pptx", _zip(fichier=b"x"), "zip"),
        ("rapport", _pdf(), "pdf"),
    ):
        assert refusal_of(name, content) == (Reason.WRONG_EXTENSION, {"found": found})


def test_unknown_formats_are_unknown(refusal_of: RefusalOf) -> None:
    assert refusal_of("a.json", b"{}") == (Reason.UNKNOWN_FORMAT, {})
    assert refusal_of("archive.zip", _zip(fichier=b"x")) == (Reason.UNKNOWN_FORMAT, {})
    assert refusal_of("a.bin", bytes(range(256))) == (Reason.UNKNOWN_FORMAT, {})


def test_old_formats_say_what_to_save_as(refusal_of: RefusalOf, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))  # nothing on this machine converts them
    assert refusal_of("a.rtf", b"{\\rtf1 Bonjour}") == (Reason.OLD_FORMAT, {"save_as": "docx"})
    assert refusal_of("a.doc", _OLE) == (Reason.OLD_FORMAT, {"save_as": "docx"})
    assert refusal_of("a.ppt", _OLE) == (Reason.OLD_FORMAT, {"save_as": "pptx"})
    assert refusal_of("a.docx", _OLE + "Workbook".encode("utf-16-le")) == (Reason.OLD_FORMAT, {"save_as": "xlsx"})


def test_a_password_closes(refusal_of: RefusalOf) -> None:
    manifest = b"<manifest:manifest><manifest:encryption-data/></manifest:manifest>"
    closed_odt = _zip(
        mimetype=b"application/vnd.oasis.opendocument.text", **{"META-INF/manifest.xml": manifest, "content.xml": b"\x00\x01"}
    )
    closed_pdf = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R>>endobj\n"
        b"trailer<</Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + b"11" * 32 + b">/U<" + b"22" * 32 + b">>>>>\n%%EOF"
    )

    assert refusal_of("a.docx", _OLE + "EncryptedPackage".encode("utf-16-le")) == (Reason.ENCRYPTED, {})
    assert refusal_of("a.odt", closed_odt) == (Reason.ENCRYPTED, {})
    assert refusal_of("a.pdf", closed_pdf) == (Reason.ENCRYPTED, {})


def test_a_damaged_file_is_damaged(refusal_of: RefusalOf) -> None:
    assert refusal_of("a.docx", _docx()[:3000])[0] is Reason.DAMAGED
    assert refusal_of("a.pdf", b"%PDF-1.7\nrien")[0] is Reason.DAMAGED
    assert refusal_of("a.txt", bytes(range(32)) * 40)[0] is Reason.DAMAGED
    assert refusal_of("a.docx", _rezipped(_docx(), "word/document.xml", b"<w:document")) == (Reason.DAMAGED, {"error": "XMLSyntaxError"})


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused(encoding: str, refusal_of: RefusalOf) -> None:
    hostile = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><w:document>&a;</w:document>'.encode(encoding)

    assert refusal_of("a.docx", _rezipped(_docx(), "word/document.xml", hostile)) == (Reason.DAMAGED, {"error": "doctype"})


def test_a_bomb_is_too_big(refusal_of: RefusalOf) -> None:
    bomb = BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/media/vide.bin", "w") as part:
        for _ in range(301):
            part.write(bytes(1024 * 1024))

    assert refusal_of("a.xlsx", bomb.getvalue()) == (Reason.TOO_BIG, {"limit": "314572800"})


def test_a_sheet_with_two_far_corners_is_too_big(refusal_of: RefusalOf) -> None:
    buffer = BytesIO()
    workbook = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet = workbook.add_worksheet("F")
    sheet.write(0, 0, "ici")
    sheet.write(1_048_575, 16_383, "là")
    workbook.close()

    assert refusal_of("a.xlsx", buffer.getvalue())[0] is Reason.TOO_BIG


def test_a_workbook_that_announces_too_much_is_too_big(refusal_of: RefusalOf) -> None:
    announced = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" uniqueCount="99999999999"></sst>'
    spaces = 'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    far = (
        f"<office:document-content {spaces}><office:body><office:spreadsheet><table:table table:name='F'>"
        "<table:table-row table:number-rows-repeated='1000000'><table:table-cell/></table:table-row><table:table-row>"
        "<table:table-cell table:number-columns-repeated='9999'/><table:table-cell office:value-type='float' office:value='1'/></table:table-row>"
        "</table:table></office:spreadsheet></office:body></office:document-content>"
    ).encode()

    assert refusal_of("a.xlsx", _rezipped(_xlsx(), "xl/sharedStrings.xml", announced))[0] is Reason.TOO_BIG
    assert (
        refusal_of("a.ods", _zip(mimetype=b"application/vnd.oasis.opendocument.spreadsheet", **{"content.xml": far}))[0] is Reason.TOO_BIG
    )


@pytest.mark.parametrize("extension", sorted(SUPPORTED))
def test_broken_bytes_never_raise_anything_else(extension: str) -> None:
    chance = random.Random(7)  # noqa: S311 - the same damage on each run, no secret
    sources = {".docx": _docx, ".pptx": _pptx, ".xlsx": _xlsx, ".xlsm": _xlsx, ".pdf": _pdf}
    whole = sources.get(extension, lambda: b"Titre;Qui\n- <b>un</b> | car\n\x1b[0m# a\n")()

    for _ in range(30):
        broken = bytearray(whole)
        for _ in range(chance.randint(1, 40)):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        with suppress(UnreadableError):
            read(f"a{extension}", bytes(broken[: chance.randint(1, len(broken))] if chance.random() < 0.3 else broken))


def test_reading_a_text_does_not_load_the_office_libraries() -> None:
    code = (
        "import sys; from semailles.engines.reading import read; read('a.txt', b'Un car.'); "
        "print([name for name in ('docx', 'pptx', 'pypdfium2', 'lxml', 'python_calamine', 'selectolax', 'markdown_it') if name in sys.modules])"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONPATH": os.pathsep.join(sys.path)}
    )

    assert done.stdout == "[]\n"


def test_the_pdf_library_is_the_one_that_says_encrypted() -> None:
    """The code PDFium gives for a password is what the reader relies on."""
    assert pypdfium2.raw.FPDF_ERR_PASSWORD == 4
