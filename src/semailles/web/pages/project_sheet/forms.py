"""The identity of a project, and the lines of its sheet."""

import uuid
from dataclasses import fields
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from semailles.projects.entries import IdentityEntry, RemarkEntry
from semailles.projects.enums import Note, Section
from semailles.projects.models import Project
from semailles.projects.pictures import MOST_BYTES
from semailles.web.layout.forms import PlainForm
from semailles.web.pages.entries.forms import ChosenField, field_of
from semailles.web.pages.entries.kinds import KINDS as KINDS_OF_FRAME
from semailles.web.pages.project_sheet.kinds import KINDS, LineKind
from semailles.workshop.models import Theme

HINTS = {
    "tagline": _("One sentence that makes people want to read on."),
    "sphere": _("The field of action it belongs to; learning crosses the others."),
    "strategy_verb": _("What people will do otherwise thanks to it. The matrix sets it against the field."),
    "intended_form": _(
        "Under which legal form it will be carried, when one is aimed at. A shared company (SCIC, SEM) brings several colleges together."
    ),
    "participation": _("How far inhabitants take part in it, from being informed to building it."),
    "keywords": _("Separated by commas."),
    "lead_months": _("For instance 3, or 1,5."),
    "public_contact": _("A functional address: it is printed."),
    "licence": _("Under which licence others may take this sheet up."),
    "deadline_reason": _("What happens on that day: a vote, a call for projects, a season."),
    "owner": _("An organisation or a function, rather than a person."),
    "unblocked_when": _("What people will see on the day it hinders no more: a vote, a signature, a test."),
    "result": _("In figures where there are some, with their year."),
    "credit": _("Who made it, and who lets it be shown: it is said beside."),
    "alt": _("For those who do not see it: this sentence is read aloud."),
}
ADDED_ON = {"axis": "axes", "group": "instances", "competent_body": "instances"}  # what these lists hold is written in the frame
IDENTITY = [field.name for field in fields(IdentityEntry)]
PARTS = (
    (_("What it is"), ("tagline", "sphere", "strategy_verb", "themes", "axis", "keywords")),
    (_("At which scale, in which form"), ("scale", "intended_form", "participation", "competent_body")),
    (_("Who sees to it, who answers"), ("facilitator", "group", "public_contact", "licence")),
    (_("When"), ("emerged_on", "next_review_on", "lead_months", "deadline_on", "deadline_reason")),
    (_("If nothing of it is put in figures"), ("not_quantified_reason",)),
)


class IdentityForm(PlainForm):
    """What a sheet says in one word or one line. Nothing of it is compulsory: what is empty blocks a step, never the typing."""

    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, project: Project, *, typed: Any = None) -> None:
        initial = {name: getattr(project, name) for name in (*IDENTITY, "revision") if name != "themes"}
        themes = [str(theme.public_id) for theme in project.themes.all()]
        super().__init__(typed, initial={**initial, "themes": themes})
        self.known = {str(theme.public_id): theme for theme in Theme.objects.of(project.initiative)}
        for name in IDENTITY:
            self.fields[name] = self._themes() if name == "themes" else field_of(Project, name, project.initiative)
        for name, kind in ADDED_ON.items():
            self.fields[name].help_text = _where_to_add(kind, self.fields[name])
        _hint(self)

    @property
    def parts(self) -> list[tuple[str, list[forms.BoundField]]]:
        return [(str(title), [self[name] for name in names]) for title, names in PARTS]

    def keep_group(self) -> None:
        """Shown, and chosen by whoever shapes projects: what is typed there is not read."""
        group = self.fields["group"]
        group.disabled, self.initial["group"] = True, group.prepare_value(self.initial["group"])

    def _themes(self) -> forms.Field:
        choices = [(public_id, theme.title) for public_id, theme in self.known.items()]
        return forms.MultipleChoiceField(label=_("Themes"), choices=choices, required=False, widget=forms.CheckboxSelectMultiple)

    def entry(self) -> IdentityEntry:
        typed = {name: self.cleaned_data[name] for name in IDENTITY}
        return IdentityEntry(**{**typed, "themes": tuple(self.known[key] for key in typed["themes"])})


class LineForm(PlainForm):
    """The fields of one kind of lines. `key` makes a double click one gesture; `revision` tells two tabs apart."""

    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, kind: LineKind, project: Project, *, row: Any = None, typed: Any = None, given: Any = None) -> None:
        initial = {name: getattr(row, name) for name in (*kind.fields, "revision")} if row else {"key": uuid.uuid4()}
        super().__init__(typed, given, initial=initial)
        self.kind = kind
        for name in kind.fields:
            self.fields[name] = _other(project) if name == "other" else field_of(kind.model, name, project.initiative)
        _hint(self)

    def entry(self) -> Any:
        return self.kind.entry(**{name: self.cleaned_data[name] for name in self.kind.fields})


class PictureForm(LineForm):
    """A picture as it is given; once given, only its words change."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("JPEG, PNG, WebP, HEIC or TIFF, 20 MB at most."),
        widget=forms.FileInput(attrs={"accept": "image/*"}),
        error_messages={"required": _("Choose the picture."), "empty": _("The file is empty: look for another copy.")},
    )

    def __init__(self, project: Project, *, typed: Any = None, given: Any = None) -> None:
        super().__init__(KINDS["images"], project, typed=typed, given=given if typed is not None else None)

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("This picture is larger than 20 MB: save it smaller, 2000 pixels wide are plenty."))
        return file


class RemarkForm(PlainForm):
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    text = forms.CharField(label=_("Remark or question"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))
    asked_to = forms.CharField(label=_("Asked to"), max_length=200, required=False, help_text=_("Empty: a remark, asked to nobody."))

    def __init__(self, *, typed: Any = None, slot: str = "") -> None:
        super().__init__(typed, initial={"key": uuid.uuid4(), "slot": slot})
        slots = [(slot.value, slot.label) for slot in (*Section, *Note)]
        self.fields["slot"] = forms.ChoiceField(label=_("About"), required=False, choices=[("", _("the whole sheet")), *slots])

    def entry(self) -> RemarkEntry:
        return RemarkEntry(self.cleaned_data["text"], self.cleaned_data["slot"], self.cleaned_data["asked_to"])


class AnswerForm(PlainForm):
    answer = forms.CharField(label=_("Answer"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}))


def _where_to_add(kind: str, field: forms.Field) -> SafeString:
    """The list lacks what people look for: its page opens beside, and what is typed here stays."""
    said = gettext("Nothing to choose from yet.") if isinstance(field, ChosenField) and not field.rows else gettext("Not in the list?")
    then = gettext("It opens in a new tab. Save here, then open this form again: it is in the list.")
    return format_html(
        '{} <a href="{}" target="_blank">{}</a>. {}', said, reverse("entry-add", args=[kind]), KINDS_OF_FRAME[kind].new, then
    )


def _hint(form: PlainForm) -> None:
    for name, field in form.fields.items():
        field.help_text = field.help_text or HINTS.get(name, "")


def _other(project: Project) -> forms.Field:
    others = Project.objects.of(project.initiative).standing().exclude(pk=project.pk)
    return ChosenField(others, label=_("Other project"))
