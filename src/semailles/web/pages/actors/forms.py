"""What a reader looks for among the actors."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from semailles.intake.queries.mentions import Asked
from semailles.publication.words import capitalised
from semailles.web.layout.forms import PlainForm
from semailles.workshop.enums import ActorKind


class Filters(PlainForm):
    """Asked in the address: a value that is unknown is passed over."""

    q = forms.CharField(label=_("Words"), required=False)
    type = forms.ChoiceField(label=_("Kind"), required=False, choices=[("", _("all")), *ActorKind.choices])
    college = forms.ChoiceField(label=_("College"), required=False)
    equipe = forms.ChoiceField(label=_("Named by"), required=False)

    def __init__(self, asked: Mapping[str, Any], *, colleges: Iterable[str], letters: Iterable[str]) -> None:
        super().__init__(asked)
        known = [(college, capitalised(college)) for college in colleges]
        teams = [(letter, _("team %(letter)s") % {"letter": letter}) for letter in letters]
        self.fields["college"].choices = [("", _("all")), *known]  # type: ignore[attr-defined]  # a field of choices
        self.fields["equipe"].choices = [("", _("any team")), *teams]  # type: ignore[attr-defined]  # a field of choices

    @property
    def asked(self) -> Asked:
        self.is_valid()
        known = self.cleaned_data
        return Asked(*(known.get(name, "") for name in ("q", "college", "type", "equipe")))
