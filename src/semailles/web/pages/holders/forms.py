"""Who is committed to a project, in which role, and what somebody settles."""

from django import forms
from django.utils.translation import gettext_lazy as _

from semailles.web.layout.fields import DayField
from semailles.web.layout.forms import PlainForm
from semailles.web.pages.commitments.forms import CommitmentForm
from semailles.workshop.enums import CommitmentRole


class HolderForm(CommitmentForm):
    role = forms.ChoiceField(label=_("Role"), choices=CommitmentRole.choices, initial=CommitmentRole.CARRIES)


class WatchForm(PlainForm):
    scope = forms.CharField(label=_("What it covers"), max_length=300, required=False)
    remind_on = DayField(
        label=_("Ask for news on"), required=False, help_text=_("The day on which this commitment comes back among things to do.")
    )
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)


class SettleForm(PlainForm):
    reason = forms.CharField(
        label=_("Why this level is the right one"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("For instance « their letter came after the workshop ». What the other sources say stays beside it."),
    )
