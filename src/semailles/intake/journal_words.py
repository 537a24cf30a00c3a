"""What the lines of the journal about documents say."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "brought": _("brought files by a personal link (%(files)s)"),
    "brought together": _("brought together the spellings of actors (mentions: %(mentions)s)"),
    "came back": _("saw %(subject)s back in the folder"),
    "contributed": _("proposed an idea by the public form"),
    "deposited": _("gave files to be read (files: %(files)s)"),
    "erased a contributor": _("erased what was kept of who wrote %(subject)s"),
    "followed": _("saw that %(subject)s was withdrawn, refused or taken back on the platform it comes from"),
    "joined a contribution": _("found %(subject)s to say the same as another idea"),
    "kept": _("kept %(subject)s"),
    "kept a contribution": _("kept %(subject)s"),
    "left": _("saw that %(subject)s is no longer in the folder"),
    "marked": _("numbered the new ideas (%(ideas)s)"),
    "merged": _("said that %(subject)s is a duplicate"),
    "put a contribution apart": _("put %(subject)s apart as unwanted"),
    "put off": _("put %(subject)s off"),
    "read again": _("had %(subject)s read again"),
    "reassigned": _("moved %(subject)s from « %(before)s » to « %(after)s »"),
    "received": _("received %(subject)s"),
    "refused a contribution": _("did not keep %(subject)s"),
    "reopened": _("put %(subject)s back among the ideas to sort: it changed on the platform it comes from"),
    "reworded": _("reworded %(subject)s"),
    "sought": _("looked in the documents for actors that people wrote (actors: %(actors)s, new mentions: %(mentions)s)"),
    "split": _("split %(subject)s"),
    "taken back": _("took back what was decided on %(subject)s"),
    "tried again": _("had « %(path)s » tried again"),
    "took up a contribution": _("put %(subject)s back among those to read"),
    "undid": _("undid the last gesture on %(subject)s"),
    "updated": _("took new words for %(subject)s from a newer export"),
    "withdrew a contribution": _("withdrew %(subject)s"),
    "written": _("wrote %(subject)s from a passage"),
    "took budget": _("took the budget read in « %(document)s » (lines: %(lines)s)"),
}
KINDS = {"Contribution": _("contribution"), "Deposit": _("deposit"), "Document": _("document"), "Idea": _("idea")}
