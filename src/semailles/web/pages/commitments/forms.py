"""A commitment to the process: who, in which role, and each dated step with what shows it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from semailles.core import files
from semailles.web.layout.fields import DayField
from semailles.web.layout.forms import PlainForm
from semailles.workshop.entries import Proof
from semailles.workshop.enums import CommitmentRole, Level, ProofKind

MOST_BYTES = 20_000_000
SHOWN_BY = {
    "said_by": _("Who signed it, and in which function."),
    "reference": _("Where the signed paper is kept, when no copy is attached. For instance « letter of 3 March 2015, ref. 12 »."),
    "file": _("The signed copy, scanned or photographed: 20 MB at most. It stays in the workspace."),
}
TOO_BIG = _("The file is larger than 20 MB: attach a lighter copy, or give its reference.")


class CommitmentForm(PlainForm):
    actor = forms.CharField(
        label=_("Who"),
        max_length=300,
        help_text=_("An actor that is known, or a new one."),
        widget=forms.TextInput(attrs={"list": "actors-known", "autocomplete": "off"}),
    )
    role = forms.ChoiceField(label=_("Role"), choices=CommitmentRole.choices, initial=CommitmentRole.FUNDS)
    scope = forms.CharField(label=_("What it covers"), max_length=300, required=False)
    key = forms.UUIDField(widget=forms.HiddenInput, required=False)


class FileForm(PlainForm):
    file = forms.FileField(label=_("The document itself"), help_text=_("20 MB at most. It stays in the workspace."))

    def clean_file(self) -> object:
        file = self.cleaned_data["file"]
        if file and file.size > MOST_BYTES:
            raise forms.ValidationError(TOO_BIG)
        return file


class StepForm(FileForm):
    """One rung, up or down. A written commitment shows its document."""

    field_order = ("level", "on", "said_by", "proof_kind", "reference", "file", "expires_on", "note")

    level = forms.ChoiceField(label=_("Level"), choices=[(level.value, level.label) for level in Level if level != Level.WITHDRAWN])
    on = DayField(label=_("On which day"), help_text=_("For instance 28/02/2015."))
    said_by = forms.CharField(label=_("Said or signed by"), max_length=200, required=False)
    proof_kind = forms.ChoiceField(label=_("What shows it"), choices=[("", "–"), *ProofKind.choices], required=False)
    reference = forms.CharField(
        label=_("Its reference"), max_length=500, required=False, help_text=_("For instance « letter of 3 March 2015, ref. 12 ».")
    )
    file = forms.FileField(label=_("The document itself"), required=False, help_text=_("20 MB at most. It stays in the workspace."))
    expires_on = DayField(label=_("Valid until"), required=False)
    note = forms.CharField(label=_("Note"), max_length=500, required=False)

    @property
    def rung(self) -> Level:
        return Level(self.cleaned_data["level"])

    def kept_proof(self) -> Proof:
        """With the attached file, stored by its content."""
        typed = self.cleaned_data
        return Proof(
            kind=typed["proof_kind"],
            reference=typed["reference"],
            sha256=files.keep(typed["file"].read()) if typed["file"] else "",
            said_by=typed["said_by"],
            expires_on=typed["expires_on"],
            note=typed["note"],
        )


class SignedForm(StepForm):
    """The signed copy comes back: what shows it is no option. A letter that stays in a binder is known by its reference."""

    proof_kind = forms.ChoiceField(label=_("What shows it"), choices=ProofKind.choices, initial=ProofKind.LETTER)

    def __init__(self, *given: Any, **options: Any) -> None:
        super().__init__(*given, **options)
        for name, hint in SHOWN_BY.items():
            self.fields[name].help_text = hint
            self.fields[name].is_asked = True  # type: ignore[attr-defined]  # read by the template of a field: it is not said to be optional

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if not (self.errors or typed["file"] or typed["reference"].strip()):
            self.add_error("file", _("Attach the signed copy, or write its reference."))
        return typed


class WithdrawForm(PlainForm):
    reason = forms.CharField(label=_("Why"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
    on = DayField(label=_("On which day"), help_text=_("For instance 28/02/2015."))
