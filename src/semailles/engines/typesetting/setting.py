"""One compile, as a program that is run by its path: what the compiler holds until its process ends, half a gigabyte for a book, is then given back.

Standard input: the template and its values, as JSON. Standard output: a line of JSON, what the pages say of themselves, then the PDF.
"""

import json
import sys
from pathlib import Path

import font_lato
import typst

TEMPLATES = Path(__file__).parent / "templates"
FONTS = Path(font_lato.__file__).parent / "files"


def compiler(main: str, book: str) -> typst.Compiler:
    return typst.Compiler(TEMPLATES / main, root=TEMPLATES, font_paths=[FONTS], ignore_system_fonts=True, sys_inputs={"book": book})


def printed(main: str, book: str) -> tuple[bytes, str, str]:
    """The PDF, what its last page says and what was fitted."""
    pages = compiler(main, book)
    pdf = pages.compile(format="pdf", pdf_standards=["ua-1", "a-2a"])
    if not isinstance(pdf, bytes):
        raise TypeError(main)
    return pdf, pages.query("<last-page>", field="value", one=True), pages.query("<fitted>", field="value")


def main() -> int:
    asked = json.load(sys.stdin)
    try:
        pdf, last, fitted = printed(asked["main"], asked["book"])
    except (typst.TypstError, RuntimeError):
        return 1
    sys.stdout.buffer.write(json.dumps([last, fitted]).encode() + b"\n" + pdf)
    return 0


if __name__ == "__main__":
    sys.exit(main())
