from django import forms
from django.utils.translation import gettext_lazy as _

from semailles.web.layout.forms import PlainForm
from semailles.web.pages.initiatives.forms import OpeningForm
from semailles.workshop.actions.inviting import InvitationEntry
from semailles.workshop.enums import Role


class CoordinatorForm(PlainForm):
    person = forms.CharField(label=_("Who coordinates it"), max_length=200, help_text=_("First name and name, as others read them."))
    email = forms.EmailField(label=_("E-mail"), max_length=254, help_text=_("The invitation is mailed to it, and opens for three days."))

    @property
    def entry(self) -> InvitationEntry:
        return InvitationEntry(self.cleaned_data["person"], self.cleaned_data["email"], Role.COORDINATOR)


class OpeningForSomebodyForm(CoordinatorForm, OpeningForm):
    field_order = ("name", "lang", "person", "email")
