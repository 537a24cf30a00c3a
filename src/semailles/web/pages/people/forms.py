"""Whom a link is for, what it opens, until when; who is invited, with which role."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from semailles.web.layout.fields import DayField
from semailles.web.layout.forms import PlainForm
from semailles.workshop.enums import Role

SOMEBODY_ELSE = "other"
Grouped = list[tuple[str, list[tuple[str, str]]]]
NOBODY_IS_TOLD = _("Nothing is sent before you press the button for it.")


class RenewForm(PlainForm):
    ends_on = DayField(label=_("Until which day"), help_text=_("That day included. For instance 28/02/2015."))


class LinkForm(RenewForm):
    field_order = ("what", "name", "who", "email", "ends_on")

    what = forms.ChoiceField(label=_("What it opens"), error_messages={"required": _("Choose what the link opens.")})
    name = forms.CharField(
        label=_("For whom"),
        help_text=_("First name and name: whoever signs writes them."),
        max_length=120,
        error_messages={"required": _("Say for whom this link is: a name, even that of an office.")},
    )
    email = forms.EmailField(label=_("Their e-mail address"), help_text=NOBODY_IS_TOLD, required=False, max_length=254)
    who = forms.ChoiceField(
        label=_("Who it is"),
        widget=forms.RadioSelect,
        error_messages={"required": _("A link was given to somebody of this name already: say whether it is the same person.")},
    )
    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *given: Any, offered: Grouped, known: Sequence[tuple[str, str]] = (), **options: Any) -> None:
        """`known`: who was given a link under the name that was typed; without any, nothing is asked."""
        super().__init__(*given, **options)
        self.fields["what"].choices = [("", _("Choose…")), *offered]  # type: ignore[attr-defined]  # a field of choices
        self.fields["who"].choices = [*known, (SOMEBODY_ELSE, _("somebody else, of the same name"))]  # type: ignore[attr-defined]  # as above
        if not known:
            del self.fields["who"]

    @property
    def chosen(self) -> tuple[UUID | None, bool]:
        """The same person as this one; whether it is somebody else."""
        who = self.cleaned_data.get("who", SOMEBODY_ELSE)
        return (None, True) if who == SOMEBODY_ELSE else (UUID(who), False)


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
