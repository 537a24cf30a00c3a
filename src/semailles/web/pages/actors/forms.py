"""What a reader looks for among the actors."""

from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from semailles.engines.words import fold
from semailles.intake.queries.mentions import Asked, colleges
from semailles.intake.queries.spellings import Written
from semailles.publication.words import capitalised
from semailles.web.layout.fields import DayField
from semailles.web.layout.forms import PlainForm
from semailles.workshop.directory import COLLEGES, college_of
from semailles.workshop.entries import ActorEntry, ContactEntry
from semailles.workshop.enums import ActorKind
from semailles.workshop.models import Actor, Contact, Initiative, Place
from semailles.workshop.queries.actors import by_spelling

MOST_BYTES = 3_000_000


class Filters(PlainForm):
    """Asked in the address: a value that is unknown is passed over."""

    q = forms.CharField(label=_("Words"), required=False)
    type = forms.ChoiceField(label=_("Kind"), required=False, choices=[("", _("all")), *ActorKind.choices])
    college = forms.ChoiceField(label=_("College"), required=False)
    equipe = forms.ChoiceField(label=_("Named by"), required=False)

    def __init__(self, asked: Mapping[str, Any], *, known_colleges: Iterable[str], letters: Iterable[str]) -> None:
        super().__init__(asked)
        known = [(college, capitalised(college)) for college in known_colleges]
        teams = [(letter, _("team %(letter)s") % {"letter": letter}) for letter in letters]
        self.fields["college"].choices = [("", _("all")), *known]  # type: ignore[attr-defined]  # a field of choices
        self.fields["equipe"].choices = [("", _("any team")), *teams]  # type: ignore[attr-defined]  # a field of choices

    @property
    def asked(self) -> Asked:
        self.is_valid()
        known = self.cleaned_data
        return Asked(*(known.get(name, "") for name in ("q", "college", "type", "equipe")))


class ActorForm(PlainForm):
    """Who it is. `revision` tells two tabs apart."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(label=_("Name"), max_length=300, help_text=_("In full. The name before stays one of its spellings."))
    kind = forms.ChoiceField(
        label=_("Kind"), choices=ActorKind.choices, help_text=_("A person stays masked in print, without a dated consent.")
    )
    college = forms.CharField(
        label=_("College"),
        max_length=60,
        required=False,
        help_text=_("For instance institution, association or entreprise; yours if you have others."),
        widget=forms.TextInput(attrs={"list": "colleges-known", "autocomplete": "off"}),
    )
    acronym = forms.CharField(
        label=_("Acronym"), max_length=60, required=False, help_text=_("Looked for in the documents, as its other spellings.")
    )
    territory = forms.CharField(
        label=_("Territory or place"),
        max_length=300,
        required=False,
        widget=forms.TextInput(attrs={"list": "places-known", "autocomplete": "off"}),
    )
    note = forms.CharField(
        label=_("Note"),
        max_length=1000,
        required=False,
        help_text=_("For those who run the process; never printed."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, initiative: Initiative, actor: Actor | None = None, *, typed: Any = None) -> None:
        named = {field.name: getattr(actor, field.name) for field in fields(ActorEntry)} if actor else {}
        super().__init__(typed, initial={**named, "revision": actor.revision if actor else 0})
        self.initiative = initiative

    def clean_college(self) -> str:
        return college_of(self.cleaned_data["college"].strip())

    @property
    def entry(self) -> ActorEntry:
        return ActorEntry(**{field.name: self.cleaned_data[field.name].strip() for field in fields(ActorEntry)})

    @property
    def lists(self) -> dict[str, list[str]]:
        """What the fields propose, by the name of the list."""
        places = Place.objects.of(self.initiative).order_by("name").values_list("name", flat=True).distinct()
        return {"colleges-known": sorted({*COLLEGES, *colleges(self.initiative)}), "places-known": list(places)}


class ContactForm(PlainForm):
    """Whom to reach, what for, until when."""

    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)
    name = forms.CharField(label=_("Who"), max_length=200, required=False, help_text=_("Not needed: « the secretariat » is enough."))
    position = forms.CharField(label=_("Position"), max_length=200, required=False)
    email = forms.EmailField(label=_("E-mail"), required=False, help_text=_("Of the institution rather than of the person."))
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False)
    purpose = forms.CharField(label=_("What for"), max_length=300, help_text=_("For instance « to agree on the days of the workshop »."))
    ends_on = DayField(label=_("Until"), help_text=_("Erased after that day, by itself. For instance the day of the last meeting."))

    def __init__(self, contact: Contact | None = None, *, typed: Any = None) -> None:
        kept = {field.name: getattr(contact, field.name) for field in fields(ContactEntry)} if contact else {}
        super().__init__(typed, initial={**kept, "revision": contact.revision if contact else 0})

    @property
    def entry(self) -> ContactEntry:
        return ContactEntry(**{field.name: self.cleaned_data[field.name] for field in fields(ContactEntry)})


class TableForm(PlainForm):
    file = forms.FileField(
        label=_("Table"),
        help_text=_("A CSV file: commas, semicolons or tabs, and the encoding, are found. Its first line names the columns."),
        error_messages={"required": _("Choose the table to import."), "empty": _("The file is empty: look for another copy.")},
    )

    def clean_file(self) -> tuple[str, bytes]:
        """Its name and its content."""
        given = self.cleaned_data["file"]
        content: bytes = given.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES:
            raise forms.ValidationError(_("This table is heavier than a list of actors can be (3 MB): cut it in two."))
        return given.name, content


class AsideForm(PlainForm):
    reason = forms.CharField(label=_("Why"), max_length=500, help_text=_("One sentence is enough; it stays beside the thing."))


class SpellingForm(PlainForm):
    """One way it is written, and whose it is."""

    spelling = forms.ChoiceField(label=_("Written like this"), widget=forms.RadioSelect)
    into = forms.CharField(
        label=_("It is"),
        max_length=300,
        required=False,
        help_text=_("One of the names of an actor, as the list writes it. Empty: a new actor bears this name."),
        widget=forms.TextInput(attrs={"list": "actors-known", "autocomplete": "off"}),
    )

    def __init__(self, actor: Actor, ways: Iterable[Written], typed: Any = None) -> None:
        super().__init__(typed)
        self.actor = actor
        self.fields["spelling"].choices = [(one.text, _counted(one)) for one in ways]  # type: ignore[attr-defined]  # a field of choices

    @property
    def lists(self) -> dict[str, list[str]]:
        others = Actor.objects.of(self.actor.initiative).standing().exclude(pk=self.actor.pk)
        return {"actors-known": list(others.values_list("name", flat=True))}

    def clean_into(self) -> Actor | None:
        return _actor_called(self.actor, self.cleaned_data["into"]) if self.cleaned_data["into"].strip() else None


def _counted(one: Written) -> str:
    if one.holder:
        counted = ngettext("%(text)s (%(n)d mention, given to %(actor)s)", "%(text)s (%(n)d mentions, given to %(actor)s)", one.mentions)
        return counted % {"text": one.text, "n": one.mentions, "actor": one.holder}
    return ngettext("%(text)s (%(n)d mention)", "%(text)s (%(n)d mentions)", one.mentions) % {"text": one.text, "n": one.mentions}


def _actor_called(actor: Actor, name: str) -> Actor:
    found = by_spelling(actor.initiative, [name.strip()]).get(fold(name.strip()))
    if found is None:
        raise forms.ValidationError(_("No actor is written like this: choose a name of the list."))
    return found


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
    def lists(self) -> dict[str, list[str]]:
        return {"actors-known": self._known()}

    def _known(self) -> list[str]:
        others = Actor.objects.of(self.actor.initiative).standing().exclude(pk=self.actor.pk)
        is_person = self.actor.kind == ActorKind.PERSON
        others = others.filter(kind=ActorKind.PERSON) if is_person else others.exclude(kind=ActorKind.PERSON)
        return list(others.values_list("name", flat=True))

    def clean_into(self) -> Actor:
        return _actor_called(self.actor, self.cleaned_data["into"])
