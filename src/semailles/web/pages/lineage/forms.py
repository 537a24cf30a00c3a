"""What people say when they open a project or change what it is made of."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from semailles.convergence.models import Family
from semailles.intake.models import Idea
from semailles.intake.queries.sorting import ideas_called
from semailles.projects.models import Project
from semailles.web.layout.forms import PlainForm
from semailles.workshop.models import Initiative

LONGEST_REASON, LONGEST_TITLE, LONGEST_MARKS = 500, 300, 2000
AREA = forms.Textarea(attrs={"rows": 3})
NO_TITLE = _("Give the project a title: a few words that are understood alone.")


class MarksField(forms.CharField):
    """« B12, A3 », as people write them down."""

    def __init__(self, **named: Any) -> None:
        hint = _("Their marks, as on the lists: « B12, A3 ».")
        shown = forms.TextInput(attrs={"autocomplete": "off", "placeholder": "B12, A3"})
        super().__init__(max_length=LONGEST_MARKS, help_text=hint, widget=shown, **named)


def called(initiative: Initiative, marks: str) -> list[Idea]:
    """In the order in which they are written; a mark that nobody bears is said."""
    written = ["".join(mark.split()).upper() for mark in marks.replace(";", ",").split(",") if mark.strip()]
    found = ideas_called(initiative, written)
    missing = [mark for mark in written if mark not in found]
    if missing:
        raise ValidationError(gettext("No idea bears the mark « %(mark)s ».") % {"mark": missing[0]})
    return [found[mark] for mark in dict.fromkeys(written)]


class ReasonForm(PlainForm):
    reason = forms.CharField(
        label=_("Why"),
        max_length=LONGEST_REASON,
        widget=AREA,
        help_text=_("A sentence; the others will read it, now and later."),
        error_messages={"required": _("Say in a few words why: who reads it later must understand.")},
    )


class OpenForm(PlainForm):
    """From convergences, from ideas, from both, or from nothing but a title."""

    title = forms.CharField(label=_("Title"), max_length=LONGEST_TITLE, error_messages={"required": NO_TITLE})
    families = forms.MultipleChoiceField(label=_("Convergences that it comes from"), required=False, widget=forms.CheckboxSelectMultiple)
    marks = MarksField(label=_("Other ideas that it comes from"), required=False)
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *arguments: Any, initiative: Initiative, families: Iterable[Family], **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.initiative = initiative
        self.known = {str(family.public_id): family for family in families}
        choices = [(key, family.title) for key, family in self.known.items()]
        self.fields["families"].choices = choices  # type: ignore[attr-defined]  # a field of choices

    def clean_marks(self) -> list[Idea]:
        return called(self.initiative, self.cleaned_data["marks"])

    @property
    def chosen(self) -> list[Family]:
        return [self.known[key] for key in self.cleaned_data["families"]]


class SharedForm(PlainForm):
    """What several projects share: a platform, a legal form, a skill."""

    title = forms.CharField(label=_("What is shared"), max_length=LONGEST_TITLE, error_messages={"required": NO_TITLE})
    serves = forms.TypedMultipleChoiceField(
        label=_("Projects that share it"),
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick at least two projects that share it.")},
    )
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, *arguments: Any, projects: Sequence[Project], **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.known = {project.number: project for project in projects}
        choices = [(number, str(project)) for number, project in self.known.items()]
        self.fields["serves"].choices = choices  # type: ignore[attr-defined]  # a field of choices

    @property
    def chosen(self) -> list[Project]:
        return [self.known[number] for number in self.cleaned_data["serves"]]


class FeedForm(PlainForm):
    marks = MarksField(label=_("Ideas to add"), error_messages={"required": _("Write at least one mark.")})
    part = forms.CharField(
        label=_("What of it is taken"), max_length=LONGEST_TITLE, required=False, help_text=_("When it is not the whole idea.")
    )

    def __init__(self, *arguments: Any, initiative: Initiative, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.initiative = initiative

    def clean_marks(self) -> list[Idea]:
        return called(self.initiative, self.cleaned_data["marks"])


class TitleForm(PlainForm):
    title = forms.CharField(label=_("Title"), max_length=LONGEST_TITLE, error_messages={"required": NO_TITLE})
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)


class MergeForm(ReasonForm):
    into = forms.TypedChoiceField(
        label=_("The project that stays"), coerce=int, error_messages={"required": _("Choose the project that stays.")}
    )
    field_order = ("into", "reason")

    def __init__(self, *arguments: Any, others: Sequence[Project], **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.known = {project.number: project for project in others}
        choices = [("", _("choose…")), *[(number, str(project)) for number, project in self.known.items()]]
        self.fields["into"].choices = choices  # type: ignore[attr-defined]  # a field of choices

    @property
    def chosen(self) -> Project:
        return self.known[self.cleaned_data["into"]]


class SplitForm(ReasonForm):
    ideas = forms.MultipleChoiceField(
        label=_("Ideas that go to the new project"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Tick the ideas that go to the new project.")},
    )
    title = forms.CharField(label=_("Its title"), max_length=LONGEST_TITLE, error_messages={"required": NO_TITLE})
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    field_order = ("ideas", "title", "reason")

    def __init__(self, *arguments: Any, ideas: Sequence[Idea], **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.known = {str(idea.public_id): idea for idea in ideas}
        choices = [(key, f"{idea.team.letter}{idea.number or ''} {idea.title}") for key, idea in self.known.items()]
        self.fields["ideas"].choices = choices  # type: ignore[attr-defined]  # a field of choices

    @property
    def ticked(self) -> list[Idea]:
        return [self.known[key] for key in self.cleaned_data["ideas"]]
