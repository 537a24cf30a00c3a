"""What core's lines of the journal say."""

from django.utils.translation import gettext_lazy as _

VERBS = {"asked for": _("asked for a piece of work: %(subject)s")}
KINDS = {"Job": _("work")}
