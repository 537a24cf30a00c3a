"""The last words of a run: what was done, what was not, what to open."""

from pathlib import Path

from django.utils.translation import gettext as _

from semailles.cli.pipeline import Outcome
from semailles.cli.terminal import announced, complain, say
from semailles.publication.reasons import unreadable_words


def tell(outcome: Outcome, out: Path, *, seconds: float) -> None:
    for sentence in outcome.warnings:
        complain(sentence)
    for path, reading in outcome.unreadable.items():
        complain(announced(path, unreadable_words(reading.reason, reading.detail)))
    for path, rows in outcome.rows_left.items():
        complain(_("%(path)s: rows to look at: %(rows)d. They are listed in a-verifier.pdf.") % {"path": path, "rows": rows})
    if not outcome.figures:
        complain(_nothing(outcome))
        return
    figures = outcome.figures
    say()
    said = _(
        "Documents read: %(read)d of %(documents)d · ideas: %(ideas)d · convergences: %(convergences)d · draft sheets: %(projects)d · actors named: %(actors)d (%(seconds).0f s)"
    )
    say(said % {**figures, "seconds": seconds})
    if outcome.unchanged:
        say(_("Already known, not read again: %(n)d.") % {"n": len(outcome.unchanged)})
    if not figures["ideas"]:
        say(_("No idea was found: are these the workshop's own documents? Try « semailles read FILE » on one of them."))
    say(_("To be read first:  %(path)s (%(pages)d pages)") % {"path": out / "feuille-de-route.pdf", "pages": figures["pages"]})
    say(_("To be corrected:   %(path)s") % {"path": out / "feuille-de-route.docx"})
    say(_("For you alone:     %(path)s") % {"path": out / "a-verifier.pdf"})
    say(_("For spreadsheets:  %(path)s") % {"path": out / "data"})


def _nothing(outcome: Outcome) -> str:
    if not outcome.received:
        return _("The folder holds no document: put one sub-folder a team in it, with its reports, slides and tables.")
    return _("None of the documents could be read: nothing was written.")
