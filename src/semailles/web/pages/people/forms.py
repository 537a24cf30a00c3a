"""Whom a link is for, what it opens, until when; who is invited, with which role."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from semailles.web.layout.fields import DayField
from semailles.web.layout.forms import PlainForm
from semailles.workshop.enums import Role

Grouped = list[tuple[str, list[tuple[str, str]]]]
NOBODY_IS_TOLD = _("Nothing is sent before you press the button for it.")


class RenewForm(PlainForm):
    ends_on = DayField(label=_("Until which day"), help_text=_("That day included. For instance 28/02/2015."))


class LinkForm(RenewForm):
    field_order = ("what", "name", "email", "ends_on")

    what = forms.ChoiceField(label=_("What it opens"), error_messages={"required": _("Choose what the link opens.")})
    name = forms.CharField(
        label=_("For whom"),
        help_text=_("First name and name: whoever signs writes them."),
        max_length=120,
        error_messages={"required": _("Say for whom this link is: a name, even that of an office.")},
    )
    email = forms.EmailField(label=_("Their e-mail address"), help_text=NOBODY_IS_TOLD, required=False, max_length=254)
    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *given: Any, offered: Grouped, **options: Any) -> None:
        super().__init__(*given, **options)
        self.fields["what"].choices = [("", _("Choose…")), *offered]  # type: ignore[attr-defined]  # a field of choices


class InvitationForm(PlainForm):
    name = forms.CharField(
        label=_("Whom"),
        help_text=_("First name and name."),
        max_length=120,
        error_messages={"required": _("Say whom you invite: a first name and a name.")},
    )
    email = forms.EmailField(label=_("Their e-mail address"), help_text=NOBODY_IS_TOLD, max_length=254)
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices, initial=Role.SHAPER)
    about = forms.ChoiceField(
        label=_("Project to hold, or group to sit in"),
        help_text=_("For a project holder, the project; for a member of a group or of the steering committee, the group."),
        required=False,
    )

    def __init__(self, *given: Any, offered: Grouped, **options: Any) -> None:
        super().__init__(*given, **options)
        self.fields["about"].choices = [("", "–"), *offered]  # type: ignore[attr-defined]  # a field of choices


class RoleForm(PlainForm):
    role = forms.ChoiceField(label=_("Role to give"), choices=Role.choices)
