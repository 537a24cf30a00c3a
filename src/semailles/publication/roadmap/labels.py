"""The fixed words that the templates print."""

from django.utils.translation import gettext as _


def labels() -> dict[str, str]:
    return {
        "contents": _("Contents"),
        "how_to_read": _("How to read"),
        "how_to_read_team": _("Each team has its letter, its colour and its ground."),
        "how_to_read_mark": _("leads to an idea: its title is in the margin, its document and page in the index."),
        "to_complete": _("To be completed by the working group"),
        "blind_spot": _("blind spot"),
        "project": _("Project"),
        "draft": _("Working document, to be validated"),
        "source_ideas": _("Source ideas"),
        "teams_converging": _("Converging teams"),
        "named_actors": _("Actors named"),
        "no_actor": _("No actor is named in these passages."),
        "why_together": _("What brings them together"),
        "level": _("Rung"),
        "role": _("Role"),
        "needs": _("Needs"),
        "confirmed": _("Confirmed"),
        "hoped": _("Hoped for (confirmed included)"),
        "gap": _("Gap (needs − confirmed)"),
        "in_kind": _("In kind, apart"),
        "budget": _("The money of the process"),
        "also_written": _("also written"),
        "mentions": _("mentions"),
        "page": _("p."),
        "cover_alt": _("Drawing: a countryside of parcels, one for each idea, in the ground of its team."),
        "notes": _("Meeting notes"),
    }
