"""What people say when they give files, and of a document."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from semailles.intake.actions.depositing import DocumentEntry
from semailles.intake.enums import Diffusion
from semailles.intake.models import Document
from semailles.web.layout.fields import DayField
from semailles.web.layout.forms import PlainForm

LICENCES = ("Licence Ouverte 2.0", "CC BY 4.0", "CC BY-SA 4.0", "CC BY-NC 4.0", "CC0")
LONGEST = 300


class Files(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files at once."""

    def clean(self, data: Any, initial: Any = None) -> list["UploadedFile[bytes]"]:
        given = data if isinstance(data, list | tuple) else [data]
        return [super(FilesField, self).clean(one, initial) for one in given] if given else [super().clean(None, initial)]


class DepositForm(PlainForm):
    team = forms.ChoiceField(label=_("Team"), required=False)
    new_team = forms.CharField(
        label=_("or a new team"),
        help_text=_("The name of its folder. Left empty, the folders that you drop are the teams."),
        required=False,
        max_length=LONGEST,
    )
    given = FilesField(
        label=_("Files"),
        help_text=_("Several at once; an archive (.zip) is opened."),
        widget=Files(attrs={"data-drop": "files"}),
        error_messages={"required": _("Choose at least one file to give."), "empty": _("The file is empty: look for another copy.")},
        allow_empty_file=True,
    )
    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *arguments: Any, teams: list[tuple[str, str]], **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["team"].choices = [("", _("none, or that of the folders")), *teams]  # type: ignore[attr-defined]  # a field of choices


class DocumentForm(PlainForm):
    """Whose it is, of when, and how far it may go."""

    team = forms.ChoiceField(label=_("Team"), help_text=_("Its ideas go with it, and get new marks there."))
    author = forms.CharField(label=_("Written by"), help_text=_("For you alone: never printed."), required=False, max_length=LONGEST)
    dated_on = DayField(label=_("Date of the document"), required=False)
    licence = forms.CharField(label=_("Licence"), required=False, max_length=100, widget=forms.TextInput(attrs={"list": "licences"}))
    diffusion = forms.ChoiceField(
        label=_("May be handed to"),
        help_text=_("The document itself. What is quoted from it stays short and named, whatever is chosen here."),
        choices=Diffusion.choices,
    )
    consent = forms.CharField(
        label=_("What was agreed with those who wrote it or are named in it"),
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *arguments: Any, teams: list[tuple[str, str]], **named: Any) -> None:
        super().__init__(*arguments, **named)
        self.fields["team"].choices = teams  # type: ignore[attr-defined]  # a field of choices

    @staticmethod
    def initial_of(document: Document) -> dict[str, Any]:
        names = ("author", "dated_on", "licence", "diffusion", "consent")
        return {"team": str(document.team.public_id), **{name: getattr(document, name) for name in names}}

    @property
    def entry(self) -> DocumentEntry:
        return DocumentEntry(**{name: self.cleaned_data[name] for name in ("author", "dated_on", "licence", "diffusion", "consent")})
