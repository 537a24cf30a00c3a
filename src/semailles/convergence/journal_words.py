"""What the lines of the journal about convergences say."""

from django.utils.translation import gettext_lazy as _

VERBS = {"grouped": _("brought together the ideas that say the same thing (families: %(families)s)")}
KINDS = {"Family": _("convergence")}
