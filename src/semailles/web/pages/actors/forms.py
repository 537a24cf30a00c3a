"""What a reader looks for among the actors."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from semailles.engines.words import fold
from semailles.intake.queries.mentions import Asked
from semailles.publication.words import capitalised
from semailles.web.layout.forms import PlainForm
from semailles.workshop.enums import ActorKind
from semailles.workshop.models import Actor
from semailles.workshop.queries.actors import by_spelling


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


class MergeForm(PlainForm):
    """Which actor this one is, by any of its spellings, and why."""

    into = forms.CharField(
        label=_("It is the same actor as"),
        max_length=300,
        help_text=_("One of its names, as the list writes it."),
        widget=forms.TextInput(attrs={"list": "actors-known", "autocomplete": "off"}),
    )
    reason = forms.CharField(label=_("Why"), max_length=500, help_text=_("One sentence is enough; it stays beside the thing."))

    def __init__(self, actor: Actor, typed: Any = None) -> None:
        super().__init__(typed)
        self.actor = actor

    @property
    def known(self) -> list[str]:
        others = Actor.objects.of(self.actor.initiative).standing().exclude(pk=self.actor.pk)
        is_person = self.actor.kind == ActorKind.PERSON
        others = others.filter(kind=ActorKind.PERSON) if is_person else others.exclude(kind=ActorKind.PERSON)
        return list(others.values_list("name", flat=True))

    def clean_into(self) -> Actor:
        typed = self.cleaned_data["into"].strip()
        found = by_spelling(self.actor.initiative, [typed]).get(fold(typed))
        if found is None:
            raise forms.ValidationError(_("No actor is written like this: choose a name of the list."))
        return found
