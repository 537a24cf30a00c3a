"""What the working group must answer, heading by heading."""

from django.utils.translation import gettext as _

from semailles.projects.enums import Section


def questions() -> dict[str, str]:
    return {
        Section.DESCRIPTION: _("Who does what, where, for whom, in three gestures?"),
        Section.STAKES: _("What does the territory gain? What does it lose if nothing is done?"),
        Section.OBSERVATION: _("Which figures, of which year, from which source?"),
        Section.PLACE: _("Where could it start? At which scale does it make sense?"),
        Section.AUDIENCE: _("Who uses it, how many are they, who is left out?"),
        Section.LAUNCH: _("What is the first gesture, tomorrow morning? Who makes it?"),
        Section.EXAMPLES: _("Where was it done, with which result? Who can tell of it?"),
    }
