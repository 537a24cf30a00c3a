"""What is asked of a milestone of a project, and of what it waits for."""

import uuid
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from semailles.projects.actions import ProjectMilestoneEntry, WaitEntry
from semailles.projects.models import Project, ProjectMilestone
from semailles.web.layout.forms import PlainForm
from semailles.web.pages.entries.forms import ChosenField, field_of

FIELDS = ("label", "planned_on", "responsible", "starts_on", "real_on", "note")
HINTS = {
    "starts_on": gettext_lazy("Only when it lasts: the day work on it begins."),
    "planned_on": gettext_lazy("For instance 28/02/2027. Empty: no day yet, or the day that what it waits for gives."),
    "real_on": gettext_lazy("Only once it is reached."),
    "responsible": gettext_lazy("A function or a group rather than a person’s name."),
}
MOST_DAYS = 3650  # ten years


class MilestoneForm(PlainForm):
    """`key` makes a double click one gesture; `revision` tells two tabs apart."""

    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, project: Project, *, row: ProjectMilestone | None = None, typed: Any = None) -> None:
        initial = {name: getattr(row, name) for name in (*FIELDS, "revision")} if row else {"key": uuid.uuid4()}
        super().__init__(typed, initial=initial)
        for name in FIELDS:
            self.fields[name] = field_of(ProjectMilestone, name, project.initiative)
            self.fields[name].help_text = HINTS.get(name, "")

    def entry(self) -> ProjectMilestoneEntry:
        return ProjectMilestoneEntry(**{name: self.cleaned_data[name] for name in FIELDS})


class WaitForm(PlainForm):
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    lag_days = forms.IntegerField(
        label=gettext_lazy("Days in between"),
        min_value=0,
        max_value=MOST_DAYS,
        required=False,
        help_text=gettext_lazy("For instance 60 for two months of examination. Empty: none."),
    )
    note = forms.CharField(label=gettext_lazy("Note"), max_length=300, required=False)
    field_order = ("before", "lag_days", "note")

    def __init__(self, others: Iterable[ProjectMilestone], *, typed: Any = None) -> None:
        super().__init__(typed, initial={"key": uuid.uuid4()})
        chosen = ChosenField(others, label=_("It waits for"), help_text=_("A milestone of this project or of another."))
        chosen.choices = [("", "–"), *((str(one.public_id), f"{one.project.number} · {one.label}") for one in chosen.rows.values())]
        self.fields = {"key": self.fields["key"], "before": chosen, "lag_days": self.fields["lag_days"], "note": self.fields["note"]}

    def entry(self) -> WaitEntry:
        return WaitEntry(self.cleaned_data["before"], self.cleaned_data["lag_days"] or 0, self.cleaned_data["note"])
