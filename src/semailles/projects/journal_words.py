"""What the lines of the journal about projects say."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "drafted": _("prepared the draft sheets (%(projects)s)"),
    "kept outside": _("said that %(subject)s lies outside the territory, and stays"),
    "shapes": _("said which projects %(subject)s shapes (%(projects)s)"),
    "finished": _("noted that %(subject)s was done"),
    "begun again": _("noted that %(subject)s is to be done again"),
    "reached": _("noted that %(subject)s was reached"),
    "lifted": _("noted that %(subject)s was lifted"),
    "answered": _("answered « %(subject)s »"),
    "settled": _("closed « %(subject)s »"),
    "opened again": _("opened « %(subject)s » again"),
    "attached to": _("attached a document to %(subject)s"),
    "taken up": _("took the draft sheet up"),
    "matured": _("took %(subject)s to the step « %(maturity)s » (%(ground)s)"),
    "went back": _("brought %(subject)s back to the step « %(maturity)s » (%(ground)s)"),
    "project born": _("opened the project %(subject)s (ideas: %(ideas)s)"),
    "fed": _("had the idea « %(idea)s » feed %(subject)s"),
    "unfed": _("took the idea « %(idea)s » off %(subject)s: %(reason)s"),
    "let hold": _("let %(person)s write %(subject)s as its holder"),
    "held no more": _("noted that %(person)s no longer holds %(subject)s"),
    "merged projects": _("merged %(subject)s into « %(into)s »: %(reason)s"),
    "parted again": _("took back the merge of %(subject)s into « %(into)s »: %(reason)s"),
    "split project": _("took « %(part)s » out of %(subject)s: %(reason)s"),
    "dropped project": _("dropped %(subject)s: %(reason)s"),
    "took project back": _("took %(subject)s back: %(reason)s"),
}
KINDS = {"Project": _("project")}
