"""The one gesture by which an action checks its rule; an architecture test looks for it."""

from django.utils.translation import gettext as _

from semailles.core.errors import NotAllowed
from semailles.core.models import Person


def require(allowed: bool, *, by: Person) -> None:
    if not allowed:
        raise NotAllowed(_("%(person)s may not do this in this initiative: ask a coordinator.") % {"person": by})
