"""Writing a heading of a sheet, and bringing two texts together."""

from django import forms
from django.utils.translation import gettext_lazy as _

from semailles.web.layout.forms import PlainForm


class SectionForm(PlainForm):
    text = forms.CharField(
        label=_("Text"),
        required=False,
        strip=False,
        help_text=_("**bold**, *italic*, « - » before each line of a list, [words](https://address) for a link."),
        widget=forms.Textarea(attrs={"rows": 14}),
    )
    based_on = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
