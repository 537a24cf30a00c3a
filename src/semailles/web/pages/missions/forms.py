"""What is asked of a mission: its own fields, and the projects that it shapes."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from semailles.core.models import Person
from semailles.projects.models import Project
from semailles.web.pages.entries.forms import EntryForm
from semailles.web.pages.entries.kinds import KINDS
from semailles.workshop.entries import MissionEntry
from semailles.workshop.models import Initiative, Mission

MISSION = replace(KINDS["missions"], fields=tuple(name for name in KINDS["missions"].fields if name != "projects"))
SAID = {
    "who": _("A person, an office, an association."),
    "deliverable": _("What they hand over: « six sheets of four pages »."),
    "cost": _("The line of the budget of the process that pays it."),
}


class MissionForm(EntryForm):
    """`projects` that stand, and those that it shapes already."""

    def __init__(
        self,
        initiative: Initiative,
        projects: Iterable[Project],
        *,
        row: Mission | None = None,
        chosen: Iterable[Project] = (),
        typed: Any = None,
    ) -> None:
        super().__init__(MISSION, initiative, row=row, typed=typed)
        self.row, self.projects = row, {str(one.public_id): one for one in projects}
        for name, hint in SAID.items():
            self.fields[name].help_text = hint
        self.fields["shaped"] = forms.MultipleChoiceField(
            label=_("The projects it shapes"),
            required=False,
            choices=[(key, _called(project)) for key, project in self.projects.items()],
            widget=forms.CheckboxSelectMultiple,
            initial=[str(one.public_id) for one in chosen],
            help_text=_("The fee is shared between them in equal parts."),
        )

    def entry(self, *, by: Person) -> MissionEntry:
        """What the frame's file says of its projects in words stays as it is."""
        entry: MissionEntry = super().entry(by=by)
        return replace(entry, projects=self.row.projects) if self.row else entry

    def shaped(self) -> list[Project]:
        return [self.projects[key] for key in self.cleaned_data["shaped"]]


def _called(project: Project) -> str:
    if project.merged_into_id:
        return gettext("%(project)s (merged since)") % {"project": project}
    return str(project) if project.is_standing else gettext("%(project)s (dropped)") % {"project": project}
