"""What the lines of the journal about projects say."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "drafted": _("prepared the draft sheets (%(projects)s)"),
    "kept outside": _("said that %(subject)s lies outside the territory, and stays"),
    "reached": _("noted that %(subject)s was reached"),
    "lifted": _("noted that %(subject)s was lifted"),
    "taken up": _("took the draft sheet up"),
    "matured": _("took %(subject)s to the step « %(maturity)s » (%(ground)s)"),
    "went back": _("brought %(subject)s back to the step « %(maturity)s » (%(ground)s)"),
}
KINDS = {"Project": _("project")}
