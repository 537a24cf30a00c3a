from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from semailles.web.layout.forms import PlainForm
from semailles.web.pages.register.forms import EraseForm


class AccountForm(PlainForm):
    name = forms.CharField(label=_("Name"), max_length=200, help_text=_("As others read it beside what you write."))
    lang = forms.ChoiceField(
        label=_("Language of what is sent to you"), choices=[("", _("that of the initiative")), *settings.LANGUAGES], required=False
    )


class AddressForm(PlainForm):
    email = forms.EmailField(
        label=_("Your new address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_("A link is mailed to it."),
    )


class LeaveForm(EraseForm):
    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["also"].label = _("Other ways in which you are written")
