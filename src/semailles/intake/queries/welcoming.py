"""Whether the public may propose ideas, and what it proposed."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from semailles.intake.models import Contribution, Welcome
from semailles.workshop.models import Initiative


def welcome_of(initiative: Initiative) -> Welcome:
    """As the coordinator left it; all closed when nobody opened anything."""
    known: Welcome | None = Welcome.objects.of(initiative).first()
    return known or Welcome(initiative=initiative)


def untaken(welcome: Welcome, *, on: date) -> str:
    """Why no idea can be proposed that day, in a sentence; nothing when one can."""
    if not (welcome.is_open and welcome.takes_ideas):
        return _("This initiative does not take ideas from the public at the moment: write to its team.")
    if welcome.ideas_from and on < welcome.ideas_from:
        return _("Ideas can be proposed from %(day)s on: come back then.") % {"day": date_format(welcome.ideas_from)}
    if welcome.ideas_until and on > welcome.ideas_until:
        last = date_format(welcome.ideas_until)
        return _("Ideas could be proposed until %(day)s: write to the team of the initiative.") % {"day": last}
    if Contribution.objects.of(welcome.initiative).counted().count() >= welcome.most_ideas:
        return _("As many ideas came as the team can read: none is taken at the moment. Write to the team of the initiative.")
    return ""
