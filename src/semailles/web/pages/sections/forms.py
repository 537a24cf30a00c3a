"""Writing a heading of a sheet, and bringing two texts together."""

from django import forms
from django.utils.translation import gettext_lazy as _

from semailles.web.layout.forms import PlainForm


class SectionForm(PlainForm):
    text = forms.CharField(
        label=_("Text"),
        required=False,
        strip=False,
        help_text=_(
            "An empty line begins a new paragraph. A line that begins with « - » is one item of a list. Two stars before and after, **words** are bold; one star,"
            " *words* are italic. A link: [its words](https://address)."
        ),
        widget=forms.Textarea(attrs={"rows": 14}),
    )
    based_on = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
