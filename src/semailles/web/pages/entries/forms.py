"""Forms made from what the things themselves say: one field a name, in the order of the kind."""

import uuid
from collections.abc import Callable, Iterable
from typing import Any

from django import forms
from django.db import models
from django.utils.translation import gettext_lazy as _

from semailles.core.models import Person
from semailles.web.layout.fields import AmountField, DayField, MonthsField, QuantityField, WordsField, YearField
from semailles.web.layout.forms import PlainForm
from semailles.web.pages.entries.gestures import Gesture
from semailles.web.pages.entries.kinds import Kind
from semailles.workshop.actions import name_actor
from semailles.workshop.enums import FundingStatus
from semailles.workshop.models import Initiative
from semailles.workshop.words import label_of

QUANTITIES = frozenset({"central", "low", "high", "share"})
LONG = frozenset({"method", "source", "purpose", "deliverable", "note", "text"})
MOST_YEARS = 200
HINTS = {
    "months": _("For instance 3, or 1,5."),
    "amount": _("For instance 12 000, or 4 k€. Empty: not valued yet."),
    "source": _("What says so, with its date: a letter, minutes, a page."),
    "by_which_act": _("For instance « deliberation of 3 March »."),
    "starts_on": _("Empty: when the phase before ends."),
    "on": _("For instance 28/02/2015."),
    "words": _("Separated by commas."),
    "actor": _("The organisation this person sits for."),
    "reason": _("One sentence is enough; it stays beside the thing."),
    "indicator": _("For instance « heat saved in ten schools », « vegetables bought from here »."),
    "central": _("For instance 120 or -3,5. A saving is what is no longer spent or emitted. Empty: say below why."),
    "unit": _("MWh, tCO2e, full-time jobs, € per household, hectares…"),
    "share": _("Of a project that serves several: how much of its needs the other one bears, out of 100."),
    "reference": _("What would happen without the project."),
    "method": _("How the figure was made: hypotheses, factor and its version."),
    "earmark": _(
        "A theme, a place, and how much at most: « rivers, €60,000 at most » for all that stands under these words; or a part of the needs, in hundredths."
    ),
}


class EntryForm(PlainForm):
    """The fields of one kind. `key` makes a double click one gesture; `revision` tells two tabs apart."""

    key = forms.UUIDField(widget=forms.HiddenInput, required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, kind: Kind, initiative: Initiative, *, row: models.Model | None = None, typed: Any = None) -> None:
        initial = {name: getattr(row, name) for name in (*kind.fields, "revision")} if row else {"key": uuid.uuid4()}
        super().__init__(typed, initial={**_defaults(kind), **initial} if row is None else initial)
        self.kind, self.initiative = kind, initiative
        for name in kind.fields:
            self.fields[name] = field_of(kind.model, name, initiative)

    def entry(self, *, by: Person) -> Any:
        """What was typed, as the action takes it. An actor is named by its name."""
        typed = {name: self.cleaned_data[name] for name in self.kind.fields}
        if "actor" in typed:
            typed["actor"] = name_actor(self.initiative, typed["actor"], by=by) if typed["actor"].strip() else None
        return self.kind.entry(**typed)


class GestureForm(PlainForm):
    def __init__(self, gesture: Gesture, *, initial: dict[str, Any], typed: Any = None) -> None:
        super().__init__(typed, initial=initial)
        for name in gesture.fields:
            self.fields[name] = _GESTURE_FIELDS[name]()


class ReasonForm(PlainForm):
    reason = forms.CharField(label=_("Why"), max_length=500, help_text=HINTS["reason"], widget=forms.Textarea(attrs={"rows": 3}))


def _open_statuses() -> forms.ChoiceField:
    choices = [(status.value, status.label) for status in FundingStatus if status != FundingStatus.REFUSED]
    return forms.ChoiceField(label=_("How sure it is"), choices=choices)


_GESTURE_FIELDS: dict[str, Callable[[], forms.Field]] = {
    "on": lambda: DayField(label=_("On which day"), help_text=HINTS["on"]),
    "status": _open_statuses,
    "source": lambda: forms.CharField(label=_("What says so"), required=False, max_length=1000, help_text=HINTS["source"]),
    "reason": lambda: forms.CharField(label=_("Why"), max_length=500, help_text=HINTS["reason"], widget=forms.Textarea(attrs={"rows": 3})),
}


def field_of(model: type[models.Model], name: str, initiative: Initiative) -> forms.Field:
    """The field of a form for a field of a model."""
    described: Any = model._meta.get_field(name)  # noqa: SLF001  # Django gives its description of a model no other name
    options: dict[str, Any] = {
        "label": label_of(name)[:1].upper() + label_of(name)[1:],
        "required": not described.blank,
        "help_text": HINTS.get(name, ""),
    }
    if name == "actor":
        return forms.CharField(**options, max_length=300, widget=forms.TextInput(attrs={"list": "actors-known", "autocomplete": "off"}))
    if described.is_relation:
        return ChosenField(_rows(described.related_model, initiative), **options)
    if described.choices:
        empty = [("", "–")] if described.blank else []
        return forms.ChoiceField(choices=[*empty, *described.choices], **options)
    return _plain_field(described, name, options)


def _plain_field(described: Any, name: str, options: dict[str, Any]) -> forms.Field:
    if isinstance(described, models.DecimalField):
        kind = QuantityField if name in QUANTITIES else MonthsField if name.endswith("months") else AmountField
        return kind(**options)
    if isinstance(described, models.DateField):
        return DayField(**{**options, "help_text": options["help_text"] or HINTS["on"]})
    if isinstance(described, models.PositiveSmallIntegerField):
        return YearField(**options)
    if isinstance(described, models.PositiveIntegerField):
        return forms.IntegerField(min_value=1, max_value=MOST_YEARS, **options)
    if isinstance(described, models.JSONField):
        return WordsField(**options)
    widget = forms.Textarea(attrs={"rows": 3}) if name in LONG else forms.TextInput
    return forms.CharField(max_length=described.max_length or 2000, widget=widget, **options)


class ChosenField(forms.TypedChoiceField):
    """One of the initiative's own rows, by its public id."""

    def __init__(self, rows: Iterable[Any], **options: Any) -> None:
        self.rows = {str(row.public_id): row for row in rows}
        choices = [("", "–"), *((public_id, str(row)) for public_id, row in self.rows.items())]
        super().__init__(choices=choices, coerce=self.rows.__getitem__, empty_value=None, **options)

    def prepare_value(self, value: Any) -> Any:
        return str(value.public_id) if isinstance(value, models.Model) and hasattr(value, "public_id") else value


def _rows(model: Any, initiative: Initiative) -> Iterable[Any]:
    found: Iterable[Any] = model.objects.of(initiative).standing()
    return found


def _defaults(kind: Kind) -> dict[str, Any]:
    """What a new thing is unless said otherwise."""
    fields = {field.name: field for field in kind.model._meta.fields}  # noqa: SLF001  # as above
    return {
        name: fields[name].default
        for name in kind.fields
        if name in fields and fields[name].has_default() and not callable(fields[name].default)
    }
