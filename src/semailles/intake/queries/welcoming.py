"""Whether the public may propose ideas, and what it proposed."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from semailles.intake.errors import NotTaking
from semailles.intake.models import Contribution, Welcome
from semailles.workshop.models import Initiative


def welcome_of(initiative: Initiative) -> Welcome:
    """As the coordinator left it; all closed when nobody opened anything."""
    known: Welcome | None = Welcome.objects.of(initiative).first()
    return known or Welcome(initiative=initiative)


def refuse_untaken(welcome: Welcome, *, on: date) -> None:
    """Says why when no idea can be proposed that day."""
    if not (welcome.is_open and welcome.takes_ideas):
        raise NotTaking(_("This initiative does not take ideas from the public at the moment: write to its team."))
    if welcome.ideas_from and on < welcome.ideas_from:
        raise NotTaking(_("Ideas can be proposed from %(day)s on: come back then.") % {"day": date_format(welcome.ideas_from)})
    if welcome.ideas_until and on > welcome.ideas_until:
        last = date_format(welcome.ideas_until)
        raise NotTaking(_("Ideas could be proposed until %(day)s: write to the team of the initiative.") % {"day": last})
    if Contribution.objects.of(welcome.initiative).counted().count() >= welcome.most_ideas:
        raise NotTaking(_("As many ideas came as the team can read: none is taken at the moment. Write to the team of the initiative."))
