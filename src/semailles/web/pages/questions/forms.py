"""A question to somebody, or a remark; its answer."""

import uuid
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from semailles.core.models import Person
from semailles.web.layout.forms import PlainForm
from semailles.workshop.actions.questions import QuestionEntry

LONGEST = 2000


class QuestionForm(PlainForm):
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    text = forms.CharField(label=_("Remark or question"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, people: Sequence[Person], *, typed: Any = None) -> None:
        super().__init__(typed, initial={"key": uuid.uuid4()})
        self.people = {str(person.public_id): person for person in people}
        choices = [("", _("nobody: a remark")), *((key, person.name) for key, person in self.people.items())]
        self.fields["asked_to"] = forms.ChoiceField(
            label=_("Asked to"), required=False, choices=choices, help_text=_("Those who take part and read this page.")
        )

    def entry(self) -> QuestionEntry:
        return QuestionEntry(self.cleaned_data["text"], self.people.get(self.cleaned_data["asked_to"]))


class AnswerForm(PlainForm):
    answer = forms.CharField(label=_("Answer"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 4}))
