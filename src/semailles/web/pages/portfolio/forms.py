from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from semailles.projects.actions.together import ALONE, TogetherEntry, ViewEntry
from semailles.projects.enums import Sphere, Status
from semailles.web.layout.fields import DayField
from semailles.web.layout.forms import PlainForm
from semailles.workshop.models import Initiative, Theme

UNTOUCHED = ("", _("leave as it is"))


class TogetherForm(PlainForm):
    """What is left empty is not written."""

    sphere = forms.ChoiceField(label=_("Field of action"), choices=[UNTOUCHED, *Sphere.choices], required=False)
    theme = forms.ChoiceField(label=_("Add a theme"), required=False)
    status = forms.ChoiceField(
        label=_("How it goes"), choices=[UNTOUCHED, *((one.value, one.label) for one in Status if one not in ALONE)], required=False
    )
    facilitator = forms.CharField(label=_("Who leads the work"), max_length=200, required=False)
    next_review_on = DayField(label=_("Next review"), required=False)

    def __init__(self, initiative: Initiative, typed: QueryDict | None = None) -> None:
        super().__init__(typed)
        self.themes = {str(theme.public_id): theme for theme in Theme.objects.of(initiative).standing()}
        self.fields["theme"].choices = [UNTOUCHED, *((key, theme.title) for key, theme in self.themes.items())]  # type: ignore[attr-defined]  # a ChoiceField

    def entry(self) -> TogetherEntry:
        return TogetherEntry(**{**self.cleaned_data, "theme": self.themes.get(self.cleaned_data["theme"])})


class ViewForm(PlainForm):
    name = forms.CharField(label=_("Keep these filters under the name"), max_length=100)
    query = forms.CharField(max_length=1000, required=False, widget=forms.HiddenInput)

    def entry(self) -> ViewEntry:
        return ViewEntry(**self.cleaned_data)
