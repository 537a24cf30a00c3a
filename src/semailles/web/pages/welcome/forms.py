"""How the initiative opens to the public."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from semailles.intake.actions.welcoming import WelcomeEntry
from semailles.intake.models import Welcome
from semailles.web.layout.fields import DayField
from semailles.web.layout.forms import PlainForm

FIELDS = ("is_open", "words", "takes_ideas", "question", "ideas_from", "ideas_until", "most_ideas", "revision")


class WelcomeForm(PlainForm):
    is_open = forms.BooleanField(
        label=_("Open the public page"), required=False, help_text=_("Everybody reads it at its address, without an account.")
    )
    words = forms.CharField(
        label=_("What you want to say there"),
        help_text=_("What the initiative is, who leads it, how to reach the team. In Markdown if you like."),
        max_length=1500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    takes_ideas = forms.BooleanField(
        label=_("Take ideas from the public"),
        required=False,
        help_text=_("Nothing that is sent is an idea before somebody of the team kept it."),
    )
    question = forms.CharField(
        label=_("What you ask"), max_length=300, required=False, help_text=_("One question, as one would say it aloud.")
    )
    ideas_from = DayField(label=_("From"), required=False, help_text=_("For instance 28/02/2015."))
    ideas_until = DayField(label=_("Until, that day included"), required=False)
    most_ideas = forms.IntegerField(label=_("How many at most"), min_value=1, max_value=5000, help_text=_("As many as the team can read."))
    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, welcome: Welcome, typed: Any = None) -> None:
        super().__init__(typed, initial={name: getattr(welcome, name) for name in FIELDS})
        for name in ("is_open", "takes_ideas"):
            self.fields[name].is_asked = True  # type: ignore[attr-defined]  # read by the template of a field: a box is ticked or not

    @property
    def entry(self) -> WelcomeEntry:
        return WelcomeEntry(**{name: value for name, value in self.cleaned_data.items() if name != "revision"})
