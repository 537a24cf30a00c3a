"""What the lines of the journal about publication say."""

from django.utils.translation import gettext_lazy as _

VERBS = {"published": _("printed the roadmap (pages: %(pages)s)")}
KINDS: dict[str, str] = {}
