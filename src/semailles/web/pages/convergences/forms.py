"""What a reader looks for among the families."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from semailles.convergence.enums import Strength
from semailles.convergence.queries.families import UNPLACED, Asked
from semailles.web.layout.forms import PlainForm
from semailles.workshop.models import Theme


class Filters(PlainForm):
    """Asked in the address: a value that is unknown is passed over."""

    q = forms.CharField(label=_("Words"), required=False)
    theme = forms.ChoiceField(label=_("Theme"), required=False)
    force = forms.ChoiceField(label=_("Strength"), required=False, choices=[("", _("any")), *Strength.choices])
    equipe = forms.MultipleChoiceField(label=_("Seen by"), required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, asked: Mapping[str, Any], *, themes: Mapping[Theme, int], letters: list[str]) -> None:
        super().__init__(asked)
        titles = [(str(theme.public_id), theme.title) for theme in themes]
        self.fields["theme"].choices = [("", _("all")), *titles, (UNPLACED, _("without theme"))]  # type: ignore[attr-defined]  # a field of choices
        self.fields["equipe"].choices = [(letter, letter) for letter in letters]  # type: ignore[attr-defined]  # a field of choices

    @property
    def asked(self) -> Asked:
        self.is_valid()
        known = self.cleaned_data
        theme = known.get("theme", "")
        placed = UUID(theme) if theme not in ("", UNPLACED) else theme
        return Asked(known.get("q", ""), placed, tuple(known.get("equipe", ())), known.get("force", ""))
