"""What is asked of a task."""

import uuid
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from semailles.projects.entries_of_work import TaskEntry
from semailles.projects.models import WorkTask
from semailles.web.layout.forms import PlainForm
from semailles.web.pages.entries.forms import HINTS, field_of
from semailles.workshop.models import Initiative

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise as Sentence

FIELDS = ("what", "who", "due_on", "project", "group", "done_on")
SAID: "dict[str, tuple[Sentence | str, Sentence | str]]" = {
    "what": (_("What is to be done"), _("One gesture that somebody can do: « call the owner of the barn ».")),
    "who": (_("Who does it"), _("A name or a function, always written the same way: « My day » finds it again.")),
    "due_on": (_("For which day"), HINTS["on"]),
    "done_on": (_("Done on"), _("Only once it is done.")),
    "project": (_("For which project"), ""),
    "group": (_("For which group"), _("A group, a project, or both.")),
}


class TaskForm(PlainForm):
    """`key` makes a double click one gesture; `revision` tells two tabs apart."""

    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(
        self, initiative: Initiative, *, row: WorkTask | None = None, typed: Any = None, given: dict[str, Any] | None = None
    ) -> None:
        initial = {name: getattr(row, name) for name in (*FIELDS, "revision")} if row else {"key": uuid.uuid4(), **(given or {})}
        super().__init__(typed, initial=initial)
        for name in FIELDS:
            self.fields[name] = field_of(WorkTask, name, initiative)
            label, hint = SAID[name]
            self.fields[name].label, self.fields[name].help_text = label, hint
        self.fields["who"].widget.attrs.update({"list": "people-known", "autocomplete": "off"})

    def entry(self) -> TaskEntry:
        return TaskEntry(**{name: self.cleaned_data[name] for name in FIELDS})
