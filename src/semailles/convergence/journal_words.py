"""What the lines of the journal about convergences say; the log of corrections says the same."""

from django.utils.translation import gettext_lazy as _

VERBS = {
    "grouped": _("brought together the ideas that say the same thing (families: %(families)s)"),
    "moved idea": _("moved « %(idea)s » from « %(family)s » to « %(to)s »"),
    "joined ideas": _("kept « %(idea)s » and « %(other)s » together"),
    "parted ideas": _("kept « %(idea)s » and « %(other)s » apart"),
    "split family": _("split « %(family)s »: « %(to)s » stands by itself"),
    "merged families": _("merged « %(family)s » into « %(to)s »"),
    "renamed family": _("renamed « %(family)s »: « %(to)s »"),
    "quoted idea": _("chose « %(idea)s » to tell « %(family)s »"),
    "chose theme": _("put « %(family)s » under the theme « %(to)s »"),
    "pinned idea": _("pinned « %(idea)s » in « %(family)s »"),
    "unpinned idea": _("unpinned « %(idea)s » in « %(family)s »"),
    "validated family": _("validated « %(family)s »"),
    "reopened family": _("reopened « %(family)s »"),
    "arranged wall": _("arranged ideas as on the wall (moved: %(moved)s)"),
    "took changes": _("took from a proposed map that « %(idea)s » stands in « %(to)s » (moved: %(moved)s)"),
    "undid correction": _("undid a correction of the map: %(undone)s"),
    "proposed map": _("had a new map proposed (changes: %(changes)s)"),
    "left change": _("left « %(idea)s » where it stands, against a proposed map"),
    "closed proposal": _("closed a proposed map"),
    "confirmed equivalence": _("said that these words mean the same: %(subject)s"),
    "withdrew equivalence": _("said that these words no longer mean the same: %(subject)s"),
    "related ideas": _("looked for what completes and for what may clash (chains: %(chains)s, tensions: %(tensions)s)"),
    "judged chain": _("said what a chain between teams is: %(reason)s"),
    "unjudged chain": _("took back what was said of a chain between teams"),
    "judged tension": _("said what two ideas set side by side are to each other"),
    "unjudged tension": _("took back what was said of two ideas set side by side"),
}
KINDS = {
    "Chain": _("chain between teams"),
    "Tension": _("tension to be checked"),
    "Family": _("convergence"),
    "Equivalence": _("vocabulary"),
}
