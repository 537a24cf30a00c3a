"""Where one goes to settle what is open about the process, and what it is called."""

from django.urls import reverse
from django.utils.translation import gettext as _

from semailles.workshop.queries import Target, Where

ENTRIES = {
    Where.PHASE: "phases",
    Where.MILESTONE: "jalons",
    Where.MISSION: "missions",
    Where.BODY: "instances",
    Where.COST: "depenses",
    Where.FUNDING: "ressources",
}
PAGES = {Where.BUDGET: "budget", Where.CALENDAR: "calendar", Where.INITIATIVE: "frame"}


def address(target: Target) -> str:
    if target.kind in PAGES:
        return reverse(PAGES[target.kind])
    if target.kind is Where.COMMITMENT:
        return reverse("commitment", kwargs={"public_id": target.public_id})
    return reverse("entry", kwargs={"kind": ENTRIES[target.kind], "public_id": target.public_id})


def named(target: Target) -> str:
    """« Le budget », « Le calendrier », « Un engagement »."""
    return {
        Where.INITIATIVE: _("The frame"),
        Where.BUDGET: _("The budget"),
        Where.CALENDAR: _("The calendar"),
        Where.PHASE: _("A phase"),
        Where.MILESTONE: _("A meeting"),
        Where.MISSION: _("A mission"),
        Where.BODY: _("A body"),
        Where.COST: _("A cost"),
        Where.FUNDING: _("A resource"),
        Where.COMMITMENT: _("A commitment"),
    }[target.kind]
