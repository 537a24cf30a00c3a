"""One document tree → PDF (Typst) and DOCX.

    roadmap_pdf(book) -> Printed · roadmap_docx(book) -> bytes · report_pdf(report) -> Printed · french(text) -> str
"""
