"""One Word document with all that people and programs leave in one: what is read is what a person sees."""

from io import BytesIO

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from semailles.engines.reading import read

_W = nsdecls("w")
_LEVELS = (("upperRoman", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "%3)"))


def _numbered(document: Document) -> int:
    """A list of three levels, « I. », « I.1 », « a) »; gives its number."""
    root = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{rank}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for rank, (form, text) in enumerate(_LEVELS)
    )
    root.insert(0, parse_xml(f'<w:abstractNum {_W} w:abstractNumId="90">{levels}</w:abstractNum>'))
    root.append(parse_xml(f'<w:num {_W} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    return 90


def _add(document: Document, content: str, *, level: int | None = None, style: str = "", more: str = "") -> None:
    list_place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="90"/></w:numPr>' if level is not None else ""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    document.element.body.insert_element_before(parse_xml(f"<w:p {_W}><w:pPr>{named}{list_place}{more}</w:pPr>{content}</w:p>"), "w:sectPr")


def _run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def _changed(kind: str, text: str) -> str:
    word = "delText" if kind == "del" else "t"
    return f'<w:{kind} w:id="1" w:author="A" w:date="2025-01-01T00:00:00Z"><w:r><w:{word} xml:space="preserve">{text}</w:{word}></w:r></w:{kind}>'


def _table(document: Document) -> None:
    """Numbers counted by Word in the first column, a row deleted under tracked changes, cells merged both ways."""
    number = '<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="90"/></w:numPr></w:pPr></w:p>'

    def cell(content: str, more: str = "") -> str:
        return f"<w:tc><w:tcPr>{more}</w:tcPr>{content}</w:tc>"

    def word(text: str) -> str:
        return f"<w:p>{_run(text)}</w:p>"

    gone = '<w:trPr><w:del w:id="7" w:author="A"/></w:trPr>'
    rows = (
        cell(word("N°")) + cell(word("Action")) + cell(word("Porteur")),
        cell(number) + cell(word("Planter des haies")) + cell(word("Lycée")),
        gone + cell(word("")) + cell(word("Action supprimée")) + cell(word("Personne")),
        cell(number) + cell(word("Rouvrir la halte")) + cell(word("Région"), '<w:vMerge w:val="restart"/>'),
        cell(number) + cell(word("Garder les outils")) + cell(word(""), "<w:vMerge/>"),
    )
    body = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    document.element.body.insert_element_before(parse_xml(f"<w:tbl {_W}><w:tblPr/><w:tblGrid/>{body}</w:tbl>"), "w:sectPr")


def _nested(document: Document) -> None:
    outer = document.add_table(1, 2)
    outer.cell(0, 0).text = "À gauche : le constat."
    inner = outer.cell(0, 1).add_table(3, 2)
    for each, text in zip(inner._cells, ("Financeur", "Montant", "Région", "5 000 €", "Département", "2 000 €"), strict=True):
        each.text = text


def _whole() -> bytes:
    document = docx.Document()
    _numbered(document)
    _add(document, _run("Constats"), level=0, style="Heading1")
    _add(document, _run("Mobilités"), level=1, style="Heading2")
    _add(document, _run("Un car ") + _changed("del", "le matin") + _changed("ins", "le soir"), level=2)
    _add(document, _run("Un bac"), level=2)
    _add(document, _run("Propositions"), level=0, style="Heading1")
    _add(document, _run("Une action chiffrée"), level=1)
    _table(document)
    document.add_paragraph("Puces, ensuite :")
    document.add_paragraph("Un verger", style="List Bullet")
    _nested(document)
    document.add_paragraph("Fin du rapport.")
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def test_what_is_read_is_what_a_person_sees() -> None:
    blocks = read("rapport.docx", _whole()).blocks

    assert [(block.kind.value, block.level, block.text) for block in blocks] == [
        ("heading", 1, "I. Constats"),
        ("heading", 2, "I.1 Mobilités"),
        ("item", 3, "Un car le soir"),
        ("item", 3, "Un bac"),
        ("heading", 1, "II. Propositions"),
        ("item", 2, "II.1 Une action chiffrée"),
        ("row", 0, "II.2 | Planter des haies | Lycée"),
        ("row", 0, "II.3 | Rouvrir la halte | Région"),
        ("row", 0, "II.4 | Garder les outils"),
        ("paragraph", 0, "Puces, ensuite :"),
        ("item", 1, "Un verger"),
        ("paragraph", 0, "À gauche : le constat."),
        ("row", 0, "Région | 5 000 €"),
        ("row", 0, "Département | 2 000 €"),
        ("paragraph", 0, "Fin du rapport."),
    ]
    assert blocks[6].path == ("II. Propositions",)
    assert [blocks[6].text[cell.start : cell.end] for cell in blocks[6].cells] == ["II.2", "Planter des haies", "Lycée"]


def test_lists_begin_again_where_word_begins_them_again() -> None:
    document = docx.Document()
    _numbered(document)
    root = document.part.numbering_part.element
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>'
    root.append(parse_xml(f'<w:num {_W} w:numId="91"><w:abstractNumId w:val="90"/>{override}</w:num>'))
    for text, level in (("un", 0), ("deux", 0), ("dedans", 1), ("dedans encore", 1), ("trois", 0), ("dedans à nouveau", 1)):
        _add(document, _run(text), level=level, style="Heading1")
    other = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="91"/></w:numPr>'
    _add(document, _run("quatre"), style="Heading1", more=other)
    out = BytesIO()
    document.save(out)

    assert [block.text for block in read("liste.docx", out.getvalue()).blocks] == [
        "I. un",
        "II. deux",
        "II.1 dedans",
        "II.2 dedans encore",
        "III. trois",
        "III.1 dedans à nouveau",
        "IV. quatre",
    ]
