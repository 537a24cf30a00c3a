"""The forms of the initiative itself and of what a team looks at."""

from zoneinfo import available_timezones

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from semailles.web.layout.fields import DayField
from semailles.web.layout.forms import PlainForm
from semailles.workshop.entries import InitiativeEntry

LANGUAGES = [("fr", "français"), ("en", "English")]
NEAR = ("Europe/", "America/", "Indian/", "Pacific/", "Atlantic/", "Africa/")


FRENCH = (
    *("Europe/Paris", "America/Cayenne", "America/Guadeloupe", "America/Marigot", "America/Martinique", "America/Miquelon"),
    *("America/St_Barthelemy", "Indian/Mayotte", "Indian/Reunion", "Indian/Kerguelen"),
    *("Pacific/Gambier", "Pacific/Marquesas", "Pacific/Noumea", "Pacific/Tahiti", "Pacific/Wallis"),
)


def _zones() -> list[tuple[str, list[tuple[str, str]]]]:
    """Those of France first."""
    known = available_timezones()
    others = sorted(name for name in known if name.startswith(NEAR) and name not in FRENCH)
    named = {gettext("France"): [name for name in FRENCH if name in known], gettext("Elsewhere"): others}
    return [(group, [(name, name) for name in names]) for group, names in named.items()]


class InitiativeForm(PlainForm):
    name = forms.CharField(label=_("Name"), max_length=300)
    territory = forms.CharField(label=_("Territory"), max_length=300, required=False)
    starts_on = DayField(label=_("Starts on"), required=False, help_text=_("For instance 2 February 2015, or 02/02/2015."))
    lang = forms.ChoiceField(label=_("Language of the print"), choices=LANGUAGES)
    time_zone = forms.ChoiceField(label=_("Time zone"), choices=_zones)
    notice = forms.CharField(label=_("Notice on every page and on the cover"), max_length=500, required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def entry(self) -> InitiativeEntry:
        return InitiativeEntry(**{name: value for name, value in self.cleaned_data.items() if name != "revision"})


class DeadlineForm(PlainForm):
    deadline_on = DayField(label=_("Deadline from outside"), required=False, help_text=_("The day that nobody here can move. Empty: none."))
    deadline_reason = forms.CharField(label=_("Reason of the deadline"), max_length=300, required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput)


class RegardForm(PlainForm):
    regard = forms.CharField(
        label=_("What the team looks at"), max_length=300, required=False, help_text=_("For instance « The human scale ».")
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)
