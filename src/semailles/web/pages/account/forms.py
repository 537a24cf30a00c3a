from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from semailles.web.layout.forms import PlainForm


class AccountForm(PlainForm):
    name = forms.CharField(label=_("Name"), max_length=200, help_text=_("As others read it beside what you write."))
    lang = forms.ChoiceField(
        label=_("Language of what is sent to you"), choices=[("", _("that of the initiative")), *settings.LANGUAGES], required=False
    )
