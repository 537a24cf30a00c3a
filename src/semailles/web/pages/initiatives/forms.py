from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from semailles.web.layout.forms import PlainForm


class OpeningForm(PlainForm):
    name = forms.CharField(
        label=_("Name of the initiative"), max_length=300, help_text=_("For instance: Vallée de l’Orve, pro-active synthesis")
    )
    lang = forms.ChoiceField(label=_("Language of the print"), choices=settings.LANGUAGES)
