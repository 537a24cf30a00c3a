"""One document tree → PDF (Typst) and DOCX.

roadmap_pdf(book) -> Printed · roadmap_docx(book) -> bytes · report_pdf(report) -> Printed · cards_pdf(deck) -> Printed · french(text) -> str
"""

from semailles.engines.typesetting.printing import cards_pdf, report_pdf, roadmap_pdf
from semailles.engines.typesetting.typography import french
from semailles.engines.typesetting.word import roadmap_docx

__all__ = ["cards_pdf", "french", "report_pdf", "roadmap_docx", "roadmap_pdf"]
