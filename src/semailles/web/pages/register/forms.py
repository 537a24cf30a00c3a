from django import forms
from django.utils.translation import gettext_lazy as _

from semailles.web.layout.forms import PlainForm


class EraseForm(PlainForm):
    also = forms.CharField(
        label=_("Other ways of writing them"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One a line: a nickname, a maiden name, a name with a mistake in it."),
    )
    is_sure = forms.BooleanField(label=_("I understand that nothing brings it back"))

    @property
    def names(self) -> list[str]:
        return [line.strip() for line in self.cleaned_data["also"].splitlines() if line.strip()]
