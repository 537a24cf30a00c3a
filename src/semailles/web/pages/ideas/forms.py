from django import forms
from django.utils.translation import gettext_lazy as _

from semailles.web.layout.forms import PlainForm

LONGEST = 500


class AsideForm(PlainForm):
    """Why an idea is set aside."""

    reason = forms.CharField(
        label=_("Why it is set aside"),
        help_text=_("The reason is kept, the idea can still be found, and this can be undone."),
        max_length=LONGEST,
        widget=forms.TextInput(attrs={"list": "reasons", "autocomplete": "off"}),
        error_messages={"required": _("Say in a few words why this is set aside.")},
    )
