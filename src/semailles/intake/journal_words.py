"""What the lines of the journal about documents say."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "brought together": _("brought together the spellings of actors (mentions: %(mentions)s)"),
    "came back": _("saw %(subject)s back in the folder"),
    "deposited": _("gave files to be read (files: %(files)s)"),
    "followed": _("saw that %(subject)s was withdrawn, refused or taken back on the platform it comes from"),
    "kept": _("kept %(subject)s"),
    "left": _("saw that %(subject)s is no longer in the folder"),
    "marked": _("numbered the new ideas (%(ideas)s)"),
    "merged": _("said that %(subject)s is a duplicate"),
    "put off": _("put %(subject)s off"),
    "read again": _("had %(subject)s read again"),
    "reassigned": _("moved %(subject)s from « %(before)s » to « %(after)s »"),
    "received": _("received %(subject)s"),
    "reopened": _("put %(subject)s back among the ideas to sort: it changed on the platform it comes from"),
    "reworded": _("reworded %(subject)s"),
    "sought": _("looked in the documents for actors that people wrote (actors: %(actors)s, new mentions: %(mentions)s)"),
    "split": _("split %(subject)s"),
    "taken back": _("took back what was decided on %(subject)s"),
    "tried again": _("had « %(path)s » tried again"),
    "undid": _("undid the last gesture on %(subject)s"),
    "updated": _("took new words for %(subject)s from a newer export"),
    "written": _("wrote %(subject)s from a passage"),
    "took budget": _("took the budget read in « %(document)s » (lines: %(lines)s)"),
}
KINDS = {"Deposit": _("deposit"), "Document": _("document"), "Idea": _("idea")}
