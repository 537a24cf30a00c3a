"""What is asked of a note of a group, and of a project that it takes in hand."""

import uuid
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from semailles.projects.entries_of_work import NoteEntry
from semailles.projects.models import GroupNote, Project
from semailles.web.layout.fields import DayField
from semailles.web.layout.forms import PlainForm
from semailles.web.pages.entries.forms import HINTS, ChosenField

LONGEST = 20000  # signs: the minutes of a long evening


class NoteForm(PlainForm):
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)
    on = DayField(label=_("On which day"), help_text=HINTS["on"])
    text = forms.CharField(
        label=_("What was said, what was decided"),
        max_length=LONGEST,
        help_text=_("Paragraphs and lists: a line that begins with a dash is a point of a list."),
        widget=forms.Textarea(attrs={"rows": 12}),
    )

    def __init__(self, *, row: GroupNote | None = None, typed: Any = None, given: dict[str, Any] | None = None) -> None:
        initial = {"on": row.on, "text": row.text, "revision": row.revision} if row else {"key": uuid.uuid4(), **(given or {})}
        super().__init__(typed, initial=initial)

    def entry(self) -> NoteEntry:
        return NoteEntry(self.cleaned_data["on"], self.cleaned_data["text"])


class ProjectForm(PlainForm):
    """One of the projects that stand."""

    def __init__(self, projects: Iterable[Project], *, typed: Any = None) -> None:
        super().__init__(typed)
        self.fields["project"] = ChosenField(projects, label=_("Take a project in hand"))
