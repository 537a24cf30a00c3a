"""Thirty files that nobody would wish for, made by code: damaged, disguised, closed, endless, explosive, or only strange."""

import struct
import zipfile
from collections.abc import Iterator
from email.message import EmailMessage
from functools import cache
from io import BytesIO
from pathlib import Path
from zlib import crc32

import typst
import xlsxwriter

IDEA = "On pourrait planter une haie le long du chemin de la gare.\n"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>'
OUTSIDE = '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
Files = dict[str, bytes]


def zipped(parts: dict[str, str | bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def worded(body: str, prolog: str = "") -> bytes:
    document = f'<?xml version="1.0"?>{prolog}<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return zipped({"[Content_Types].xml": TYPES, "_rels/.rels": RELS, "word/document.xml": document})


def paragraph(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


@cache
def refused(example: Path) -> Files:
    """Each is to be refused with one sentence."""
    docx, pptx, xlsx, odt, pdf = (next(example.rglob(f"*.{kind}")).read_bytes() for kind in ("docx", "pptx", "xlsx", "odt", "pdf"))
    return {
        "01 vide.pdf": b"",
        "02 vide.txt": b"",
        "03 coupe.docx": docx[: len(docx) // 2],
        "04 coupe.pptx": pptx[: len(pptx) // 3],
        "05 coupe.xlsx": xlsx[:-200],
        "06 coupe.odt": odt[:300],
        "07 coupe.pdf": pdf[:200],
        "08 image.docx": b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(900),
        "09 texte.pdf": IDEA.encode(),
        "10 pdf.docx": pdf,
        "11 bruit.xlsx": bytes(range(256)) * 40,
        "12 clos.pdf": _closed_pdf(),
        "13 rires.docx": worded(paragraph("&c;"), LAUGHS),
        "14 dehors.docx": worded(paragraph("&a;"), OUTSIDE),
        "15 bombe.docx": worded(paragraph("0" * (320 * 2**20))),
        "16 bombe.zip": zipped({"zeros.txt": b"0" * (60 * 2**20)}),
        "17 mille.zip": zipped({f"{rank}.txt": b"" for rank in range(2001)}),
        "18 faux.zip": b"PK\x03\x04" + bytes(60),
        "19 sans-fin.xlsx": _endless_workbook(),
        "20 vaste.png": _vast_picture(),
        "21 abime.png": b"\x89PNG\r\n\x1a\n" + bytes(80),
        "22 inconnu.bin": bytes(range(256)) * 4,
        "23 programme.exe": b"MZ" + bytes(400),
        "24 boucle.pdf": _looping_pdf(),
        "31 profond.html": ("<div>" * 5000 + f"<p>{IDEA}</p>").encode(),
        "25 rien.html": b"<html><head><script>while(1);</script></head><body></body></html>",
    }


def read(tmp_path: Path) -> Files:
    """Strange, and to be read all the same."""
    return {
        "26 utf-16.txt": IDEA.encode("utf-16"),
        "27 nul.txt": IDEA.replace("haie", "haie\x00").encode(),
        "28 nom\nsur deux lignes.txt": IDEA.encode(),
        "29 500 pages.pdf": _long_pdf(tmp_path),
        "30 grande cellule.xlsx": _large_cell(),
        "32 joint.eml": _mail(),
    }


def _closed_pdf() -> bytes:
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
        b"trailer<</Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + b"11" * 32 + b">/U<" + b"22" * 32 + b">>>>>\n%%EOF"
    )


def _looping_pdf() -> bytes:
    """The tree of pages holds itself."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9999999/Parent 2 0 R>>endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF"
    )


def _endless_workbook() -> bytes:
    out = BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet()
    sheet.write_string(0, 0, "début")
    sheet.write_string(1_048_575, 16_383, "fin")
    book.close()
    return out.getvalue()


def _vast_picture() -> bytes:
    """A hundred thousand pixels a side, says its head."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", crc32(kind + body))

    head = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


def _long_pdf(tmp_path: Path) -> bytes:
    source = tmp_path / "long.typ"
    source.write_text(
        "#pagebreak()\n".join(f"Page {rank} du relevé.\n\n{IDEA if rank == 250 else ''}\n" for rank in range(500)), encoding="utf-8"
    )
    return bytes(typst.compile(str(source)))


def _large_cell() -> bytes:
    out = BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet()
    for row in range(8):
        sheet.write_string(row, 0, "une longue remarque sur la vallée et ses chemins " * 600)
    book.close()
    return out.getvalue()


def _mail() -> bytes:
    mail = EmailMessage()
    mail["Subject"] = "Suite\tet fin"
    mail.set_content(IDEA)
    mail.add_attachment(b"", maintype="application", subtype="pdf", filename="vide.pdf")
    return mail.as_bytes()


def every(example: Path, tmp_path: Path) -> Iterator[tuple[str, bytes]]:
    yield from refused(example).items()
    yield from read(tmp_path).items()
