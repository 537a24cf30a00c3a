from django import forms
from django.utils.translation import gettext_lazy as _

from semailles.projects.actions.standing import StatusEntry
from semailles.projects.enums import Ground, Status
from semailles.projects.grounds import Evidence
from semailles.web.layout.fields import DayField
from semailles.web.layout.forms import PlainForm

DAY = _("For instance 28/02/2015.")


class ClimbForm(PlainForm):
    choice = forms.CharField(
        label=_("Why it is carried, though no convergence was kept"),
        help_text=_("What one team alone said may be carried, by choice: say whose choice, and why."),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        required=False,
    )
    on = DayField(label=_("On which day"), help_text=DAY)

    def without_choice(self) -> "ClimbForm":
        del self.fields["choice"]
        return self

    def evidence(self) -> Evidence | None:
        """None: the project's own rows show it."""
        said = self.cleaned_data.get("choice", "")
        return Evidence(Ground.CHOICE, label=said) if said else None


class BackForm(PlainForm):
    reason = forms.CharField(label=_("Why"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
    on = DayField(label=_("On which day"), help_text=DAY)


class StatusForm(PlainForm):
    """What stops a project is said whole: the rule itself says what is missing."""

    status = forms.ChoiceField(label=_("How it goes"), choices=Status.choices)
    blocked_by = forms.CharField(label=_("What stops it"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2}))
    unblocked_when = forms.CharField(
        label=_("What would unblock it"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    status_owner = forms.CharField(label=_("Who sees to it"), max_length=200, required=False)
    status_on = DayField(label=_("Since when"), required=False, help_text=DAY)
    remind_on = DayField(label=_("Remind us on"), required=False, help_text=_("That day, it comes back among what is to be done."))
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def entry(self) -> StatusEntry:
        typed = {name: value for name, value in self.cleaned_data.items() if name not in ("revision", "status")}
        return StatusEntry(Status(self.cleaned_data["status"]), **typed)
